"""Fields of cooperation that a text ties to a bond: «همکاری در گردشگری و مدیریت پسماند»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from peyvand.core.reading.model import Area, Evidence
from peyvand.core.reading.numbers import NumberWords, number_at
from peyvand.core.reading.phrases import Phrases
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import Folded, Span

_COMMAS = frozenset("،,")
# Words at the end of a part of a sentence in which its verb stands.
_VERB = 4


class Tie(StrEnum):
    """What words do to the fields beside them: tie them to a bond, describe a city, or speak of other parties."""

    CUE = "cue"
    DESCRIPTION = "description"
    OUTSIDER = "outsider"
    INSIDER = "insider"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaWords:
    """Fields by form, and what ties them to a bond or takes them away from it."""

    fields: Phrases[tuple[str, ...]]
    ties: Phrases[Tie]
    barred: Phrases[bool]
    inner: frozenset[str]
    qualifying: Phrases[bool]
    fairs: Phrases[bool]
    fairs_of: Phrases[bool]
    # «به گزارش …»: up to the comma behind it stands the name of an outlet.
    sources: Phrases[bool]
    denials: Phrases[bool]
    none: frozenset[str]
    buts: frozenset[str]
    narrowing: frozenset[str]
    joiners: frozenset[str]
    # Signs that part a sentence: what is said before one is not tied to what is said behind it.
    parts: frozenset[str]
    numbers: NumberWords


class _Field(NamedTuple):
    areas: tuple[str, ...]
    first: int
    stop: int


def find_areas(folded: Folded, words: AreaWords, spans: Sequence[Span]) -> tuple[Area, ...]:
    """The fields in some folded spans, each code once, in the order of the text.

    A field counts where the same part of a sentence speaks of cooperation, of a text agreed on, of talks, visits or
    exchange; not where it describes one city, belongs to the name of a body or a post, or is denied.
    """
    line = word_line(folded.text)
    found: dict[str, Area] = {}
    for span in spans:
        for clause in line.clauses(line.inside(span)):
            for area, first, stop in _clause_areas(line, words, clause):
                if area not in found:
                    said = line.span(first, stop)
                    found[area] = Area(area=area, evidence=Evidence(folded.back(said), folded.quote(said)))
    return tuple(found.values())


def _clause_areas(line: WordLine, words: AreaWords, clause: range) -> Iterator[tuple[str, int, int]]:
    goes_on = False
    for part in _parts(line, words, clause):
        fields = [_Field(*hit) for hit in words.fields.all(line, part)]
        tied = bool(fields) and (goes_on or _is_cooperation(line, words, part))
        if tied:
            yield from _tied(line, words, part, fields)
        # A list may go on behind «؛»: a part that ends in a field has had no verb.
        goes_on = tied and fields[-1].stop == part.stop


def _parts(line: WordLine, words: AreaWords, clause: range) -> Iterator[range]:
    start = _behind_source(line, words, clause)
    for at in line.breaks(clause):
        if at > start and (line.words[at] in words.buts or line.sign(at) in words.parts):
            yield range(start, at)
            start = at
    yield range(start, clause.stop)


def _behind_source(line: WordLine, words: AreaWords, clause: range) -> int:
    """The first word of a sentence behind «به گزارش روابط عمومی …،»."""
    start = clause.start
    while start < clause.stop and words.sources.at(line, start):
        start = next(iter(line.breaks(range(start, clause.stop))), clause.stop)
    return start


def _tied(line: WordLine, words: AreaWords, part: range, fields: Sequence[_Field]) -> Iterator[tuple[str, int, int]]:
    """The fields of a part that are not taken away by the words before them."""
    previous: _Field | None = None
    barred = False
    for field in fields:
        joined = previous is not None and _is_joined(line, words, previous.stop, field.first)
        barred = (barred and joined) or _is_barred(line, words, part, field.first)
        qualifies = _ends_at(line, words.qualifying, part, field.first)
        narrows = previous is not None and previous.stop == field.first and line.is_soft(field.first)
        narrows = narrows and line.words[field.first] in words.narrowing
        if not (barred or qualifies or narrows):
            yield from ((area, field.first, field.stop) for area in field.areas)
        previous = field


def _is_cooperation(line: WordLine, words: AreaWords, part: range) -> bool:
    """Whether a part of a sentence ties fields to a bond."""
    ties = {tie for tie, _, _ in words.ties.all(line, part)}
    if Tie.CUE not in ties or Tie.DESCRIPTION in ties:
        return False
    if not words.none.isdisjoint(line.words[part.start : part.stop]):
        return False
    if any(True for _ in words.denials.all(line, range(max(part.start, part.stop - _VERB), part.stop))):
        return False
    return Tie.OUTSIDER not in ties or Tie.INSIDER in ties


def _is_joined(line: WordLine, words: AreaWords, stop: int, first: int) -> bool:
    """Whether two fields stand in one list: «فرهنگی، هنری و ورزشی»."""
    between = line.words[stop:first]
    if any(word not in words.joiners and word not in words.inner for word in between):
        return False
    return all(line.is_soft(at) or line.sign(at) in _COMMAS for at in range(stop, first + 1))


def _is_barred(line: WordLine, words: AreaWords, part: range, first: int) -> bool:
    """Whether a field belongs to a name: of a body («سازمان صنایع»), a post, or a fair with a number."""
    end = first
    while end > part.start and line.is_soft(end) and line.word(end - 1) in words.inner | words.joiners:
        end -= 1
    if _ends_at(line, words.barred, part, first) or (end < first and _ends_at(line, words.barred, part, end)):
        return True
    for start in range(max(part.start, first - 3), first):
        if (fair := words.fairs_of.at(line, start)) and fair[1] >= first - 1:
            return True
        if (fair := words.fairs.at(line, start)) and fair[1] >= first - 1 and _is_numbered(line, words, start):
            return True
    return False


def _ends_at(line: WordLine, phrases: Phrases[bool], part: range, stop: int) -> bool:
    """Whether a phrase of at most three words stands right before a word."""
    if not line.is_soft(stop):
        return False
    return any(
        (found := phrases.at(line, start)) is not None and found[1] == stop
        for start in range(max(part.start, stop - 3), stop)
    )


def _is_numbered(line: WordLine, words: AreaWords, at: int) -> bool:
    number = number_at(line, at - 1, words.numbers) if line.is_soft(at) else None
    return number is not None and number.ordinal
