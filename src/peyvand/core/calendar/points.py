"""Rules for days and months: «روز بیستم فروردین ماه», «۱۷ تا ۲۰ مرداد ۱۴۰۳», "April 9, 2025"."""

from __future__ import annotations

from dataclasses import replace

from peyvand.core.calendar import lexemes
from peyvand.core.calendar.lexemes import MonthName, Row, Word
from peyvand.core.calendar.parsed import Parsed, single
from peyvand.core.calendar.reckoning import Calendar
from peyvand.core.calendar.said import Said, Slice, Stretch, Unit
from peyvand.core.calendar.years import TURNS, Year, beside_month, digits_year, era
from peyvand.core.text.value import value

_NUMBERS = (lexemes.DIGITS, lexemes.ORDINAL, lexemes.CARDINAL)
_DAYS = range(1, 32)
_OPENERS = (lexemes.IN, lexemes.FROM, lexemes.TO)
_JOINS = (lexemes.TO, lexemes.DASH, lexemes.AND)
_LISTING = (lexemes.AND, lexemes.COMMA)
_BEHIND_DOT = (lexemes.MONTH, *_JOINS)
SLICES = tuple(Slice)
_WEEKS = {1: Slice.WEEK_1, 2: Slice.WEEK_2, 3: Slice.WEEK_3, 4: Slice.WEEK_4}
_TENS = {1: Slice.TEN_1, 2: Slice.TEN_2, 3: Slice.TEN_3}


@value()
class _Month:
    name: MonthName
    stop: int
    unit: bool


def _day(row: Row, at: int) -> tuple[int, int] | None:
    """A day's number and the lexeme after it, with its ending («۳۰ام», "9th")."""
    lexeme = row[at]
    if lexeme.word not in _NUMBERS or lexeme.value not in _DAYS:
        return None
    if lexeme.word is lexemes.DIGITS and (lexeme.width > 2 or _is_clock(row, at)):
        return None
    at += 1
    dotted = row.words.dotted_days and row[at].word is lexemes.DOT and row[at + 1].word in _BEHIND_DOT
    return lexeme.value, at + (dotted or row[at].word is lexemes.ORDINAL_END)


def _is_clock(row: Row, at: int) -> bool:
    """Whether a number is the minute or hour of a time: «13:20 - 21 مهر»."""
    text, lexeme = row.folded.text, row[at]
    return ":" in (text[lexeme.start - 1 : lexeme.start], text[lexeme.stop : lexeme.stop + 1]) and (
        text[lexeme.start - 2 : lexeme.start - 1].isdecimal() or text[lexeme.stop + 1 : lexeme.stop + 2].isdecimal()
    )


def _days(row: Row, at: int) -> tuple[int, int, int] | None:
    """First and last day, and the lexeme after them: «هفدهم تا بیستم», «۱۷، ۱۸ و ۱۹», "7-10"."""
    first = _day(row, at)
    if not first:
        return None
    number, stop = first
    if row[stop].word in _LISTING and row[at - 1].word is not lexemes.BETWEEN:
        return number, *_run(row, number, stop)
    if row[stop].word in _JOINS:
        last = _day(row, stop + 1 + (row[stop + 1].word is lexemes.DAY_UNIT))
        if last and number < last[0]:
            return number, *last
    return number, number, stop


def _run(row: Row, number: int, stop: int) -> tuple[int, int]:
    """The last of days that follow one another in a list; «۱۷ و ۲۰» are two days, not a stretch."""
    while row[stop].word in _LISTING and (following := _day(row, stop + 1)) and following[0] == number + 1:
        number, stop = following
    return number, stop


def _month(row: Row, at: int) -> _Month | None:
    """A month's name with the word for month before or after it."""
    start = at
    while row[at].word in (lexemes.OF, lexemes.MONTH_UNIT) and at - start < 3:
        at += 1
    if row[at].word is not lexemes.MONTH:
        return None
    name = row.month(at)
    before = row[at - 1].word is lexemes.MONTH_UNIT and at > start
    at += 1
    after = row[at].word is lexemes.MONTH_UNIT and row[at + 1].word not in TURNS
    return _Month(name, at + after, before or after or name.unit_said)


