"""Dates on screen: as much as was said, in both calendars side by side; and the dates that a person types."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import pgettext

from peyvand.core.calendar import Calendar, NoSuchDay, bounds, month_days, to_calendar, to_day
from peyvand.core.calendar.edtf import write_days
from peyvand.lexicon.calendar import date_wording, describe_date, month_name
from peyvand.web.shared.digits import in_language, plain

_WEEKDAYS = {
    "fa": ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# No Gregorian year of a city's papers is as low as a Solar Hijri one, and the other way round.
_FIRST_GREGORIAN_YEAR = 1700
_TYPED = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_PLAIN_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class When:
    """A date for the eye: ``main`` in the language's own calendar, ``beside`` in the other.

    ``machine`` is for ``<time datetime>``: an ISO day, month or year, or empty where HTML knows no such form.
    """

    main: str
    beside: str
    machine: str = ""


@lru_cache(maxsize=4096)
def when(edtf: str, language: str) -> When:
    """An EDTF date in Gregorian terms, as the page of ``language`` says it. What is no date shows itself."""
    other = Calendar.GREGORIAN if _own(language) is Calendar.SOLAR else Calendar.SOLAR
    try:
        main, beside = describe_date(edtf, language), describe_date(edtf, language, other)
        if beside == main:
            # A year or month of one calendar is a stretch of days in the other.
            beside = describe_date(_in_days(edtf), language, Calendar.SOLAR)
    except ValueError:
        return When(edtf, "")
    return When(main, "" if beside == main else beside, edtf if _PLAIN_DATE.fullmatch(edtf) else "")


def day(value: date, language: str) -> When:
    """One day, as `when` says it."""
    return when(value.isoformat(), language)


def not_said() -> str:
    """What stands where no source says a date."""
    return pgettext("date", "not said")


def long_day(value: date, language: str) -> str:
    """A day with its weekday, in the language's own calendar: «یکشنبه ۱۷ فروردین ۱۴۰۴»."""
    return f"{_WEEKDAYS[language][value.weekday()]} {day(value, language).main}"


def month_of(value: date, language: str) -> str:
    """The month and year of a day in the language's own calendar."""
    own = _own(language)
    year, month, _day = to_calendar(value, own)
    return f"{month_name(own, month, language)} {in_language(str(year), language)}"


def year_of(value: date, language: str) -> str:
    """The year of a day in the language's own calendar."""
    return in_language(str(to_calendar(value, _own(language))[0]), language)


def beginnings(first: date, last: date, language: str, *, years: bool = False) -> list[date]:
    """The first days of the months, or years, of the language's own calendar between two days."""
    own = _own(language)
    start, stop = to_calendar(first, own), to_calendar(last, own)
    months = [1] if years else range(1, 13)
    days = (to_day(own, year, month, 1) for year in range(start[0], stop[0] + 1) for month in months)
    return [day for day in days if first <= day <= last]


def split(value: date, language: str) -> tuple[int, int, int]:
    """Year, month and day in the language's own calendar."""
    return to_calendar(value, _own(language))


def typed_day(words: str) -> date | None:
    """The day that a person typed, ``1403-05-17`` or ``2024-08-07`` in any digits; None when it is no day."""
    found = _typed(words)
    return found[0] if found and found[0] == found[1] else None


def typed_extent(words: str) -> str | None:
    """The days that a person typed as EDTF: a day, a month, a year, or two of them with `` / `` between; else None."""
    first, slash, last = words.partition(" / ")
    start, stop = _typed(first), _typed(last if slash else first)
    if start is None or stop is None or start[0] > stop[1]:
        return None
    return write_days(start[0], stop[1])


def extent_as_typed(edtf: str, language: str) -> str:
    """An EDTF date as `typed_extent` takes it back; empty where an end is open."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return ""
    return as_typed(first, language) if first == last else f"{as_typed(first, language)} / {as_typed(last, language)}"


def as_typed(value: date, language: str) -> str:
    """A day as the date fields of ``language`` show and take it."""
    if _own(language) is Calendar.GREGORIAN:
        return value.isoformat()
    year, month, of_month = to_calendar(value, Calendar.SOLAR)
    # Slashes, as Iran writes its dates; they also keep their order inside a line that runs from right to left.
    return in_language(f"{year:04}/{month:02}/{of_month:02}", language)


def _own(language: str) -> Calendar:
    return date_wording(language).calendar


def _in_days(edtf: str) -> str:
    first, last = bounds(edtf)
    return write_days(first, last) if first and last else edtf


def _typed(words: str) -> tuple[date, date] | None:
    """First and last day of a day, month or year, in the calendar that its year belongs to."""
    found = _TYPED.fullmatch(plain(words.strip()))
    if not found:
        return None
    year = int(found[1])
    month, of_month = (int(part) if part else None for part in found.groups()[1:])
    try:
        return _solar(year, month, of_month) if year < _FIRST_GREGORIAN_YEAR else _gregorian(year, month, of_month)
    except (NoSuchDay, ValueError):
        return None


def _solar(year: int, month: int | None, of_month: int | None) -> tuple[date, date]:
    if month and of_month:
        only = to_day(Calendar.SOLAR, year, month, of_month)
        return only, only
    first, last = month or 1, month or 12
    return month_days(Calendar.SOLAR, year, first)[0], month_days(Calendar.SOLAR, year, last)[1]


def _gregorian(year: int, month: int | None, of_month: int | None) -> tuple[date, date]:
    first = date(year, month or 1, of_month or 1)
    if of_month:
        return first, first
    return first, date(year, month or 12, monthrange(year, month or 12)[1])
