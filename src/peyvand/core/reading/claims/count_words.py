"""The words that claims on a number of sister cities are made of, of one language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peyvand.core.reading.numbers import NumberWords
from peyvand.core.reading.phrases import Phrases


class Noun(StrEnum):
    """What is counted: sister cities, bonds («خواهرخواندگی»), or pacts that the text says no more of."""

    SISTER = "sister"
    BOND = "bond"
    PACT = "pact"


class Verb(StrEnum):
    """What is said of the number: that a city has it, has made it, is or became it, or that it comes to it."""

    HAVE = "have"
    MAKE = "make"
    BE = "be"
    REACH = "reach"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """All sets are of folded single words."""

    numbers: NumberWords
    nouns: Phrases[Noun]
    verbs: Phrases[Verb]
    # «شهر», and what may stand between it and a number or a noun: «بزرگ», «جهان», «دیگر».
    city: frozenset[str]
    # «مورد»: what counts as a city in «شمار خواهرخوانده‌ها نه مورد است».
    units: frozenset[str]
    fillers: frozenset[str]
    # «با شهرهای جهان»: says nothing of how many.
    anywhere: Phrases[bool]
    # «شمار», «تعداد»: the number that follows counts what is named between.
    amounts: frozenset[str]
    having: frozenset[str]
    with_word: str
    and_word: str
    to_word: str
    that_word: str
    # «برادر», «همزاد»: a bond only as a predicate, «با نه شهر برادر است»; and the endings by which a word is one.
    kin: Phrases[bool]
    copulas: tuple[str, ...]
    # «این دو شهر», «هر دو شهر»: cities that were named before.
    pointing: frozenset[str]
    # «این شهر», «شهر ما»: the city of the sentence or of the speaker.
    this_city: Phrases[bool]
    ours: Phrases[bool]
    own: frozenset[str]
    own_endings: tuple[str, ...]
    # «چنین پیمانی», «شهری است که این پیمان را …»: words that lead from a city to its bond.
    such: frozenset[str]
    object_words: frozenset[str]
    # «نیز», «تاکنون»: what may stand between a city and its number in a list.
    also: frozenset[str]
    capital: frozenset[str]
    them: Phrases[bool]
    # A city behind one of these is not the one that has the number.
    aside: Phrases[bool]
    # «از», «در», «ایرانی», «اروپایی»: first of a region or country is not first of all.
    region_links: frozenset[str]
    regions: frozenset[str]
    # «نزدیک به»: no number is claimed.
    about: Phrases[bool]
    # «شهرهای ایران», «هر شهر»: not one city's number.
    cities_of: Phrases[bool]
    any_city: Phrases[bool]
    whole: frozenset[str]
    institutions: Phrases[bool]
    threshold: Phrases[bool]
    which: frozenset[str]
