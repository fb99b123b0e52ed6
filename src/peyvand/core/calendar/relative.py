"""Rules for dates that hang on the day of publication: «دیروز», «پنجشنبه گذشته», «دو سال پیش», "last week"."""

from __future__ import annotations

from dataclasses import replace

from peyvand.core.calendar import lexemes
from peyvand.core.calendar.lexemes import Row
from peyvand.core.calendar.parsed import Parsed, single
from peyvand.core.calendar.points import day_month, month_day
from peyvand.core.calendar.said import Said, Stretch, Unit
from peyvand.core.calendar.years import TURNS, is_one

_UNITS = {
    lexemes.DAY_UNIT: Unit.DAY, lexemes.WEEK_UNIT: Unit.WEEK,
    lexemes.MONTH_UNIT: Unit.MONTH, lexemes.YEAR_UNIT: Unit.YEAR,
}  # fmt: skip
_NUMBERS = (lexemes.DIGITS, lexemes.ORDINAL, lexemes.CARDINAL)
_MOST = 200


def _said(row: Row, unit: Unit, shift: int) -> Said:
    return Said(calendar=row.words.calendar, unit=unit, shift=shift)


def day_word(row: Row, at: int) -> Parsed | None:
    """«امروز», «دیروز», "tomorrow"."""
    if row[at].word is not lexemes.RELATIVE_DAY:
        return None
    return single(_said(row, Unit.DAY, row[at].value), at + 1, backed=True)


def unit_turn(row: Row, at: int) -> Parsed | None:
    """«روز گذشته», «هفته آینده», «ماه جاری», "next month"."""
    one, two = row[at].word, row[at + 1].word
    if one in _UNITS and two in TURNS and is_one(row, at):
        unit, turn = _UNITS[one], TURNS[two]
    elif two in _UNITS and one in TURNS and one is not lexemes.AGO:
        unit, turn = _UNITS[two], TURNS[one]
    else:
        return None
    if unit is Unit.DAY and lexemes.AGO in (one, two):
        # «روز قبل» is the day before whatever was told, not before the publication.
        return None
    return single(_said(row, unit, turn), at + 2, backed=True)


def ago(row: Row, at: int) -> Parsed | None:
    """«دو سال پیش», "three weeks ago"; «دو سال گذشته» is a length of time and no date."""
    number, unit, end = row[at], row[at + 1], row[at + 2]
    if number.word not in (lexemes.DIGITS, lexemes.CARDINAL) or unit.word not in _UNITS or end.word is not lexemes.AGO:
        return None
    if not 0 < number.value <= _MOST:
        return None
    return single(_said(row, _UNITS[unit.word], -number.value), at + 3, backed=True)


def weekday(row: Row, at: int) -> Parsed | None:
    """A weekday: with a day and month as their check, with a turn, or bare."""
    if row[at].word in (lexemes.PAST, lexemes.NEXT, lexemes.THIS) and row[at + 1].word is lexemes.WEEKDAY:
        said = Said(calendar=row.words.calendar, weekday=row[at + 1].value, turn=TURNS[row[at].word])
        return single(said, at + 2, backed=True)
    if row[at].word is not lexemes.WEEKDAY:
        return None
    number = row[at].value
    stop = at + 1 + (row[at + 1].word is lexemes.HOUR)
    return _checked_day(row, stop, number) or _turned(row, stop, number) or _bare(row, at, stop, number)


def _checked_day(row: Row, at: int, number: int) -> Parsed | None:
    bracket = row[at].word is lexemes.OPEN
    start = at
    while row[start].word in (lexemes.COMMA, lexemes.OPEN, lexemes.DAY_UNIT, lexemes.OF) and start - at < 3:
        start += 1
    day = day_month(row, start) or month_day(row, start)
    if not day:
        return None
    stop = day.stop + (bracket and row[day.stop].word is lexemes.CLOSE)
    first = replace(day.said.first, weekday=number)
    last = first if day.said.first == day.said.last else day.said.last
    return replace(day, said=Stretch(first=first, last=last), stop=stop, backed=True)


def _turned(row: Row, at: int, number: int) -> Parsed | None:
    week = row[at].word is lexemes.WEEK_UNIT
    turn = TURNS.get(row[at + week].word)
    if turn is None:
        return None
    said = Said(calendar=row.words.calendar, weekday=number)
    said = replace(said, unit=Unit.WEEK, shift=turn) if week else replace(said, turn=turn)
    return single(said, at + week + 1, backed=True)


def _bare(row: Row, at: int, stop: int, number: int) -> Parsed | None:
    if number in row.words.city_weekdays and not _is_day(row, at):
        return None
    if row.token(row[stop - 1].after) in row.words.plurals:
        return None
    return single(Said(calendar=row.words.calendar, weekday=number), stop, backed=True)


def _is_day(row: Row, at: int) -> bool:
    """Whether a weekday that is also a city's name is the day here: «روز دوشنبه», «عصر دوشنبه»."""
    return row[at - 1].word in (lexemes.DAY_UNIT, lexemes.HOUR) or row[at + 1].word is lexemes.HOUR
