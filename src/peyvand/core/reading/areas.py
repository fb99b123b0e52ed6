"""Fields of cooperation that a text ties to a bond: «همکاری در گردشگری و مدیریت پسماند»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from peyvand.core.reading.area_words import AreaWords, Tie
from peyvand.core.reading.model import Area, Evidence
from peyvand.core.reading.numbers import number_at
from peyvand.core.reading.phrases import Phrases
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import Folded, Span

_COMMAS = frozenset("،,")
# Words at the end of a part of a sentence in which its verb stands.
_VERB = 4
# Words from a field to the verb that says that somebody has it.
_HAD = 8


class _Field(NamedTuple):
    areas: tuple[str, ...]
    first: int
    stop: int


class _Tied(NamedTuple):
    kind: Tie
    first: int
    stop: int


def find_areas(folded: Folded, words: AreaWords, spans: Sequence[Span]) -> tuple[Area, ...]:
    """The fields in some folded spans, each code once, in the order of the text.

    A field counts where the same part of a sentence speaks of cooperation, of a text agreed on, of talks, visits or
    exchange; not where it describes one city or tells what twinning is, belongs to the name of a body or a post, or is
    denied.
    """
    line = word_line(folded.text)
    found: dict[str, Area] = {}
    general = False
    for span in spans:
        for clause in line.clauses(line.inside(span)):
            general = _is_general(line, words, clause, general)
            for area, first, stop in () if general else _clause_areas(line, words, clause):
                if area not in found:
                    said = line.span(first, stop)
                    found[area] = Area(area=area, evidence=Evidence(folded.back(said), folded.quote(said)))
    return tuple(found.values())


def _is_general(line: WordLine, words: AreaWords, clause: range, before: bool) -> bool:
    """Whether a sentence tells what twinning is, or goes on with it."""
    return _any(words.definitions, line, clause) or (before and _any(words.going_on, line, clause))


def _any(phrases: Phrases[bool], line: WordLine, within: range) -> bool:
    return next(phrases.all(line, within), None) is not None


def _clause_areas(line: WordLine, words: AreaWords, clause: range) -> Iterator[tuple[str, int, int]]:
    goes_on = False
    for part in _parts(line, words, clause):
        fields = [_Field(*hit) for hit in words.fields.all(line, part)]
        ties = [_Tied(*hit) for hit in words.ties.all(line, part)] if fields else []
        tied = bool(fields) and (goes_on or _is_cooperation(line, words, part, ties))
        if tied:
            yield from _tied(line, words, part, fields, ties)
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


def _tied(
    line: WordLine, words: AreaWords, part: range, fields: Sequence[_Field], ties: Sequence[_Tied]
) -> Iterator[tuple[str, int, int]]:
    """The fields of a part that are not taken away by the words before them."""
    previous: _Field | None = None
    barred = False
    occasions = [at for occasion in _occasions(line, words, part, ties) for at in occasion]
    for field, following in zip_longest(fields, fields[1:]):
        joined = previous is not None and _is_joined(line, words, previous.stop, field.first)
        barred = (barred and joined) or field.first in occasions or _is_barred(line, words, part, field, ties)
        if not (
            barred
            or _ends_at(line, words.qualifying, part, field.first)
            or _narrows(line, words, previous, field)
            or (not joined and _acts(line, words, field, following))
        ):
            yield from ((area, field.first, field.stop) for area in field.areas)
        previous = field


def _narrows(line: WordLine, words: AreaWords, previous: _Field | None, field: _Field) -> bool:
    """Whether a field only narrows the one before it («فاضلاب‌های صنعتی»); a fair has fields of its own."""
    if previous is None or previous.stop != field.first or not line.is_soft(field.first):
        return False
    return line.words[field.first] in words.narrowing and words.fairs.at(line, previous.first) is None


def _acts(line: WordLine, words: AreaWords, field: _Field, following: _Field | None) -> bool:
    """Whether a form that is a field only in lists stands alone: «مدیریت شهری برای گسترش روابط …»."""
    listed = words.listed.at(line, field.first)
    if listed is None or listed[1] < field.stop:
        return False
    before = field.first - 1
    before -= line.word(before) in words.loose
    if line.is_soft(field.first) and line.word(before) in words.openers:
        return False
    return following is None or not _is_joined(line, words, field.stop, following.first)


def _is_cooperation(line: WordLine, words: AreaWords, part: range, ties: Sequence[_Tied]) -> bool:
    """Whether a part of a sentence ties fields to a bond."""
    kinds = {tie.kind for tie in ties}
    if kinds.isdisjoint((Tie.CUE, Tie.TERM)) or Tie.DESCRIPTION in kinds:
        return False
    if Tie.COPULA in kinds and Tie.TERM not in kinds:
        return False
    if not words.none.isdisjoint(line.words[part.start : part.stop]):
        return False
    if _any(words.denials, line, range(max(part.start, part.stop - _VERB), part.stop)):
        return False
    return kinds.isdisjoint((Tie.OUTSIDER, Tie.CITIES)) or Tie.INSIDER in kinds


def _is_joined(line: WordLine, words: AreaWords, stop: int, first: int) -> bool:
    """Whether two fields stand in one list: «فرهنگی، هنری و ورزشی»."""
    between = line.words[stop:first]
    if any(word not in words.joiners and word not in words.inner for word in between):
        return False
    return all(line.is_soft(at) or line.sign(at) in _COMMAS for at in range(stop, first + 1))


def _is_barred(line: WordLine, words: AreaWords, part: range, field: _Field, ties: Sequence[_Tied]) -> bool:
    """Whether a field belongs to a name: of a body («سازمان صنایع»), a post, or a fair with a number; or to people."""
    first = end = field.first
    while end > part.start and line.is_soft(end) and line.word(end - 1) in words.inner | words.joiners:
        end -= 1
    heads = {first, end}
    if any(_ends_at(line, words.barred, part, head) for head in heads):
        return True
    if _is_had(line, words, part, field) and any(_ends_at(line, words.shared, part, head) for head in heads):
        return True
    return _is_of_fair(line, words, part, first) or _only_attends(line, words, part, field, ties)


def _is_of_fair(line: WordLine, words: AreaWords, part: range, first: int) -> bool:
    for start in range(max(part.start, first - 3), first):
        if (fair := words.fairs_of.at(line, start)) and fair[1] >= first - 1:
            return True
        if (fair := words.fairs.at(line, start)) and fair[1] >= first - 1 and _is_numbered(line, words, start):
            return True
    return False


def _is_had(line: WordLine, words: AreaWords, part: range, field: _Field) -> bool:
    return not words.has.isdisjoint(line.words[field.stop : min(field.stop + _HAD, part.stop)])


def _only_attends(line: WordLine, words: AreaWords, part: range, field: _Field, ties: Sequence[_Tied]) -> bool:
    """«با حضور بازرگانان و جوانان»: people who are there, unless they are those of the bond's cities."""
    if words.people.at(line, field.first) is None:
        return False
    since = next((at for at in range(field.first - 1, part.start, -1) if line.word(at) in words.attending), None)
    if since is None:
        return False
    return not any(
        (tie.kind is Tie.CUE and since < tie.first < field.first)
        or (tie.kind is Tie.INSIDER and tie.first == field.stop)
        for tie in ties
    )


def _occasions(line: WordLine, words: AreaWords, part: range, ties: Sequence[_Tied]) -> Iterator[range]:
    """«در گشایش بازارچه غذا …،»: where something is said, not what it is about; unless the cities hold it together."""
    for _, first, stop in words.occasions.all(line, part):
        end = next(iter(line.breaks(range(stop, part.stop))), part.stop)
        if not any(tie.kind is Tie.INSIDER and first < tie.first < end for tie in ties):
            yield range(first, end)


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
