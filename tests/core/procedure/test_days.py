from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.procedure.days import NeverOpen, days_after, open_on_or_after, weekdays

FRIDAY, MONDAY = date(2025, 11, 28), date(2025, 12, 1)


def but_friday(day: date) -> bool:
    return day.weekday() != 4


def test_the_first_day_that_suits_both_offices() -> None:
    assert open_on_or_after(FRIDAY, weekdays) == FRIDAY
    assert open_on_or_after(FRIDAY, weekdays, but_friday) == MONDAY


def test_an_office_that_never_opens_is_an_error() -> None:
    with pytest.raises(NeverOpen):
        open_on_or_after(FRIDAY, lambda _: False)


def test_terms_count_from_the_day_after() -> None:
    assert days_after(FRIDAY, 3, working=False, is_open=weekdays) == MONDAY
    assert days_after(FRIDAY, 3, working=True, is_open=weekdays) == date(2025, 12, 3)
    assert days_after(FRIDAY, 0, working=True, is_open=weekdays) == FRIDAY


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 90))
def test_a_term_in_working_days_is_never_shorter(day: date, days: int) -> None:
    working = days_after(day, days, working=True, is_open=weekdays)

    assert working >= day + timedelta(days=days)
    assert days == 0 or weekdays(working)
