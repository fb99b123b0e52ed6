"""A sentence as the reader sees it: its words with their senses, its predicates, places and dates, and its clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from peyvand.core.calendar import DateMention
from peyvand.core.gazetteer import PlaceMention
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text import Part, Span

_SUBJUNCTIVE = Tense.SUBJUNCTIVE

# Labels of words for a tie between cities or the paper that makes it.
TIES = ("sister", "sister_city", "pact", "document", "memorandum", "friendship")
SISTER = ("sister", "sister_city")
# So many words may belong to a number before its last one.
_NUMBER = 2
_HARD = frozenset("؛;:")
# So many of these stand between the cells of a table's row.
BAR, BARS = "|", 2
_T = TypeVar("_T", PlaceMention, DateMention)


class _Labelled:
    """What is asked of a sentence and of a clause alike: which labels stand there, and where."""

    __slots__ = ("_by_label", "labels")
    atoms: tuple[Atom, ...]
    # Every label that stands in it.
    labels: frozenset[str]
    _by_label: dict[str, list[Atom]] | None

    def _gather(self) -> None:
        self.labels = labels_of(self.atoms)
        self._by_label = None

    def has(self, *labels: str) -> bool:
        """Whether one of the labels stands in it."""
        return not self.labels.isdisjoint(labels)

    def all(self, *labels: str) -> Sequence[Atom]:
        """The atoms with one of the labels, in order."""
        if self.labels.isdisjoint(labels):
            return ()
        if len(labels) == 1:
            if self._by_label is None:
                self._by_label = _by_label(self.atoms)
            return self._by_label[labels[0]]
        return [atom for atom in self.atoms if not atom.labels.isdisjoint(labels)]


@dataclass(slots=True, eq=False)
class Clause(_Labelled):
    """A stretch of a sentence that ends with its predicate. Words ``first`` to ``stop - 1`` of the page's line."""

    sentence: Sentence
    at: int
    first: int
    stop: int
    atoms: tuple[Atom, ...]
    verbs: tuple[Verb, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    # What rules ask for more than once, reckoned when the first asks.
    _counts_cities: bool | None = field(init=False, repr=False)
    _counts_ties: bool | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._gather()
        self._counts_cities = self._counts_ties = None

    @property
    def counts_cities(self) -> bool:
        """Whether it tells how many cities there are instead of naming them: «با ۱۲ شهر»."""
        if self._counts_cities is None:
            self._counts_cities = self._tells_cities()
        return self._counts_cities

    def _tells_cities(self) -> bool:
        cities = self.all("city", "sister_city")
        return any(is_counted(atom, self.sentence.line) or self._is_partly_counted(atom) for atom in cities)

    def _is_partly_counted(self, atom: Atom) -> bool:
        """«با چهار شهر», «با بیست و سه شهر», «با بیش از صد شهر», and not «سه شهر یزد، اوش و وان»."""
        numbers = (number for number in self.all("several") if number.stop == atom.first)
        return any(self.has_before(number, _NUMBER, "with") for number in numbers)

    @property
    def counts_ties(self) -> bool:
        """Whether it tells how many ties or offers there are: «هفت پیشنهاد خواهرخواندگی»."""
        if self._counts_ties is None:
            self._counts_ties = self._tells_ties()
        return self._counts_ties

    def _tells_ties(self) -> bool:
        ties = self.all("propose", "pact", "document", "memorandum")
        return any(is_counted(atom, self.sentence.line) or self.has_before(atom, 0, "several") for atom in ties)

    def has_before(self, head: Atom, within: int, *labels: str) -> bool:
        """Whether one of the labels stands before a word, with at most ``within`` words between."""
        if self.labels.isdisjoint(labels):
            return False
        return any(0 <= head.first - atom.stop <= within for atom in self.all(*labels))

    def has_after(self, head: Atom, within: int, *labels: str) -> bool:
        """Whether one of the labels stands after a word, with at most ``within`` words between."""
        if self.labels.isdisjoint(labels):
            return False
        return any(0 <= atom.first - head.stop <= within for atom in self.all(*labels))

    def nearest(self, head: Atom, *labels: str) -> Atom | None:
        """The other atom with one of the labels that stands nearest to a word."""
        others = [atom for atom in self.all(*labels) if atom is not head]
        return min(others, key=lambda atom: words_between(head, atom)) if others else None

    def part(self, first: int, stop: int) -> Clause:
        """Words ``first`` to ``stop - 1`` of it, with the predicates of the whole."""
        return replace(self.sentence.stretch(self.at, first, stop), verbs=self.verbs)

    @property
    def earlier(self) -> Clause | None:
        """The clause before it in the sentence."""
        return self.sentence.clauses[self.at - 1] if self.at > 0 else None

    @property
    def goes_on(self) -> bool:
        """Whether a tie is the topic: of its sentence, or of those right before it."""
        return self.sentence.has("draft", *TIES) or self.sentence.follows_tie

    def is_short(self, head: Atom) -> bool:
        """Whether little but its predicate is said before a word, so that its subject is that of the clause before."""
        return self._unknown_before(head) <= 3

    def is_bare(self, head: Atom) -> bool:
        """Whether nothing but small words stands before a word."""
        return self._unknown_before(head) <= 0

    def _unknown_before(self, head: Atom) -> int:
        known = sum(atom.stop - atom.first for atom in self.atoms if atom.first < head.first)
        return head.first - self.first - known


@dataclass(slots=True, eq=False)
class Sentence(_Labelled):
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
    # What rules ask for more than once, reckoned when the first asks.
    _clauses: tuple[Clause, ...] | None = field(init=False, repr=False)
    _hard_stops: tuple[int, ...] | None = field(init=False, repr=False)
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._gather()
        self._starts = [atom.first for atom in self.atoms]
        self._clauses = self._hard_stops = None

    def release(self) -> None:
        """Forget its clauses, which know it in turn: such rings stay in memory until the collector looks for them."""
        self._clauses = None

    @property
    def counts_cities(self) -> bool:
        """Whether it tells how many cities there are instead of naming them: «با ۱۲ شهر»."""
        return self.has("city", "sister_city") and any(clause.counts_cities for clause in self.clauses)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, in order; together they cover it."""
        if self._clauses is None:
            edges = [self.words.start, *_edges(self), self.words.stop]
            self._clauses = tuple([self.stretch(at, first, stop) for at, (first, stop) in enumerate(pairwise(edges))])
        return self._clauses

    def between(self, first: int, stop: int) -> tuple[Atom, ...]:
        """The atoms that lie in words ``first`` to ``stop - 1``."""
        starts = self._starts
        low, high = bisect_left(starts, first), bisect_left(starts, stop)
        while high > low and self.atoms[high - 1].stop > stop:
            high -= 1
        return self.atoms[low:high]

    def before(self, head: Atom, reach: int) -> tuple[Atom, ...]:
        """The atoms that end less than ``reach`` words before a word."""
        before = self.between(self.words.start, head.first)
        return tuple([atom for atom in before[-reach:] if head.first - atom.stop < reach])

    def has_between(self, first: int, stop: int, *labels: str) -> bool:
        """Whether one of the labels lies in words ``first`` to ``stop - 1``."""
        if self.labels.isdisjoint(labels):
            return False
        return any(not atom.labels.isdisjoint(labels) for atom in self.between(first, stop))

    def has_close(self, head: Atom, reach: int, *labels: str) -> bool:
        """Whether an atom with one of the labels ends less than ``reach`` words before a word."""
        if self.labels.isdisjoint(labels):
            return False
        return any(not atom.labels.isdisjoint(labels) for atom in self.before(head, reach))

    def next_verb(self, head: Atom) -> Verb | None:
        """The first predicate at or after a word; one that only describes a noun, if there is no other."""
        later = [verb for verb in self.verbs if verb.first >= head.first]
        for verb in later:
            if verb.finite:
                return verb
        return later[0] if later else None

    def has_hard_stop(self, first: int, stop: int) -> bool:
        """Whether a semicolon or a colon stands between the words before ``first`` and ``stop``."""
        stops = self.hard_stops
        return bool(stops) and any(first <= at <= stop for at in stops)

    @property
    def hard_stops(self) -> tuple[int, ...]:
        """Word indexes (one past the last included) before which a semicolon or a colon stands."""
        if self._hard_stops is None:
            line, words = self.line, self.words
            signs = line.breaks(range(words.start - 1, words.stop + 1))
            ends = (words.stop,) if words.stop == len(line) else ()
            opens = (0,) if words.start == 0 else ()
            self._hard_stops = tuple([at for at in (*opens, *signs, *ends) if line.sign(at) in _HARD])
        return self._hard_stops

    def stretch(self, at: int, first: int, stop: int) -> Clause:
        """Words ``first`` to ``stop - 1`` as a clause, the one with number ``at``."""
        start, last = self.line.starts[first], self.line.stops[stop - 1]
        return Clause(
            self, at, first, stop, self.between(first, stop),
            tuple([verb for verb in self.verbs if first <= verb.first < stop]),
            _inside(self.places, start, last), _inside(self.dates, start, last),
        )  # fmt: skip


def is_row(sentence: Sentence) -> bool:
    """Whether it is a line of a table, whose cells bars part."""
    span = sentence.span
    return sentence.line.text.count(BAR, span.start, span.stop) >= BARS


def words_between(one: Atom, other: Atom) -> int:
    """How many words lie between two atoms."""
    return max(0, max(one.first, other.first) - min(one.stop, other.stop))


def is_counted(atom: Atom, line: WordLine) -> bool:
    """Whether a number in figures stands before a word; four figures are a year («از سال ۱۳۸۴ خواهرخوانده‌اند»).

    «۲) درخواست» is only the second item of a list.
    """
    before = line.words[atom.first - 1] if atom.first > 0 and line.soft[atom.first] else ""
    return before.isdecimal() and len(before) < 4


def labels_of(atoms: Sequence[Atom]) -> frozenset[str]:
    """Every label that some atoms carry."""
    return frozenset().union(*[atom.labels for atom in atoms])


def _by_label(atoms: Sequence[Atom]) -> dict[str, list[Atom]]:
    found: dict[str, list[Atom]] = {}
    for atom in atoms:
        for label in atom.labels:
            found.setdefault(label, []).append(atom)
    return found


def _inside(found: Sequence[_T], start: int, stop: int) -> tuple[_T, ...]:
    return tuple([one for one in found if start <= one.span.start < stop]) if found else ()


def _edges(sentence: Sentence) -> Iterator[int]:
    """Word indexes at which a new clause begins: after a predicate that governs nothing more, and at hard stops."""
    verbs = [verb for verb in sentence.verbs if verb.finite]
    cuts = set(sentence.hard_stops)
    for at, verb in enumerate(verbs):
        after = verbs[at + 1] if at + 1 < len(verbs) else None
        if not _governs(verb, after, sentence):
            cuts.add(verb.stop)
    return (cut for cut in sorted(cuts) if sentence.words.start < cut < sentence.words.stop)


def _governs(verb: Verb, after: Verb | None, sentence: Sentence) -> bool:
    """Whether the next predicate hangs on this one: «آن است که …», «خواست … نوشته شود»."""
    if verb.kind == "be" and any(a.first == verb.stop and a.has("join_that") for a in sentence.atoms):
        return True
    if after is None or after.tense is not _SUBJUNCTIVE or verb.tense is _SUBJUNCTIVE:
        return False
    return not sentence.has_hard_stop(verb.stop, after.first)
