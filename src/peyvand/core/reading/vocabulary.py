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

    The lengths end with 1 where the word has a sense alone.
    """

    alone: Sense | None
    seconds: frozenset[str]
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every sense by its row of words, and by first word what may begin with it."""

    senses: Mapping[tuple[str, ...], Sense]
    openings: Mapping[str, Opening]
    # Letters that join no letter after them: only there do writers run two words together.
    ending: frozenset[str] = frozenset()
    # The last two letters of every verb of one word.
    closing: frozenset[str] = frozenset()

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
        closing = frozenset(words[0][-2:] for words, sense in senses.items() if len(words) == 1 and sense.verb)
        return cls(senses, openings, frozenset(ending), closing)

    def alone(self, word: str) -> Sense | None:
        """The sense of one word by itself."""
        opening = self.openings.get(word)
        return opening.alone if opening else None


def find_atoms(line: WordLine, within: range, vocabulary: Vocabulary) -> tuple[Atom, ...]:
    """Every sense in a range of words, the longest row from the left, none overlapping another."""
    openings, words, starts, stops = vocabulary.openings, line.words, line.starts, line.stops
    closing = vocabulary.closing
    found: list[Atom] = []
    free, end = within.start, within.stop
    for at in within:
        if at < free:
            continue
        word = words[at]
        opening = openings.get(word)
        if opening is None:
            if len(word) >= _GLUED and word[-2:] in closing:
                found.extend(_glued(line, at, vocabulary))
            continue
        sense, seconds, lengths = opening
        stop = at + 1
        if seconds and stop < end and words[stop] in seconds:
            sense, stop = _longest(line, at, end, lengths, vocabulary)
        if sense is not None:
            found.append(Atom(at, stop, Span(starts[at], stops[stop - 1]), sense.labels, sense.verb))
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


def _glued(line: WordLine, at: int, vocabulary: Vocabulary) -> tuple[Atom, ...]:
    """A noun and its verb written as one («امضاکردند»)."""
    word, start = line.words[at], line.starts[at]
    for cut in range(3, len(word) - 1):
        if word[cut - 1] not in vocabulary.ending:
            continue
        verb = vocabulary.alone(word[cut:])
        if verb and verb.verb:
            noun = vocabulary.alone(word[:cut])
            if noun and noun.labels:
                middle = start + cut
                return (
                    Atom(at, at + 1, Span(start, middle), noun.labels),
                    Atom(at, at + 1, Span(middle, line.stops[at]), verb.labels, verb.verb),
                )
    return ()
