"""Days in three calendars: Solar Hijri, lunar Hijri (Umm al-Qura) and Gregorian."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

_SOLAR_YEARS = range(1200, 1501)
_LUNAR_YEARS = range(1343, 1501)
_GREGORIAN_YEARS = range(1500, 3000)
# An article asks for the same few years over and over.
_REMEMBERED = 4096


class Calendar(StrEnum):
    """The calendar in which a date was said."""

    SOLAR = "solar_hijri"
    LUNAR = "lunar_hijri"
    GREGORIAN = "gregorian"


YEARS = {Calendar.SOLAR: _SOLAR_YEARS, Calendar.LUNAR: _LUNAR_YEARS, Calendar.GREGORIAN: _GREGORIAN_YEARS}


class NoSuchDay(ValueError):
    """The calendar has no such day, month or year, or does not reach it."""


@lru_cache(_REMEMBERED)
def to_day(calendar: Calendar, year: int, month: int, day: int) -> date:
    """The Gregorian day of a full date. Raises `NoSuchDay`; a date is never shifted."""
    if year not in YEARS[calendar]:
        raise NoSuchDay(f"{calendar} year {year}")
    try:
        if calendar is Calendar.SOLAR:
            return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        if calendar is Calendar.LUNAR:
            return date(*Hijri(year, month, day).to_gregorian().datetuple())
        return date(year, month, day)
    except (ValueError, OverflowError) as fault:
        raise NoSuchDay(f"{calendar} {year}-{month}-{day}") from fault


def to_calendar(day: date, calendar: Calendar) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day in another calendar. Raises `NoSuchDay` outside the calendar's reach."""
    if calendar is Calendar.GREGORIAN:
        return day.year, day.month, day.day
    try:
        if calendar is Calendar.LUNAR:
            return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
        solar = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
        return solar.year, solar.month, solar.day
    except (ValueError, OverflowError) as fault:
        raise NoSuchDay(f"{day} in {calendar}") from fault


def months_from(year: int, month: int, shift: int) -> tuple[int, int]:
    """The year and month that lie ``shift`` months from a month of any of the calendars."""
    years, rest = divmod(month - 1 + shift, 12)
    return year + years, rest + 1


def month_days(calendar: Calendar, year: int, month: int) -> tuple[date, date]:
    """First and last day of a month. Raises `NoSuchDay`."""
    following = months_from(year, month, 1)
    return to_day(calendar, year, month, 1), _first(calendar, *following) - timedelta(days=1)


def _first(calendar: Calendar, year: int, month: int) -> date:
    if year in YEARS[calendar]:
        return to_day(calendar, year, month, 1)
    # The month after the calendar's last: a month has at least 29 days, so step over the end by counting.
    day = to_day(calendar, year - 1, 12, 29)
    try:
        return to_day(calendar, year - 1, 12, 30) + timedelta(days=1)
    except NoSuchDay:
        return day + timedelta(days=1)


def weekday(day: date) -> int:
    """ISO weekday: Monday is 1, Sunday is 7."""
    return day.isoweekday()
