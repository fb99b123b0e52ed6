from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peyvand.core.calendar import Calendar, NoSuchDay, month_days, to_calendar, to_day, weekday
from peyvand.core.calendar.reckoning import YEARS, months_from

SOLAR_DAYS = st.dates(date(1821, 3, 21), date(2122, 3, 20))
LUNAR_DAYS = st.dates(date(1924, 8, 1), date(2077, 11, 16))


def test_every_solar_day_of_three_centuries_comes_back() -> None:
    day, last = to_day(Calendar.SOLAR, 1200, 1, 1), to_day(Calendar.SOLAR, 1500, 12, 29)
    before = (1199, 12, 30)

    while day <= last:
        year, month, number = to_calendar(day, Calendar.SOLAR)
        assert to_day(Calendar.SOLAR, year, month, number) == day
        assert (year, month, number) > before
        assert number == before[2] + 1 or number == 1
        before = (year, month, number)
        day += timedelta(days=1)


@given(LUNAR_DAYS)
def test_lunar_days_come_back(day: date) -> None:
    assert to_day(Calendar.LUNAR, *to_calendar(day, Calendar.LUNAR)) == day


@given(SOLAR_DAYS)
@example(date(2122, 2, 20))
def test_a_month_holds_its_days(day: date) -> None:
    year, month, _ = to_calendar(day, Calendar.SOLAR)
    first, last = month_days(Calendar.SOLAR, year, month)

    assert first <= day <= last
    assert (last - first).days + 1 == (31 if month <= 6 else 30 if month < 12 or _is_leap(year) else 29)


def _is_leap(year: int) -> bool:
    try:
        return bool(to_day(Calendar.SOLAR, year, 12, 30))
    except NoSuchDay:
        return False


@pytest.mark.parametrize(
    ("calendar", "said", "day"),
    [
        (Calendar.SOLAR, (1404, 1, 1), date(2025, 3, 21)),
        (Calendar.SOLAR, (1403, 12, 30), date(2025, 3, 20)),
        (Calendar.SOLAR, (1357, 11, 22), date(1979, 2, 11)),
        (Calendar.LUNAR, (1446, 9, 15), date(2025, 3, 15)),
        (Calendar.GREGORIAN, (2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_known_days(calendar: Calendar, said: tuple[int, int, int], day: date) -> None:
    assert to_day(calendar, *said) == day
    assert to_calendar(day, calendar) == said


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        (Calendar.SOLAR, (1402, 7, 31)),
        (Calendar.SOLAR, (1402, 12, 30)),
        (Calendar.SOLAR, (1402, 13, 1)),
        (Calendar.SOLAR, (2024, 1, 1)),
        (Calendar.LUNAR, (1445, 1, 31)),
        (Calendar.LUNAR, (1200, 1, 1)),
        (Calendar.GREGORIAN, (2023, 2, 29)),
        (Calendar.GREGORIAN, (1403, 0, 1)),
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused(calendar: Calendar, said: tuple[int, int, int]) -> None:
    with pytest.raises(NoSuchDay):
        to_day(calendar, *said)


def test_days_outside_the_lunar_tables_are_refused() -> None:
    with pytest.raises(NoSuchDay):
        to_calendar(date(1800, 1, 1), Calendar.LUNAR)


@pytest.mark.parametrize("calendar", list(Calendar))
def test_the_last_month_has_an_end(calendar: Calendar) -> None:
    first, last = month_days(calendar, YEARS[calendar][-1], 12)

    assert 28 <= (last - first).days <= 30


@pytest.mark.parametrize(
    ("shift", "month"), [(0, (1403, 11)), (1, (1403, 12)), (2, (1404, 1)), (-11, (1402, 12)), (24, (1405, 11))]
)
def test_months_are_counted_over_the_year(shift: int, month: tuple[int, int]) -> None:
    assert months_from(1403, 11, shift) == month


def test_weekdays_are_counted_from_monday() -> None:
    assert weekday(date(2025, 4, 7)) == 1