def _filled(said: Said, year: Year | None) -> Said:
    if year is None:
        return said
    return replace(
        said,
        year=year.year,
        short=year.short,
        unit=Unit.YEAR if year.shift is not None else None,
        shift=year.shift,
        turn=year.turn,
    )


def day_month(row: Row, at: int) -> Parsed | None:
    """Day or days, month, and the year where it is said."""
    days = _days(row, at)
    month = _month(row, days[2]) if days else None
    if not days or not month:
        return _day_of_this_month(row, at)
    if row[at].word is lexemes.CARDINAL and month.name.caution is not month.name.caution.PLAIN and not month.unit:
        return None
    year = beside_month(row, month.stop)
    stop = year.stop if year else month.stop
    first = _filled(Said(calendar=month.name.calendar, month=month.name.number, day=days[0]), year)
    backed = month.unit or year is not None or days[0] != days[1]
    said = Stretch(first=first, last=replace(first, day=days[1]))
    return Parsed(said, stop, month.name, backed)


def _day_of_this_month(row: Row, at: int) -> Parsed | None:
    """«۱۵ ماه جاری», «بیستم ماه گذشته»."""
    day = _day(row, at)
    if not day:
        return None
    stop = day[1] + (row[day[1]].word is lexemes.OF)
    shift = _unit_turn(row, stop, lexemes.MONTH_UNIT)
    if shift is None:
        return None
    said = Said(calendar=row.words.calendar, day=day[0], unit=Unit.MONTH, shift=shift)
    return single(said, stop + 2, backed=True)


def _unit_turn(row: Row, at: int, unit: Word) -> int | None:
    """The turn of «ماه گذشته» or "last month", in either order."""
    one, two = row[at].word, row[at + 1].word
    if one is unit and two in TURNS:
        return TURNS[two]
    return TURNS.get(one) if two is unit and one is not lexemes.AGO else None


def month_day(row: Row, at: int) -> Parsed | None:
    """Month before day: "April 9, 2025", "August 7-10, 2024"; elsewhere only with comma and year: «حوت ۱۲، ۱۳۹۹»."""
    if row[at].word is not lexemes.MONTH:
        return None
    name = row.month(at)
    start = at + 1 + (row[at + 1].word is lexemes.DOT)
    start += row[start].word is lexemes.OF
    days = _days(row, start)
    if not days:
        return None
    year = beside_month(row, days[2])
    if not name.day_follows and not (year and row[days[2]].word is lexemes.COMMA):
        return None
    stop = year.stop if year else days[2]
    first = _filled(Said(calendar=name.calendar, month=name.number, day=days[0]), year)
    return Parsed(Stretch(first=first, last=replace(first, day=days[1])), stop, name, backed=True)


def month_alone(row: Row, at: int) -> Parsed | None:
    """A month with or without its year: «تیر ۱۴۰۳», «اسفند گذشته», «دی‌ماه», "last May".

    A number right before the name is a day that did not fit («۴۵ مهر»), so nothing is read there.
    """
    if row[at].word is lexemes.MONTH and row[at - 1].word in _NUMBERS:
        return None
    return _month_whole(row, at)


def _month_whole(row: Row, at: int) -> Parsed | None:
    turn = row[at].word if row[at].word in (lexemes.PAST, lexemes.NEXT, lexemes.THIS) else None
    month = _month(row, at + 1 if turn else at)
    if not month:
        return None
    said = Said(calendar=month.name.calendar, month=month.name.number)
    if turn:
        shift = Year(month.stop, shift=0) if turn is lexemes.THIS else Year(month.stop, turn=TURNS[turn])
        return single(_filled(said, shift), month.stop, month.name, backed=True)
    dot = row[month.stop].word is lexemes.DOT and month.name.capital
    year = beside_month(row, month.stop + dot)
    stop = year.stop if year else month.stop
    return single(_filled(said, year), stop, month.name, backed=month.unit or year is not None)


