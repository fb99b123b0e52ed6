"""The words a reader knows, found in one pass over a page: labels («تفاهم‌نامه» → ``document``) and verbs.

The table goes by first word, so that a page costs one look-up per word, however many forms the lexicon has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from peyvand.core.reading.wordline import WordLine
from peyvand.core.text import Span
from peyvand.core.text.memo import Memo
from peyvand.core.text.value import value

# Shorter words are never two that a writer has run together.
_GLUED = 7
_NO_LABELS: frozenset[str] = frozenset()


class Tense(StrEnum):
    """What a verb form says about time, before any context."""

    PAST = "past"
    PARTICIPLE = "participle"
    PRESENT = "present"
    SUBJUNCTIVE = "subjunctive"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb. ``kind`` is the lexicon's code for the verb («شدن» → ``become``)."""

    kind: str
    tense: Tense
    negative: bool = False
    plural: bool = False
    first_person: bool = False
    # Of the past before another past («بسته شده بود»).
    earlier: bool = False
    # Usually another word: the verb only where it ends a clause.
    shy: bool = False
    # Of what has come about and lasts («شده است»).
    perfect: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """What a row of words stands for: labels, and a verb's reading if it is or holds one («خواهرخوانده‌اند»)."""

    labels: frozenset[str] = _NO_LABELS
    verb: VerbForm | None = None


@value()
class Atom:
    """A sense found in words ``first`` to ``stop - 1`` of the line; ``span`` is folded."""

    first: int
    stop: int
    span: Span
    labels: frozenset[str]
    verb: VerbForm | None = None

    def has(self, *labels: str) -> bool:
        """Whether it carries one of the labels."""
        return not self.labels.isdisjoint(labels)


class Opening(NamedTuple):
    """What a word may begin: its sense alone, the second words of longer rows, and those rows' lengths, longest first.

    The lengths end with 1 where the word has a sense alone. ``behind``: of a noun and its verb written as one
    («امضاکردند»), where the verb begins in the word, and its sense; ``alone`` is that of the noun.
    """

    alone: Sense | None
    seconds: frozenset[str] = frozenset()
    lengths: tuple[int, ...] = ()
    behind: tuple[int, Sense] | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every sense by its row of words, and by first word what may begin with it."""

    senses: Mapping[tuple[str, ...], Sense]
    openings: Mapping[str, Opening]
    # Letters that join no letter after them: only there do writers run two words together.
    ending: frozenset[str]
    # The opening of any word, one with a verb glued to it among them; None for a word that begins nothing.
    met: Memo[str, Opening | None]

    @classmethod
    def of(cls, senses: Mapping[tuple[str, ...], Sense], ending: Iterable[str] = ()) -> Vocabulary:
        """The vocabulary of rows of folded words."""
        lengths: dict[str, set[int]] = {}
        seconds: dict[str, set[str]] = {}
        for words in senses:
            lengths.setdefault(words[0], set()).add(len(words))
            if len(words) > 1:
                seconds.setdefault(words[0], set()).add(words[1])
        openings = {
            word: Opening(
                senses.get((word,)), frozenset(seconds.get(word, ())), tuple(sorted(sizes, reverse=True))
            )
            for word, sizes in lengths.items()
        }  # fmt: skip
        letters = frozenset(ending)
        return cls(senses, openings, letters, Memo(lambda word: openings.get(word) or _glued(word, senses, letters)))


def find_atoms(line: WordLine, within: range, vocabulary: Vocabulary) -> tuple[Atom, ...]:
    """Every sense in a range of words, the longest row from the left, none overlapping another."""
    words, starts, stops, span_of = line.words, line.starts, line.stops, Span._make
    found: list[Atom] = []
    free, end = within.start, within.stop
    for at, opening in enumerate(map(vocabulary.met.__getitem__, words[free:end]), free):
        if opening is None or at < free:
            continue
        sense, seconds, lengths, behind = opening
        stop = at + 1
        if behind is not None and sense is not None:
            middle, verb = starts[at] + behind[0], behind[1]
            found.append(Atom(at, stop, span_of((starts[at], middle)), sense.labels))
            found.append(Atom(at, stop, span_of((middle, stops[at])), verb.labels, verb.verb))
            continue
        if seconds and stop < end and words[stop] in seconds:
            sense, stop = _longest(line, at, end, lengths, vocabulary)
        if sense is not None:
            found.append(Atom(at, stop, span_of((starts[at], stops[stop - 1])), sense.labels, sense.verb))
            free = stop
    return tuple(found)


def _longest(
    line: WordLine, at: int, end: int, lengths: tuple[int, ...], vocabulary: Vocabulary
) -> tuple[Sense | None, int]:
    """The sense of the longest row that begins at a word, with nothing but blanks inside it, and the word after it."""
    for length in lengths:
        stop = at + length
        sense = vocabulary.senses.get(line.words[at:stop]) if stop <= end else None
        if sense is not None and (length == 1 or all(line.soft[at + 1 : stop])):
            return sense, stop
    return None, at + 1


def _glued(word: str, senses: Mapping[tuple[str, ...], Sense], ending: frozenset[str]) -> Opening | None:
    """A noun and its verb written as one, which begins behind one of the ``ending`` letters."""
    for cut in range(3, len(word) - 1) if len(word) >= _GLUED else ():
        verb = senses.get((word[cut:],)) if word[cut - 1] in ending else None
        if verb and verb.verb:
            noun = senses.get((word[:cut],))
            if noun and noun.labels:
                return Opening(noun, behind=(cut, verb))
    return None
