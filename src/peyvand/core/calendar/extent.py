"""From what was said to days: the first and last day of a date whose year is known."""

from __future__ import annotations

from datetime import date, timedelta

from peyvand.core.calendar.reckoning import Calendar, NoSuchDay, month_days, months_from, to_day
from peyvand.core.calendar.said import Said, Slice, Stretch

Days = tuple[date, date]

_MONTH_SLICES = {
    Slice.EARLY: (1, 10), Slice.MIDDLE: (11, 20), Slice.LATE: (21, 0), Slice.FIRST_HALF: (1, 15),
    Slice.SECOND_HALF: (16, 0), Slice.WEEK_1: (1, 7), Slice.WEEK_2: (8, 14), Slice.WEEK_3: (15, 21),
    Slice.WEEK_4: (22, 28), Slice.TEN_1: (1, 10), Slice.TEN_2: (11, 20), Slice.TEN_3: (21, 0),
}  # fmt: skip
_YEAR_SLICES = {
    Slice.EARLY: (1, 3), Slice.MIDDLE: (4, 9), Slice.LATE: (10, 12), Slice.FIRST_HALF: (1, 6),
    Slice.SECOND_HALF: (7, 12),
}  # fmt: skip
_WEEK = timedelta(days=6)


def stretch_days(stretch: Stretch) -> Days:
    """First and last day of a date or range. Raises `NoSuchDay`, also where a range runs backwards."""
    days = said_days(stretch.first)
    if stretch.last is stretch.first:
        return days
    first, last = days[0], said_days(stretch.last)[1]
    if first > last:
        raise NoSuchDay(f"{stretch.value} runs backwards")
    return first, last


def said_days(said: Said) -> Days:
    """First and last day of a date whose year is known. Raises `NoSuchDay`."""
    if said.year is None or said.short:
        raise NoSuchDay(f"no year in {said.value}")
    if said.day is not None and said.month is not None:
        day = to_day(said.calendar, said.year, said.month, said.day)
        return day, day
    if said.month is not None:
        return _month(said, said.year, said.month)
    first, last = _months(said)
    from_year, from_month = months_from(said.year, 1, first - 1)
    to_year, to_month = months_from(said.year, 1, last - 1)
    return month_days(said.calendar, from_year, from_month)[0], month_days(said.calendar, to_year, to_month)[1]


def _month(said: Said, year: int, month: int) -> Days:
    first, last = month_days(said.calendar, year, month)
    if said.slice is None:
        return first, last
    if said.slice is Slice.LAST_WEEK:
        return last - _WEEK, last
    start, stop = _MONTH_SLICES[said.slice]
    return first + timedelta(days=start - 1), first + timedelta(days=stop - 1) if stop else last


def _months(said: Said) -> tuple[int, int]:
    """First and last month, counted from the first month of the year; a Gregorian winter runs into the next."""
    if said.season is not None:
        late = 2 if said.calendar is Calendar.GREGORIAN else 0
        return said.season * 3 - 2 + late, said.season * 3 + late
    if said.decade:
        return 1, 120
    if said.slice is None:
        return 1, 12
    if said.slice not in _YEAR_SLICES:
        raise NoSuchDay(f"{said.slice} of a year")
    return _YEAR_SLICES[said.slice]


def same_day(one: Stretch, other: Stretch) -> bool:
    """Whether two dates, both fully said, name the same days."""
    if any(said.day is None for said in (one.first, other.first)):
        return False
    try:
        return stretch_days(one) == stretch_days(other)
    except NoSuchDay:
        return False
