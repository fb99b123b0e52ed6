"""Fields of cooperation that a text ties to a bond: «همکاری در گردشگری و مدیریت پسماند»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from peyvand.core.reading.claims.area_words import AreaWords, Bar, Tie
from peyvand.core.reading.model import Area, Evidence
from peyvand.core.reading.numbers import number_at
from peyvand.core.reading.wordline import WordLine, parted_by, word_line
from peyvand.core.text import Folded, Span
from peyvand.core.text.value import value

_TYING, _FOREIGN = frozenset((Tie.CUE, Tie.TERM, Tie.PAPER)), frozenset((Tie.OUTSIDER, Tie.CITIES))
_OWN = frozenset((Tie.INSIDER, Tie.PAPER))
_COMMAS = frozenset("،,")
# Words at the end of a part of a sentence in which its verb stands.
_VERB = 4
# A head before a field has at most so many words.
_HEAD = 5
# Words from a field to the verb that says that somebody has it.
_HAD = 8


@value()
class _Field:
    areas: tuple[str, ...]
    first: int
    stop: int


# What a tie is, its first word and the word after it.
_Tied = tuple[Tie, int, int]


def find_areas(folded: Folded, words: AreaWords, spans: Sequence[Span]) -> tuple[Area, ...]:
    """The fields in some folded spans, each code once, in the order of the text.

    A field counts where the same part of a sentence speaks of cooperation, of a text agreed on, of talks, visits or
    exchange; not where it describes one city or tells what twinning is, belongs to the name of a body or a post, or is
    denied.
    """
    line = word_line(folded.text)
    found: dict[str, Area] = {}
    for sentence, fields in _told(line, words, spans):
        if all(area in found for field in fields for area in field.areas):
            continue
        for area, first, stop in _clause_areas(line, words, sentence, fields):
            if area not in found:
                said = line.span(first, stop)
                shown = folded.back(said)
                found[area] = Area(area=area, evidence=Evidence(shown, shown.of(folded.page)))
    return tuple(found.values())


def without(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """What is left of some spans without others; both in the order of the text."""
    left: list[Span] = []
    rest = iter((*taken, None))
    cut = next(rest)
    for span in spans:
        start = span.start
        while cut is not None and cut.stop <= start:
            cut = next(rest)
        while cut is not None and cut.start < span.stop:
            if cut.start > start:
                left.append(Span(start, cut.start))
            start = min(cut.stop, span.stop)
            if cut.stop > span.stop:
                break
            cut = next(rest)
        if start < span.stop:
            left.append(Span(start, span.stop))
    return left


def _told(line: WordLine, words: AreaWords, spans: Sequence[Span]) -> Iterator[tuple[range, list[_Field]]]:
    """The sentences that have fields and do not tell what twinning is, or go on with that."""
    sentences = line.sentences(spans)
    page = range(sentences[0].start, sentences[-1].stop) if sentences else range(0)
    found = {first: _Field(areas, first, stop) for areas, first, stop in words.fields.all(line, page)}
    defining = {first for _, first, _ in words.definitions.all(line, page)} if found else set()
    general = False
    for sentence, fields in parted_by(list(found), sentences):
        if defining:
            general = not defining.isdisjoint(sentence) or (general and bool(words.going_on.all(line, sentence)))
        if fields and not general:
            yield sentence, [found[first] for first in fields]


def _clause_areas(
    line: WordLine, words: AreaWords, clause: range, found: Sequence[_Field]
) -> Iterator[tuple[str, int, int]]:
    goes_on = False
    for part in _parts(line, words, clause):
        fields = [field for field in found if field.first in part]
        ties = words.ties.all(line, part) if fields else []
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
    occasions = list(_occasions(line, part, ties))
    for field, following in zip_longest(fields, fields[1:]):
        joined = previous is not None and _is_joined(line, words, previous.stop, field.first)
        bars = _bars(line, words, part, field)
        barred = (barred and joined) or _is_barred(line, words, part, field, ties, bars)
        if not (
            barred
            or any(field.first in occasion for occasion in occasions)
            or Bar.QUALIFIED in bars
            or _narrows(line, words, previous, field)
            or (not joined and _acts(line, words, field, following))
        ):
            yield from ((area, field.first, field.stop) for area in field.areas)
        previous = field


def _narrows(line: WordLine, words: AreaWords, previous: _Field | None, field: _Field) -> bool:
    """Whether a field only narrows the one before it («فاضلاب‌های صنعتی»); a fair has fields of its own."""
    if previous is None or previous.stop != field.first or not line.is_soft(field.first):
        return False
    if line.words[field.first] not in words.narrowing:
        return False
    head = words.bars.at(line, previous.first)
    return head is None or head[0] not in (Bar.FAIR, Bar.FAIR_OF)


def _acts(line: WordLine, words: AreaWords, field: _Field, following: _Field | None) -> bool:
    """Whether a form that is a field only in lists stands alone: «مدیریت شهری برای گسترش روابط …»."""
    listed = words.listed.at(line, field.first) if line.words[field.first] in words.listed.index else None
    if listed is None or listed[1] < field.stop:
        return False
    before = field.first - 1
    before -= line.word(before) in words.loose
    if line.is_soft(field.first) and line.word(before) in words.openers:
        return False
    return following is None or not _is_joined(line, words, field.stop, following.first)


def _is_cooperation(line: WordLine, words: AreaWords, part: range, ties: Sequence[_Tied]) -> bool:
    """Whether a part of a sentence ties fields to a bond."""
    kinds = {kind for kind, _, _ in ties}
    if kinds.isdisjoint(_TYING) or Tie.DESCRIPTION in kinds or (Tie.COPULA in kinds and Tie.TERM not in kinds):
        return False
    if not words.none.isdisjoint(line.words[part.start : part.stop]):
        return False
    if words.denials.all(line, range(max(part.start, part.stop - _VERB), part.stop)):
        return False
    return kinds.isdisjoint(_FOREIGN) or not kinds.isdisjoint(_OWN)


def _is_joined(line: WordLine, words: AreaWords, stop: int, first: int) -> bool:
    """Whether two fields stand in one list: «فرهنگی، هنری و ورزشی»."""
    between = line.words[stop:first]
    if not words.between.issuperset(between):
        return False
    return all(line.is_soft(at) or line.sign(at) in _COMMAS for at in range(stop, first + 1))


def _bars(line: WordLine, words: AreaWords, part: range, field: _Field) -> set[Bar]:
    """What the words right before a field make of it, or those before «تاریخی و …» between: a name, at worst."""
    first = field.first
    bars: set[Bar] = set()
    index = words.bars.index
    for start in range(max(part.start, first - _HEAD), first):
        if line.words[start] in index and (head := words.bars.at(line, start)):
            bar, stop = head
            if bar is Bar.FAIR_OF or (bar is Bar.FAIR and _is_numbered(line, words, start)):
                bar, stop = Bar.NAME, first if stop >= first - 1 else stop
            elif not line.is_soft(first):
                continue
            if stop == first:
                bars.add(bar)
    return bars | _bars_before(line, words, part, first)


def _bars_before(line: WordLine, words: AreaWords, part: range, first: int) -> set[Bar]:
    """«مرکز دیپلماسی عمومی و رسانه‌ای»: the bars in front of words that only lead from a head to its field."""
    end = first
    while end > part.start and (line.soft[end] or line.sign(end) in _COMMAS) and line.words[end - 1] in words.between:
        end -= 1
    if end == first or not line.is_soft(end):
        return set()
    heads = [words.bars.at(line, start) for start in range(max(part.start, end - _HEAD), end)]
    return {head[0] for head in heads if head and head[1] == end and head[0] in (Bar.NAME, Bar.HELD)}


def _is_barred(
    line: WordLine, words: AreaWords, part: range, field: _Field, ties: Sequence[_Tied], bars: set[Bar]
) -> bool:
    """Whether a field belongs to a name, to what somebody has, or to people who only attend."""
    if Bar.NAME in bars or (Bar.HELD in bars and _is_had(line, words, part, field)):
        return True
    return _only_attends(line, words, part, field, ties)


def _is_had(line: WordLine, words: AreaWords, part: range, field: _Field) -> bool:
    return not words.has.isdisjoint(line.words[field.stop : min(field.stop + _HAD, part.stop)])


def _only_attends(line: WordLine, words: AreaWords, part: range, field: _Field, ties: Sequence[_Tied]) -> bool:
    """«با حضور بازرگانان و جوانان»: people who are there, unless they are those of the bond's cities."""
    if line.words[field.first] not in words.people.index or words.people.at(line, field.first) is None:
        return False
    since = next((at for at in range(field.first - 1, part.start, -1) if line.word(at) in words.attending), None)
    if since is None:
        return False
    return not any(
        (kind is Tie.CUE and since < first < field.first) or (kind is Tie.INSIDER and first == field.stop)
        for kind, first, _ in ties
    )


def _occasions(line: WordLine, part: range, ties: Sequence[_Tied]) -> Iterator[range]:
    """«در گشایش بازارچه غذا …،»: where something is said, not what it is about; unless the cities hold it together."""
    for occasion, start, stop in ties:
        if occasion is Tie.OCCASION:
            end = next(iter(line.breaks(range(stop, part.stop))), part.stop)
            if not any(kind is Tie.INSIDER and start < first < end for kind, first, _ in ties):
                yield range(start, end)


def _is_numbered(line: WordLine, words: AreaWords, at: int) -> bool:
    number = number_at(line, at - 1, words.numbers) if line.is_soft(at) else None
    return number is not None and number.ordinal
