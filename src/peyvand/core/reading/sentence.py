"""A sentence as the reader sees it: its words with their senses, its predicates, places and dates, and its clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from peyvand.core.calendar import DateMention
from peyvand.core.gazetteer import PlaceMention
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text import Part, Span

# Labels of words for a tie between cities or the paper that makes it.
TIES = ("sister", "sister_city", "pact", "document", "memorandum", "friendship")
_HARD = frozenset("؛;:")
_T = TypeVar("_T", PlaceMention, DateMention)


@dataclass(frozen=True, eq=False)
class Clause:
    """A stretch of a sentence that ends with its predicate. Words ``first`` to ``stop - 1`` of the page's line."""

    at: int
    first: int
    stop: int
    atoms: tuple[Atom, ...]
    verbs: tuple[Verb, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label that stands in it."""
        return frozenset().union(*[atom.labels for atom in self.atoms])

    def has(self, *labels: str) -> bool:
        """Whether one of the labels stands in it."""
        return not self.labels.isdisjoint(labels)

    def all(self, *labels: str) -> Iterator[Atom]:
        """The atoms with one of the labels, in order."""
        return (atom for atom in self.atoms if atom.has(*labels))


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of an article; ``at`` is its number on the page, ``paragraph`` that of its paragraph."""

    at: int
    paragraph: int
    span: Span
    part: Part
    line: WordLine
    words: range
    atoms: tuple[Atom, ...]
    verbs: tuple[Verb, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    # Whether one of the sentences right before it speaks of a tie.
    follows_tie: bool = False

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label that stands in it."""
        return frozenset().union(*[atom.labels for atom in self.atoms])

    def has(self, *labels: str) -> bool:
        """Whether one of the labels stands in it."""
        return not self.labels.isdisjoint(labels)

    @cached_property
    def counts_cities(self) -> bool:
        """Whether it tells how many cities there are instead of naming them: «با ۱۲ شهر»."""
        return any(counts_cities(atom, self.line) for atom in self.atoms)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, in order; together they cover it."""
        edges = [self.words.start, *_edges(self), self.words.stop]
        spans = [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]
        return tuple(self._clause(at, first, stop) for at, (first, stop) in enumerate(spans))

    def between(self, first: int, stop: int) -> tuple[Atom, ...]:
        """The atoms that lie in words ``first`` to ``stop - 1``."""
        starts = self._starts
        low, high = bisect_left(starts, first), bisect_left(starts, stop)
        while high > low and self.atoms[high - 1].stop > stop:
            high -= 1
        return self.atoms[low:high]

    @cached_property
    def _starts(self) -> list[int]:
        return [atom.first for atom in self.atoms]

    def has_hard_stop(self, first: int, stop: int) -> bool:
        """Whether a semicolon or a colon stands between the words before ``first`` and ``stop``."""
        return any(first <= at <= stop for at in self.hard_stops)

    @cached_property
    def hard_stops(self) -> tuple[int, ...]:
        """Word indexes (one past the last included) before which a semicolon or a colon stands."""
        line, words = self.line, self.words
        return tuple(
            at
            for at in range(words.start, words.stop + 1)
            if (at >= len(line) or not line.soft[at]) and line.sign(at) in _HARD
        )

    def _clause(self, at: int, first: int, stop: int) -> Clause:
        last = self.line.stops[stop - 1]
        start = self.line.starts[first]
        return Clause(
            at, first, stop, self.between(first, stop),
            tuple(verb for verb in self.verbs if first <= verb.first < stop),
            _inside(self.places, start, last), _inside(self.dates, start, last),
        )  # fmt: skip


def counts_cities(atom: Atom, line: WordLine) -> bool:
    """Whether an atom is a word for cities, or for sister cities, with a number in figures before it."""
    before = line.words[atom.first - 1] if atom.first > 0 else ""
    # Four figures are a year («از سال ۱۳۸۴ خواهرخوانده‌اند»).
    return atom.has("city", "sister_city") and before.isdecimal() and len(before) < 4


def _inside(found: Sequence[_T], start: int, stop: int) -> tuple[_T, ...]:
    return tuple(one for one in found if start <= one.span.start < stop)


def _edges(sentence: Sentence) -> Iterator[int]:
    """Word indexes at which a new clause begins: after a predicate that governs nothing more, and at hard stops."""
    verbs = [verb for verb in sentence.verbs if verb.finite]
    cuts = set(sentence.hard_stops)
    for at, verb in enumerate(verbs):
        after = verbs[at + 1] if at + 1 < len(verbs) else None
        if verb.kind == "be" and "join_that" in _labels_at(sentence, verb.stop):
            continue
        if after is None or after.tense is not Tense.SUBJUNCTIVE or verb.tense is Tense.SUBJUNCTIVE or any(verb.stop <= cut <= after.first for cut in cuts):
            cuts.add(verb.stop)
    return (cut for cut in sorted(cuts) if sentence.words.start < cut < sentence.words.stop)


def _labels_at(sentence: Sentence, at: int) -> frozenset[str]:
    return next((atom.labels for atom in sentence.atoms if atom.first == at), frozenset())
