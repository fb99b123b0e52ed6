"""The words a reader knows, found in one pass over a page: labels («تفاهم‌نامه» → ``document``) and verbs.

The table goes by first word, so that a page costs one look-up per word, however many forms the lexicon has.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peyvand.core.reading.phrases import Phrases
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text import Span

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


def find_atoms(line: WordLine, within: range, vocabulary: Phrases[Sense]) -> tuple[Atom, ...]:
    """Every sense in a range of words, the longest row from the left, none overlapping another."""
    index = vocabulary.index
    words = line.words
    found: list[Atom] = []
    at = within.start
    while at < within.stop:
        word = words[at]
        if word in index:
            hit = vocabulary.at(line, at)
            if hit and hit[1] <= within.stop:
                sense, stop = hit
                found.append(Atom(at, stop, line.span(at, stop), sense.labels, sense.verb))
                at = stop
                continue
        elif len(word) >= _GLUED:
            found.extend(_glued(line, at, vocabulary))
        at += 1
    return tuple(found)


def _glued(line: WordLine, at: int, vocabulary: Phrases[Sense]) -> tuple[Atom, ...]:
    """A noun and its verb written as one («امضاکردند»)."""
    word, start = line.words[at], line.starts[at]
    for cut in range(3, len(word) - 1):
        verb = _alone(word[cut:], vocabulary)
        if verb and verb.verb:
            noun = _alone(word[:cut], vocabulary)
            if noun and noun.labels:
                middle = start + cut
                return (
                    Atom(at, at + 1, Span(start, middle), noun.labels),
                    Atom(at, at + 1, Span(middle, line.stops[at]), verb.labels, verb.verb),
                )
    return ()


def _alone(word: str, vocabulary: Phrases[Sense]) -> Sense | None:
    return vocabulary.alone(word)
