"""Whether two ways of saying a date agree."""

from __future__ import annotations

from datetime import timedelta

from peyvand.core.calendar.extent import Days, stretch_days
from peyvand.core.calendar.placing import days_apart, in_years, is_fixed, years_about
from peyvand.core.calendar.reckoning import Calendar, NoSuchDay
from peyvand.core.calendar.said import DateKind, Stretch

_PRECISION = {kind: at for at, kind in enumerate(
    (DateKind.DAY, DateKind.PART, DateKind.MONTH, DateKind.SEASON, DateKind.YEAR, DateKind.DECADE)
)}  # fmt: skip
_YEAR_ABOUT = 1


def precision(stretch: Stretch) -> int:
    """0 for days, more for vaguer dates."""
    return max(_PRECISION.get(said.kind, 0) for said in (stretch.first, stretch.last))


def agree(placed: Stretch, other: Stretch) -> bool:
    """Whether ``other``, in one of the years it may mean, is the same date as ``placed``, or the vaguer of the two."""
    days = stretch_days(placed)
    if is_fixed(other):
        years = [other]
    else:
        years = list(in_years(other, years_about(days[1], other.first.calendar, _YEAR_ABOUT)))
    return any(_meets(placed, days, candidate) for candidate in years)


def _meets(placed: Stretch, days: Days, other: Stretch) -> bool:
    try:
        others = stretch_days(other)
    except NoSuchDay:
        return False
    # The new moon is seen a day earlier or later from place to place.
    slack = timedelta(days=int(Calendar.LUNAR in (placed.first.calendar, other.first.calendar)))
    if precision(placed) == precision(other) == 0:
        return abs(days[0] - others[0]) <= slack and abs(days[1] - others[1]) <= slack
    return days_apart(days, others) <= slack.days


def on_weekday(placed: Stretch, *spoken: Stretch) -> bool:
    """Whether the weekday that was said, if any, is that of the day."""
    said = {stretch.first.weekday for stretch in spoken if stretch.first.weekday and stretch.first.day}
    return not said or said == {stretch_days(placed)[0].isoweekday()}
