"""Counting days by law: calendar days or working days, and the next day on which an office is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

# Whether offices of a country are open on a day.
IsOpen = Callable[[date], bool]
_DAY = timedelta(days=1)
# No country closes its offices longer; a calendar that says so is broken.
_LONGEST_CLOSED = 60


class NeverOpen(ValueError):
    """A calendar that has no working day."""


def open_on_or_after(day: date, *calendars: IsOpen) -> date:
    """The first day from ``day`` on that is a working day by every calendar. Raises `NeverOpen`."""
    for _ in range(_LONGEST_CLOSED):
        if all(is_open(day) for is_open in calendars):
            return day
        day += _DAY
    raise NeverOpen(day.isoformat())


def days_after(day: date, days: int, *, working: bool, is_open: IsOpen) -> date:
    """The day on which a term of ``days`` that begins the day after ``day`` has run out."""
    if not working:
        return day + timedelta(days=days)
    for _ in range(days):
        day = open_on_or_after(day + _DAY, is_open)
    return day


def weekdays(day: date) -> bool:
    """Monday to Friday: where nothing better is known."""
    return day.weekday() < 5