def sliced(row: Row, at: int) -> Parsed | None:
    """A part of a month, season or year: «اوایل اردیبهشت ۱۴۰۳», «نیمه دوم سال», «هفته نخست مهر»."""
    part = _slice(row, at)
    if not part:
        return None
    which, stop = part
    stop += row[stop].word is lexemes.OF
    whole = _month_whole(row, stop) or _year_whole(row, stop)
    if not whole or whole.said.first.season or whole.said.first.turn:
        return None
    said = replace(whole.said.first, slice=which)
    return single(said, whole.stop, whole.name, backed=True)


def _slice(row: Row, at: int) -> tuple[Slice, int] | None:
    lexeme, following = row[at], row[at + 1]
    if lexeme.word is lexemes.SLICE:
        return SLICES[lexeme.value], at + 1
    tables = {lexemes.WEEK_UNIT: _WEEKS, lexemes.DECADE_UNIT: _TENS}
    if lexeme.word in tables and following.word is lexemes.ORDINAL:
        which = tables[lexeme.word].get(following.value)
    elif lexeme.word is lexemes.ORDINAL and following.word is lexemes.WEEK_UNIT:
        which = _WEEKS.get(lexeme.value)
    else:
        return None
    return (which, at + 2) if which else None


def _year_whole(row: Row, at: int) -> Parsed | None:
    year = beside_month(row, at)
    if year is None or year.turn is not None:
        return None
    said = _filled(Said(calendar=year.calendar or row.words.calendar), year)
    return single(said, year.stop)


def season(row: Row, at: int) -> Parsed | None:
    """«پاییز ۱۴۰۲», «بهار امسال», «تابستان», "the spring of 1998", "last summer"."""
    start = at - (row[at - 1].word is lexemes.OF)
    turn = row[at].word if row[at].word in (lexemes.PAST, lexemes.NEXT, lexemes.THIS) else None
    at += turn is not None
    if row[at].word is not lexemes.SEASON:
        return None
    year = beside_month(row, at + 1)
    if turn:
        year = Year(at + 1, shift=0) if turn is lexemes.THIS else Year(at + 1, turn=TURNS[turn])
    calendar = (year.calendar if year else None) or row.words.calendar
    said = _filled(Said(calendar=calendar, season=row[at].value), year)
    if year is None and row[at].value in row.words.shy_seasons and row[start - 1].word not in _OPENERS:
        return None
    return single(said, year.stop if year else at + 1, backed=year is not None)


def decade(row: Row, at: int) -> Parsed | None:
    """«دهه هفتاد», «دهه ۱۳۷۰», «دهه ۹۰ میلادی», "the 1990s"."""
    if row[at].word is lexemes.DIGITS and row[at + 1].word is lexemes.DECADE_END:
        year = digits_year(row, at, short=False)
        return _ten(row, year.year, year.calendar, at + 2) if year and year.year else None
    number = row[at + 1]
    if row[at].word is not lexemes.DECADE_UNIT or number.word not in (lexemes.DIGITS, lexemes.CARDINAL):
        return None
    named, stop = era(row, at + 2)
    whole = digits_year(row, at + 1, short=False)
    if whole and whole.year:
        return _ten(row, whole.year, whole.calendar, whole.stop)
    century = {Calendar.SOLAR: 1300, Calendar.GREGORIAN: 1900}.get(named or row.words.calendar)
    if century is None or number.value % 10 or number.value < 10:
        return None
    return _ten(row, century + number.value, named or row.words.calendar, stop) if number.value < 100 else None


def _ten(row: Row, year: int, calendar: Calendar | None, stop: int) -> Parsed | None:
    if year % 10:
        return None
    return single(Said(calendar=calendar or row.words.calendar, year=year, decade=True), stop, backed=True)
