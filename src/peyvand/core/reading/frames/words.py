"""A language's words as the frames take them: forms with labels, found by whole words, stems and phrases.

Labels are bits of one number, so that a rule asks for any of several with one operation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from peyvand.core.calendar import CalendarWords
from peyvand.core.gazetteer.hearing import Letters
from peyvand.core.gazetteer.names import Script
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.language import LanguageWords
from peyvand.core.text.words import FurnitureWords

# Words remembered with their ways, before all are forgotten: a hostile page fills no memory.
_REMEMBERED = 50_000
_SHORTEST_BARE = 3


class Time(IntEnum):
    """What a form says of time by itself: nothing (a noun), that it happened, is told, is to come, is not,
    may be, or that it is only named (an infinitive)."""

    NOUN = 0
    PAST = 1
    BASE = 2
    COMING = 3
    NEVER = 4
    WISHED = 5
    BARE = 6


class Sense(NamedTuple):
    """The labels of a form as bits, and its time."""

    mask: int
    time: Time


@dataclass(slots=True)
class Node:
    """Where a phrase has come to: the words and stems that lead on, and what it means if it ends here."""

    words: dict[str, Node] = field(default_factory=dict)
    stems: dict[str, Node] = field(default_factory=dict)
    sense: Sense | None = None

    def on(self, word: str) -> Iterator[Node]:
        """The ways on by a word, the surest first: the word itself, then its stems from the longest."""
        if word in self.words:
            yield self.words[word]
        if self.stems:
            for length in range(len(word), 0, -1):
                if word[:length] in self.stems:
                    yield self.stems[word[:length]]


class Forms:
    """Every form of a language. ``prefixes`` are small words written on to the next one («وب»)."""

    def __init__(
        self,
        rows: Iterable[tuple[tuple[str, ...], Sense]],
        prefixes: Iterable[str] = (),
        apart: Iterable[tuple[str, str, Sense]] = (),
    ) -> None:
        self._root = Node()
        # Two words with others between them: «schlug … vor».
        self.apart: dict[str, dict[str, Sense]] = {}
        for first, last, sense in apart:
            self.apart.setdefault(first, {})[last] = sense
        self._prefixes = tuple(sorted(prefixes, key=len, reverse=True))
        self._known: dict[str, tuple[Node, ...]] = {}
        for words, sense in rows:
            self._add(words, sense)

    def _add(self, words: tuple[str, ...], sense: Sense) -> None:
        node = self._root
        for word in words:
            ways = node.stems if word.endswith("*") else node.words
            node = ways.setdefault(word.rstrip("*"), Node())
        known = node.sense
        node.sense = Sense(known.mask | sense.mask, max(known.time, sense.time)) if known else sense

    def _starts(self, word: str) -> tuple[Node, ...]:
        found = self._known.get(word)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = tuple(node for bare in self._bare(word) for node in self._root.on(bare))
            self._known[word] = found
        return found

    def _bare(self, word: str) -> Iterator[str]:
        """The word, and what is left of it without small words in front."""
        yield word
        for prefix in self._prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_BARE:
                yield word[len(prefix) :]

    def at(self, words: list[str], soft: list[bool], first: int, limit: int) -> tuple[Sense, int] | None:
        """The longest form that begins at a word and ends before ``limit``, with where it stops."""
        starts = self._known.get(words[first])
        if starts is None:
            starts = self._starts(words[first])
        if not starts:
            return None
        best: Sense | None = None
        best_stop = first
        ways = [(node, first + 1) for node in reversed(starts)]
        while ways:
            node, stop = ways.pop()
            if node.sense and stop > best_stop:
                best, best_stop = node.sense, stop
            if stop < limit and soft[stop] and (node.words or node.stems):
                ways.extend((way, stop + 1) for way in reversed(list(node.on(words[stop]))))
        return (best, best_stop) if best else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """What a language does with names of places and persons. All keys are `gazetteer.names.name_key`s.

    ``endings`` are pairs (ending, what stood there before it). ``home`` are the countries whose towns are preferred.
    """

    script: Script
    home: tuple[str, ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
    # Endings of adjectives made of names, and what the name has there («брянский»: «ский» for «ск»).
    adjectives: tuple[tuple[str, str], ...] = ()
    # Endings of the first of several words of a name, as `endings` («Кривого Рога»).
    agreeing: tuple[tuple[str, str], ...] = ()
    prefixes: tuple[str, ...] = ()
    # Those of the prefixes that join a name to the one before.
    joiners: tuple[str, ...] = ()
    # Whether names begin with a capital, and whether all nouns do.
    capitals: bool = True
    nouns_capital: bool = False
    countries: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    # States and provinces, which give way to towns of their name.
    divisions: Mapping[str, str] = field(default_factory=dict)
    demonyms: Mapping[str, str] = field(default_factory=dict)
    # Names that no list has: the plain English name and the country.
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    # Names that mean such a place besides others: each with the plain English name and the country.
    second_names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    never: frozenset[str] = frozenset()
    # The same as written.
    never_words: frozenset[str] = frozenset()
    # Words with a capital before a name that make another name of it: "South …".
    bars: frozenset[str] = frozenset()
    # Names that are everyday words too: only after a word for city, or before a country.
    doubtful: frozenset[str] = frozenset()
    # Endings that nouns have and towns have not, where every noun has a capital.
    noun_endings: tuple[str, ...] = ()
    # Endings of names of towns, behind a word for town.
    town_endings: tuple[str, ...] = ()
    # Words within a hyphened name by which it is a town's, known or not: «X-sur-Y», «Saint-X».
    shapes: frozenset[str] = frozenset()
    # Small words before a noun that is no name, where every noun has a capital.
    articles: frozenset[str] = frozenset()
    # Endings behind an apostrophe that say where something took place.
    venues: tuple[str, ...] = ()
    # Endings behind an apostrophe by which a name owns what follows.
    genitives: tuple[str, ...] = ()
    # Words that make the place before them the holder of the next: «Oş'a bağlı Karakulca».
    belonging: frozenset[str] = frozenset()
    # Whether the word for city stands behind a name and the country before it: «Rusya'nın Kazan kenti».
    heads_behind: bool = False
    # Whether a place stands bare between an office and a name: «мэр Казани Ильсур Метшин».
    office_of_place: bool = False
    # How many letters of a name are left at least when an ending is taken off.
    shortest_bare: int = 4
    # How the language reads Latin letters, if it does.
    heard: Letters | None = None
    # How many words (in Chinese: signs) a person's name has at least and at most.
    person: tuple[int, int] = (2, 4)
    # Words of a person's name that the next one belongs to: «عبد الأمير».
    person_halves: frozenset[str] = frozenset()
    # What is written on to nouns and hardly to each of the first two words of a person: «ال».
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameLexicon:
    """Everything that the frames know of a language."""

    language: str
    forms: Forms
    names: NameWords
    furniture: FurnitureWords
    calendar: CalendarWords
    languages: LanguageWords
    # Whether the words that rule a verb may stand behind it (Turkish, German clauses), and how far words reach.
    verb_last: bool = False
    # Whether they stand nowhere else (Turkish).
    rules_behind: bool = False
    reach: int = 1
    # Whether letters after an apostrophe are an ending of the word before.
    apostrophe_ends: bool = False
    # Whether every comma between words that are no list begins another clause (German).
    comma_cuts: bool = False
    # The comma that lists, in a language where another one parts clauses («、»).
    list_comma: str = ""
    # The words of numbers beside digits, and the signs around a digit that make it an ordinal.
    ordinal_signs: tuple[str, ...] = ()
    # Words after which a stop ends no sentence.
    abbreviations: frozenset[str] = frozenset()


def mask_of(*labels: str) -> int:
    """The bits of some labels."""
    found = 0
    for label in labels:
        found |= BITS[label]
    return found
