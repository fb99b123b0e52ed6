"""Place a date in time: count from the day of publication, or try the years in which it may lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from peyvand.core.calendar.extent import Days, stretch_days
from peyvand.core.calendar.reckoning import Calendar, NoSuchDay, months_from, to_calendar
from peyvand.core.calendar.said import Said, Stretch, Unit

# Two-digit years reach this far past the year of publication: plans, not prophecies.
_AHEAD = 10
_CENTURIES = {Calendar.SOLAR: (1400, 1300), Calendar.LUNAR: (1400, 1300), Calendar.GREGORIAN: (2000, 1900)}


def is_fixed(stretch: Stretch) -> bool:
    """Whether both ends name their year in full."""
    return all(said.year is not None and not said.short for said in (stretch.first, stretch.last))


def hangs(stretch: Stretch) -> bool:
    """Whether the words themselves point at the day of publication, or leave the century to it."""
    return any(
        said.unit is not None or said.short or (said.weekday is not None and said.day is None)
        for said in (stretch.first, stretch.last)
    )


def in_month(stretch: Stretch, tense: str | None, published: date) -> Stretch:
    """A day without a month moved to the month before or behind that of publication, where its tense asks for that."""
    day, last = stretch.first.day, stretch.last.day
    if day is None or stretch.first.month is not None or stretch.first.unit is not Unit.MONTH:
        return stretch
    shift = -1 if tense == "past" and day > published.day else int(tense == "future" and (last or day) < published.day)
    moved = [replace(said, shift=(said.shift or 0) + shift) for said in (stretch.first, stretch.last)]
    return Stretch(first=moved[0], last=moved[1])


def counted(stretch: Stretch, published: date, week_starts: int) -> Stretch:
    """The absolute date of words that count from the day of publication. Raises `NoSuchDay`."""
    first = _counted(stretch.first, published, week_starts)
    last = first if stretch.last == stretch.first else _counted(stretch.last, published, week_starts)
    return Stretch(first=first.first, last=last.last)


def _counted(said: Said, published: date, week_starts: int) -> Stretch:
    if said.short and said.year is not None:
        return _one(replace(said, short=False, year=_full_year(said.calendar, said.year, published)))
    if said.unit is None or said.shift is None:
        return _one(said)
    if said.unit is Unit.DAY:
        return _one(day_said(published + timedelta(days=said.shift), said.calendar))
    if said.unit is Unit.WEEK:
        return _week(said, published, week_starts)
    year, month, _ = to_calendar(published, said.calendar)
    if said.unit is Unit.YEAR:
        return _one(replace(said, year=year + said.shift, unit=None, shift=None))
    year, month = months_from(year, month, said.shift)
    return _one(replace(said, year=year, month=month, unit=None, shift=None))


def _one(said: Said) -> Stretch:
    return Stretch(first=said, last=said)


def day_said(day: date, calendar: Calendar) -> Said:
    """A day as said in full in a calendar."""
    year, month, number = to_calendar(day, calendar)
    return Said(calendar=calendar, year=year, month=month, day=number)


def _week(said: Said, published: date, week_starts: int) -> Stretch:
    begin = published - timedelta(days=(published.isoweekday() - week_starts) % 7) + timedelta(weeks=said.shift or 0)
    if said.weekday is not None:
        return _one(day_said(begin + timedelta(days=(said.weekday - week_starts) % 7), said.calendar))
    return Stretch(first=day_said(begin, said.calendar), last=day_said(begin + timedelta(days=6), said.calendar))


def _full_year(calendar: Calendar, short: int, published: date) -> int:
    latest = to_calendar(published, calendar)[0] + _AHEAD
    return next((century + short for century in _CENTURIES[calendar] if century + short <= latest), short)


def weekday_day(said: Said, published: date) -> date | None:
    """The day of a lone weekday: the last or next one where that is said, else only the day of publication."""
    if said.weekday is None or said.turn == 0:
        return None
    ahead = (said.weekday - published.isoweekday()) % 7
    if said.turn is None:
        return None if ahead else published
    return published + timedelta(days=ahead or 7) if said.turn > 0 else published + timedelta(days=ahead - 7)


def in_years(stretch: Stretch, years: Iterable[int]) -> Iterator[Stretch]:
    """The date in each of the years in which the calendar has it; the year is that of the last end."""
    for year in years:
        placed = _in_year(stretch, year)
        try:
            stretch_days(placed)
        except NoSuchDay:
            continue
        yield placed


def _in_year(stretch: Stretch, year: int) -> Stretch:
    first, last = stretch.first, stretch.last
    over = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    placed = replace(last, year=year, unit=None, shift=None, turn=None)
    if first == last:
        return Stretch(first=placed, last=placed)
    return Stretch(first=replace(first, year=year - over, unit=None, shift=None, turn=None), last=placed)


def years_about(day: date, calendar: Calendar, reach: int) -> range:
    """The years of a calendar within ``reach`` of a day's year."""
    year = to_calendar(day, calendar)[0]
    return range(year - reach, year + reach + 1)


def days_apart(one: Days, other: Days) -> int:
    """Days between two stretches of days; 0 where they touch."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)
