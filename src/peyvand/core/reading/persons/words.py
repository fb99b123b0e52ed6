"""The words that persons are found by, of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from peyvand.core.reading.phrases import Phrases
from peyvand.core.text.value import value


@value()
class Head:
    """The first word of a role («شهردار», «معاون»); ``many``: a plural, for several names."""

    name: str
    many: bool = False


class Mark(StrEnum):
    """Words that a person is found by, besides heads: a verb of saying, «به گفته», «گفت‌وگو», «دکتر», «همتای خود»."""

    TITLE = "title"
    SPEECH = "speech"
    NAMING = "naming"
    TALK = "talk"
    SOURCE = "source"
    COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """What a role is made of: a head, the bodies it serves, and words that describe either."""

    heads: Phrases[Head]
    # For each head, the role's code by the kind of body; "" where the body says nothing.
    codes: Mapping[str, Mapping[str, str]]
    # Heads that writers glue to a place («شاروال‌کابل»), and what is a word of its own with the same beginning.
    glued: tuple[str, ...]
    unglued: frozenset[str]
    # «نخستین سرکنسول …»
    ranks: frozenset[str]
    bodies: Phrases[str]
    international: Phrases[bool]
    describing: Phrases[bool]
    # Heads that name a place after «در», and the words that may stand there instead of one («امور …»).
    held_in: frozenset[str]
    held_in_word: str
    # Heads whose holder is history when one of the words stands in the role («رئیس‌جمهور وقت»).
    past_heads: frozenset[str]
    past: frozenset[str]
    affairs: frozenset[str]
    joiner: str
    ministries: Phrases[str]
    # All words that a body, a ministry or a describing phrase may begin with.
    pieces: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """What a name is made of, and what it never holds. All sets are of folded single words."""

    given: frozenset[str]
    doubtful: frozenset[str]
    # First names of two words («بی‌بی»).
    pairs: Phrases[bool]
    given_before: tuple[str, ...]
    given_after: tuple[str, ...]
    surname_endings: tuple[str, ...]
    # Everyday words that are surnames where they stand alone as one who speaks («نوروزی افزود»).
    surnames: frozenset[str]
    # First halves of surnames, after which an everyday word may follow («نیک آیین»).
    surname_parts: frozenset[str]
    # Titles of descent, which belong to the name («سید»).
    descent: frozenset[str]
    # Single words that begin a role.
    roles: frozenset[str]
    # Endings of plurals: no name has them.
    plurals: tuple[str, ...]
    # The ending that makes a plural of people of an everyday word («فرهنگیان»).
    of_people: str
    bounds: frozenset[str]
    # Those that begin no name either: no title and no first name of two words begins with them.
    closed: frozenset[str]
    common: frozenset[str]
    honorifics: Phrases[bool]
    # Titles of clerics, which stay with a name of one word («ملا یونس»).
    clerical: frozenset[str]
    departed: frozenset[str]
    named_after: frozenset[str]
    # What may stand between a thing and the person it is named after («آرامگاه تاریخی …»).
    aged: frozenset[str]
    # Words after which a person may be named.
    before: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleWords:
    """All that `find_people` needs to know of a language."""

    roles: RoleWords
    names: NameWords
    # «نیز»: behind a role it tells that another person speaks now.
    also: frozenset[str]
    # «با» before a name that a word for talks follows: «با … گفت‌وگو کرد».
    with_word: str
    sources: Phrases[bool]
    according: Phrases[bool]
    speech: Phrases[bool]
    frames: Phrases[bool]
    # All that a person is found by, heads among them.
    marks: Phrases[Head | Mark]
