"""Dates in digits alone: 1403/05/17, 99/12/5, 26/08/1392, 2024-08-07, 12.09.2023."""

from __future__ import annotations

import re
from itertools import pairwise

from peyvand.core.calendar import lexemes
from peyvand.core.calendar.lexemes import Row, Word
from peyvand.core.calendar.parsed import Parsed, single
from peyvand.core.calendar.reckoning import Calendar
from peyvand.core.calendar.said import Said, Unit
from peyvand.core.calendar.years import era, year_calendar

_MARKS = (lexemes.STROKE, lexemes.DASH, lexemes.DOT)
_MONTHS = range(1, 13)
_DAYS = range(1, 32)
# «2024-08-07T10:00»
_CLOCK = re.compile(r"t\d")


def numeric(row: Row, at: int) -> Parsed | None:
    """A day in three numbers with one mark between them and no space."""
    if not _is_tight(row, at) or row.token(row[at].first - 1) in row.words.numbered:
        return None
    parts = [row[at + step] for step in (0, 2, 4)]
    numbers = [part.value for part in parts]
    widths = [part.width for part in parts]
    named, stop = era(row, at + 5)
    said = _ordered(row, numbers, widths, row.text(at + 1), named)
    return single(said, stop, backed=True) if said else None


def counted(row: Row, at: int) -> Parsed | None:
    """A date counted with units: «2025年4月9日», «4月9日», «2025年4月»; «14日» alone is of the month of publication."""
    if not row.words.counted_dates:
        return None
    said: dict[Word, int] = {}
    stop = at
    for unit in (lexemes.YEAR_UNIT, lexemes.MONTH_UNIT, lexemes.DAY_UNIT):
        if row[stop].word in (lexemes.DIGITS, lexemes.CARDINAL) and row[stop + 1].word is unit:
            said[unit] = row[stop].value
            stop += 2
    if set(said) == {lexemes.DAY_UNIT} and not row[stop - 1].value and _is_day_alone(row, at, said[lexemes.DAY_UNIT]):
        alone = Said(calendar=Calendar.GREGORIAN, day=said[lexemes.DAY_UNIT], unit=Unit.MONTH, shift=0)
        return single(alone, stop, backed=True)
    year, month, day = (said.get(unit) for unit in (lexemes.YEAR_UNIT, lexemes.MONTH_UNIT, lexemes.DAY_UNIT))
    if month is None or month not in _MONTHS or (day is not None and day not in _DAYS):
        return None
    if year is not None and year_calendar(year) is not Calendar.GREGORIAN:
        return None
    return single(Said(calendar=Calendar.GREGORIAN, year=year, month=month, day=day), stop, backed=True)


def _is_day_alone(row: Row, at: int, day: int) -> bool:
    """Whether a day without its month is one: «14日», no ordinal («第3日») and no length of time («三日»)."""
    numbered = row.token(row[at].first - 1) in row.words.numbered
    return row[at].word is lexemes.DIGITS and day in _DAYS and not numbered


def _is_tight(row: Row, at: int) -> bool:
    parts = [row[at + step] for step in range(5)]
    if any(lexeme.word is not lexemes.DIGITS for lexeme in parts[::2]):
        return False
    if parts[1].word not in _MARKS or row.text(at + 1) != row.text(at + 3):
        return False
    together = all(one.stop == two.start for one, two in pairwise(parts))
    return together and not _goes_on(row, parts[0].start, parts[4].stop, row.text(at + 1))


def _goes_on(row: Row, start: int, stop: int, mark: str) -> bool:
    """Whether the digits are a piece of something longer: an address, a telephone number."""
    text = row.folded.text
    before, after = text[max(start - 1, 0) : start], text[stop : stop + 2]
    if _CLOCK.match(after):
        return False
    return before in (mark, "+") or after[:1].isalnum() or (after[:1] == mark and after[1:].isalnum())


def _ordered(row: Row, numbers: list[int], widths: list[int], mark: str, named: Calendar | None) -> Said | None:
    one, two, three = numbers
    if widths[0] == 4 and max(widths[1:]) <= 2:
        return _day(named or year_calendar(one), one, two, three)
    if widths[2] == 4 and max(widths[:2]) <= 2:
        return _year_last(named or year_calendar(three), three, one, two, mark)
    if max(widths) <= 2 and one > _DAYS[-1] and row.words.calendar is Calendar.SOLAR:
        return _day(named or Calendar.SOLAR, one, two, three, short=True)
    return None


def _year_last(calendar: Calendar | None, year: int, one: int, two: int, mark: str) -> Said | None:
    if calendar is Calendar.GREGORIAN and mark != "." and one != two:
        # 05/06/2024 is May in one country and June in another; above twelve the numbers speak for themselves.
        if one in _MONTHS and two in _MONTHS:
            return Said(calendar=calendar, year=year)
        if two not in _MONTHS:
            one, two = two, one
    return _day(calendar, year, two, one)


def _day(calendar: Calendar | None, year: int, month: int, day: int, *, short: bool = False) -> Said | None:
    if calendar is None or month not in _MONTHS or day not in _DAYS:
        return None
    return Said(calendar=calendar, year=year, month=month, day=day, short=short)
