"""Find the dates of a page: cut it into date words, try the rules where one may begin, join ranges and pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peyvand.core.calendar import lexemes, numeric, points, relative, years
from peyvand.core.calendar.caution import is_date, is_doubtful
from peyvand.core.calendar.extent import same_day
from peyvand.core.calendar.lexemes import CalendarWords, Row, blocks, cut
from peyvand.core.calendar.parsed import Parsed, between, lend
from peyvand.core.calendar.said import DateKind, DateMention, Stretch
from peyvand.core.text import Folded, Span
from peyvand.core.text.value import value

_NUMBER_RULES = (numeric.numeric, numeric.counted, points.day_month, points.decade, relative.ago, years.year_alone)
_UNIT_RULES = (
    points.sliced, points.decade, relative.weekday, points.month_alone, points.season, years.year_alone,
    relative.unit_turn,
)  # fmt: skip
_RULES = {
    lexemes.DIGITS: _NUMBER_RULES,
    lexemes.ORDINAL: (points.sliced, *_NUMBER_RULES),
    lexemes.CARDINAL: _NUMBER_RULES,
    lexemes.MONTH: (points.month_day, points.month_alone),
    lexemes.MONTH_UNIT: _UNIT_RULES,
    lexemes.YEAR_UNIT: _UNIT_RULES,
    lexemes.WEEK_UNIT: _UNIT_RULES,
    lexemes.DECADE_UNIT: _UNIT_RULES,
    lexemes.SEASON: (points.season,),
    lexemes.SLICE: (points.sliced,),
    lexemes.WEEKDAY: (relative.weekday,),
    lexemes.RELATIVE_DAY: (relative.day_word,),
    lexemes.RELATIVE_YEAR: (years.year_alone,),
    lexemes.PAST: _UNIT_RULES,
    lexemes.NEXT: _UNIT_RULES,
    lexemes.THIS: _UNIT_RULES,
}
_BEGINNERS = frozenset((*_RULES, lexemes.DAY_UNIT, lexemes.OF))
# These say nothing without a date word after them.
_NEEDY = _BEGINNERS - {
    lexemes.DIGITS, lexemes.MONTH, lexemes.SEASON, lexemes.WEEKDAY, lexemes.RELATIVE_DAY, lexemes.RELATIVE_YEAR,
}  # fmt: skip
_LEANING = (lexemes.IN, lexemes.FROM, lexemes.BETWEEN, lexemes.COMMA, lexemes.HOUR, lexemes.DAY_UNIT)
_ASKING = (lexemes.IN, lexemes.FROM, lexemes.TO, lexemes.BETWEEN)


@value()
class _Date:
    """A date found at a lexeme, with its ends and its other calendars joined."""

    at: int
    parsed: Parsed
    stop: int
    also: tuple[Stretch, ...]
    ranged: bool


def scan_dates(folded: Folded, words: CalendarWords, within: Span | None = None) -> tuple[DateMention, ...]:
    """Every date that is said in a page, or in a folded span of it, in the order of the text.

    Linear in the length of the text. Names that only hold a date («میدان ۱۵ خرداد») give nothing.
    """
    found: list[tuple[DateMention, str | None, bool]] = []
    for block in blocks(folded.text, within or Span(0, len(folded.text))):
        row = cut(folded, words, block)
        for date, certain in _dates(row):
            found.append((_mention(row, date), date.parsed.name.family if date.parsed.name else None, certain))
    sure = {family for _, family, certain in found if certain and family}
    return tuple(mention for mention, family, certain in found if certain or family in sure)


def _dates(row: Row) -> Iterator[tuple[_Date, bool]]:
    done, name_stop = 0, -1
    year: _Date | None = None
    for at, lexeme in enumerate(row.lexemes):
        if at < done or lexeme.word not in _BEGINNERS or (lexeme.word in _NEEDY and row[at + 1].word is lexemes.GAP):
            continue
        listed = row[at - 1].word in (lexemes.AND, lexemes.COMMA)
        date = _date(row, at, asked=listed and year is not None and year.stop == at - 1)
        if date is None:
            continue
        date = _in_year(row, date, year) if year else date
        if _is_named(row, date) or (listed and name_stop == at - 1):
            name_stop = date.stop
        elif is_date(row, at, date.parsed):
            yield date, True
        elif is_doubtful(row, at, date.parsed):
            yield date, False
        year = date if date.parsed.said.kind in (DateKind.YEAR, DateKind.RELATIVE_YEAR) else None
        done = date.stop


def _in_year(row: Row, date: _Date, year: _Date) -> _Date:
    """A date that leans on a year said right before it."""
    if date.at - year.stop > 2 or any(row[at].word not in _LEANING for at in range(year.stop, date.at)):
        return date
    said = lend(year.parsed.said.first, date.parsed.said)
    return replace(date, parsed=replace(date.parsed, said=said, backed=True)) if said else date


def _is_named(row: Row, date: _Date) -> bool:
    """Whether a street, a square or an agency bears the date as its name, or it comes round every year."""
    before = row[date.at - 1].word
    if before in (lexemes.IN, lexemes.COMMA):
        before = row[date.at - 2].word
    named = date.parsed.name is not None and row.token(row[date.at].first - 1) in row.words.named_after
    return named or before is lexemes.EVERY


def _one(row: Row, at: int, *, asked: bool = False) -> Parsed | None:
    """The first rule that finds a date at a lexeme; ``asked`` lets four digits alone be a year."""
    word = row[at].word
    if word is lexemes.DAY_UNIT:
        return relative.unit_turn(row, at) or _backed(_ruled(row, at + 1))
    if word is lexemes.OF:
        return _ruled(row, at + 1, asked=asked) if row[at].value else None
    return _ruled(row, at, asked=asked)


def _ruled(row: Row, at: int, *, asked: bool = False) -> Parsed | None:
    word = row[at].word
    for rule in _RULES.get(word, ()):
        if found := rule(row, at):
            return found
    return years.bare_year(row, at) if asked and word is lexemes.DIGITS else None


def _backed(found: Parsed | None) -> Parsed | None:
    return replace(found, backed=True) if found else None


def _ranged(row: Row, at: int, *, asked: bool) -> tuple[Parsed, bool] | None:
    """One date, or two with a word of range between them."""
    found = _one(row, at, asked=asked)
    if not found:
        return None
    join = row[found.stop].word
    opened = lexemes.BETWEEN in (row[at - 1].word, row[at - 2].word)
    if join is lexemes.AND and not opened:
        return _listed(row, found)
    if found.said.kind is DateKind.RANGE or join not in (lexemes.TO, lexemes.DASH, lexemes.AND):
        return found, found.said.kind is DateKind.RANGE
    other = _one(row, found.stop + 1, asked=found.said.kind is DateKind.YEAR)
    if not other or other.said.kind is DateKind.RANGE:
        return found, False
    said = between(found.said.first, other.said.last)
    if not said:
        return found, False
    return Parsed(said, other.stop, found.name or other.name, backed=True), True


def _listed(row: Row, found: Parsed) -> tuple[Parsed, bool]:
    """«مرداد و شهریور ۱۴۰۱» is one stretch; «۳ مرداد و ۹ شهریور ۱۴۰۱» are two days of one year."""
    kind = found.said.kind
    if kind is DateKind.RANGE:
        other = _ruled(row, found.stop + 1)
        later = other is not None and (other.said.first.month or 0) >= (found.said.last.month or 13)
        said = lend(other.said.first, found.said) if other and later else None
        return (replace(found, said=said) if said else found), True
    other = _ruled(row, found.stop + 1) if kind in (DateKind.DAY, DateKind.MONTH) else None
    said = between(found.said.first, other.said.last) if other and other.said.kind is kind else None
    if not other or not said:
        return found, False
    if kind is DateKind.MONTH and (said.last.month or 0) - (said.first.month or 0) == 1:
        return Parsed(said, other.stop, found.name, backed=True), True
    return replace(found, said=Stretch(first=said.first, last=said.first), backed=found.backed or other.backed), False


def _date(row: Row, at: int, *, asked: bool) -> _Date | None:
    enclosed = row[at - 1].word is lexemes.OPEN and row[at + 1].word is lexemes.CLOSE
    found = _ranged(row, at, asked=asked or enclosed or row[at - 1].word in _ASKING)
    if not found:
        return None
    parsed, ranged = found
    also, stop = _others(row, parsed)
    # A second calendar beside it leaves no doubt that a month is meant.
    return _Date(at, replace(parsed, backed=True) if also else parsed, stop, also, ranged)


def _others(row: Row, parsed: Parsed) -> tuple[tuple[Stretch, ...], int]:
    """The same date in other calendars: in brackets, after «برابر با», or beside it and of the same day."""
    also: list[Stretch] = []
    stop = parsed.stop
    while len(also) < 2 and (other := _other(row, stop, parsed.said, bool(also))):
        also.append(other.said)
        stop = other.stop
    return tuple(also), stop


def _other(row: Row, at: int, said: Stretch, listed: bool) -> Parsed | None:
    start = at
    bracket = row[at].word is lexemes.OPEN
    at += row[at].word in (lexemes.OPEN, lexemes.COMMA) or (listed and row[at].word is lexemes.AND)
    equal = row[at].word is lexemes.EQUALS
    beside = at == start and row[at].word in (lexemes.STROKE, lexemes.DASH)
    found = _ranged(row, at + (equal or beside), asked=bracket or equal) if equal or beside or at > start else None
    if not found or found[0].said.first.calendar is said.first.calendar:
        return None
    other = found[0]
    if bracket:
        return replace(other, stop=other.stop + (row[other.stop].word is lexemes.CLOSE))
    return other if equal or same_day(said, other.said) or (listed and row[start].word is lexemes.AND) else None


def _mention(row: Row, date: _Date) -> DateMention:
    # «تا پایان روز ۳۱ خرداد»: the end of a day limits as the day does.
    before = row[date.at - 1 - (row[date.at - 1].word is lexemes.SLICE)]
    opened = date.ranged and before.word in (lexemes.FROM, lexemes.BETWEEN)
    start = before.start if opened else row[date.at].start
    span = Span(start, row[date.stop - 1].stop)
    return DateMention(
        span=span,
        text=row.folded.quote(span),
        said=date.parsed.said,
        also=date.also,
        since=before.word is lexemes.FROM and not date.ranged,
        until=before.word is lexemes.TO and not date.ranged,
        week_starts=row.words.week_starts,
    )
