"""The words a reader knows, found in one pass over a page: labels («تفاهم‌نامه» → ``document``) and verbs.

The table goes by first word, so that a page costs one look-up per word, however many forms the lexicon has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from peyvand.core.reading.wordline import WordLine
from peyvand.core.text import Span

# Shorter words are never two that a writer has run together.
_GLUED = 7
_ALONE = (1,)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every sense by its row of words: by first word the lengths of the rows that begin with it, the longest first."""

    senses: Mapping[tuple[str, ...], Sense]
    lengths: Mapping[str, tuple[int, ...]]
    # The first two words of every longer row: most words begin none, and one look-up tells.
    openings: frozenset[tuple[str, str]] = frozenset()
    # Letters that join no letter after them: only there do writers run two words together.
    ending: frozenset[str] = frozenset()

    @classmethod
    def of(cls, senses: Mapping[tuple[str, ...], Sense], ending: Iterable[str] = ()) -> Vocabulary:
        """The vocabulary of rows of folded words."""
        lengths: dict[str, set[int]] = {}
        for words in senses:
            lengths.setdefault(words[0], set()).add(len(words))
        ordered = {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}
        openings = frozenset((words[0], words[1]) for words in senses if len(words) > 1)
        return cls(senses, ordered, openings, frozenset(ending))

    def alone(self, word: str) -> Sense | None:
        """The sense of one word by itself."""
        return self.senses.get((word,))


def find_atoms(line: WordLine, within: range, vocabulary: Vocabulary) -> tuple[Atom, ...]:
    """Every sense in a range of words, the longest row from the left, none overlapping another."""
    lengths, senses, openings, words = vocabulary.lengths, vocabulary.senses, vocabulary.openings, line.words
    found: list[Atom] = []
    at, end = within.start, within.stop
    while at < end:
        word = words[at]
        size = 1
        if word in lengths:
            opens = at + 1 < end and (word, words[at + 1]) in openings
            for length in lengths[word] if opens else _ALONE:
                sense = senses.get(words[at : at + length]) if at + length <= end else None
                if sense is not None and (length == 1 or all(line.soft[at + 1 : at + length])):
                    span = Span(line.starts[at], line.stops[at + length - 1])
                    found.append(Atom(at, at + length, span, sense.labels, sense.verb))
                    size = length
                    break
        elif len(word) >= _GLUED:
            found.extend(_glued(line, at, vocabulary))
        at += size
    return tuple(found)


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
