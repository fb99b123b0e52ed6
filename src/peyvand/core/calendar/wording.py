"""Tell a date to a reader: an extended date in the words, digits and calendar of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from peyvand.core.calendar.edtf import bounds
from peyvand.core.calendar.reckoning import Calendar, NoSuchDay, to_calendar

_Triple = tuple[int, int, int]
_TEN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWording:
    """How one language tells dates.

    ``calendar`` is the one its readers live in; ``months`` has twelve names for each calendar; ``digits`` are the ten
    digits, or nothing; ``patterns`` are format strings by the shape of the date.
    """

    calendar: Calendar
    months: Mapping[Calendar, tuple[str, ...]] = field(repr=False)
    seasons: tuple[str, ...]
    digits: str
    patterns: Mapping[str, str] = field(repr=False)


def describe(edtf: str, wording: DateWording, calendar: Calendar | None = None) -> str:
    """An EDTF date in natural words, in ``calendar`` or the language's own.

    Days become days, months and years of that calendar where they fill them exactly; Gregorian months and years stay
    Gregorian. Raises `ValueError` for what is no EDTF date.
    """
    start, slash, stop = edtf.partition("/")
    if not slash:
        return _point(edtf, wording, calendar)
    if start in ("", ".."):
        return _put("until", wording, last=_point(stop, wording, calendar))
    if stop in ("", ".."):
        return _put("since", wording, first=_point(start, wording, calendar))
    return _days(*bounds(edtf), wording, calendar if _has_day(start) or _has_day(stop) else Calendar.GREGORIAN)


def _has_day(edtf: str) -> bool:
    return len(edtf) == len("2024-01-01")


def _point(edtf: str, wording: DateWording, calendar: Calendar | None) -> str:
    return _days(*bounds(edtf), wording, calendar if _has_day(edtf) else Calendar.GREGORIAN)


def _days(first: date | None, last: date | None, wording: DateWording, calendar: Calendar | None) -> str:
    if first is None or last is None:
        raise ValueError("an interval without ends")
    shown = calendar or wording.calendar
    try:
        one, two, after = _in_calendar(first, last, shown)
    except NoSuchDay:
        shown = Calendar.GREGORIAN
        one, two, after = _in_calendar(first, last, shown)
    if one[2] == after[2] == 1:
        years = _years(one, two, after, wording, shown) if one[1] == after[1] == 1 else None
        if told := years or _months(one, two, wording, shown):
            return told
    return _day_words(one, two, wording, shown)


def _in_calendar(first: date, last: date, shown: Calendar) -> tuple[_Triple, _Triple, _Triple]:
    """Both days and the day after the last, in a calendar."""
    after = last + timedelta(days=1) if last < date.max else last
    return to_calendar(first, shown), to_calendar(last, shown), to_calendar(after, shown)


def _years(one: _Triple, two: _Triple, after: _Triple, wording: DateWording, shown: Calendar) -> str:
    """Whole years: one, ten, or from one to another."""
    era = "gregorian_" if shown is Calendar.GREGORIAN else ""
    if after[0] - one[0] == 1:
        return _put(f"{era}year", wording, year=one[0])
    if after[0] - one[0] == _TEN and one[0] % _TEN == 0:
        return _put(f"{era}decade", wording, year=one[0])
    return _put(f"{era}years", wording, year=one[0], last_year=two[0])


def _months(one: _Triple, two: _Triple, wording: DateWording, shown: Calendar) -> str | None:
    """Whole months of one year: one, a season, or from one to another."""
    if one[0] != two[0]:
        return None
    names = wording.months[shown]
    if one[1] == two[1]:
        return _put("month", wording, month=names[one[1] - 1], year=one[0])
    if shown is Calendar.SOLAR and one[1] % 3 == 1 and two[1] == one[1] + 2:
        return _put("month", wording, month=wording.seasons[one[1] // 3], year=one[0])
    return _put("months", wording, month=names[one[1] - 1], last_month=names[two[1] - 1], year=one[0])


def _day_words(one: _Triple, two: _Triple, wording: DateWording, shown: Calendar) -> str:
    names = wording.months[shown]
    parts: dict[str, str | int] = {
        "day": one[2], "month": names[one[1] - 1], "year": one[0],
        "last_day": two[2], "last_month": names[two[1] - 1], "last_year": two[0],
    }  # fmt: skip
    if one == two:
        return _put("day", wording, **parts)
    if one[:2] == two[:2]:
        return _put("days_of_month", wording, **parts)
    return _put("days_of_year" if one[0] == two[0] else "days", wording, **parts)


def _put(shape: str, wording: DateWording, **parts: str | int) -> str:
    text = wording.patterns[shape].format(**parts)
    return text.translate({ord(str(n)): digit for n, digit in enumerate(wording.digits)}) if wording.digits else text
