from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.web.shared.dates import (
    When,
    as_typed,
    beginnings,
    extent_as_typed,
    long_day,
    month_of,
    typed_day,
    typed_extent,
    when,
    year_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("edtf", "language", "said"),
    [
        ("2025-04-09", "fa", When("۲۰ فروردین ۱۴۰۴", "۹ آوریل ۲۰۲۵", "2025-04-09")),
        ("2025-04-09", "en", When("9 April 2025", "20 Farvardin 1404", "2025-04-09")),
        ("2024-06-21/2024-07-21", "fa", When("تیر ۱۴۰۳", "۲۱ ژوئن تا ۲۱ ژوئیه ۲۰۲۴")),
        ("2024-06-21/2024-07-21", "en", When("21 June – 21 July 2024", "Tir 1403")),
        ("2024-08", "en", When("August 2024", "11 Mordad – 10 Shahrivar 1403", "2024-08")),
        ("someday", "en", When("someday", "")),
    ],
)
def test_a_date_is_said_in_both_calendars(edtf: str, language: str, said: When) -> None:
    assert when(edtf, language) == said


def test_a_day_has_its_weekday() -> None:
    assert long_day(date(2025, 4, 6), "fa") == "یکشنبه ۱۷ فروردین ۱۴۰۴"
    assert long_day(date(2025, 4, 6), "en") == "Sunday 6 April 2025"


def test_months_and_years_are_of_the_languages_own_calendar() -> None:
    assert (month_of(date(2025, 4, 6), "fa"), year_of(date(2025, 4, 6), "fa")) == ("فروردین ۱۴۰۴", "۱۴۰۴")
    assert (month_of(date(2025, 4, 6), "en"), year_of(date(2025, 4, 6), "en")) == ("April 2025", "2025")


def test_months_and_years_begin_where_their_calendar_says() -> None:
    persian = beginnings(date(2024, 12, 1), date(2025, 4, 1), "fa")
    english = beginnings(date(2023, 12, 1), date(2025, 4, 1), "en", years=True)

    assert [day.isoformat() for day in persian] == ["2024-12-21", "2025-01-20", "2025-02-19", "2025-03-21"]
    assert [day.isoformat() for day in english] == ["2024-01-01", "2025-01-01"]


@pytest.mark.parametrize("typed", ["1403-05-17", "۱۴۰۳/۵/۱۷", " 2024-08-07 ", "٢٠٢٤.٠٨.٠٧"])
def test_one_day_may_be_typed_in_either_calendar_and_any_digits(typed: str) -> None:
    assert typed_day(typed) == date(2024, 8, 7)


@pytest.mark.parametrize("typed", ["", "yesterday", "1403-13-01", "1404-12-30", "2024-02-30", "1403-05", "2024"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert typed_day(typed) is None


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1403-04", "2024-06-21/2024-07-21"),
        ("1403", "2024-03-20/2025-03-20"),
        ("2024-08-07 / 2024-08-10", "2024-08-07/2024-08-10"),
        ("2024-08", "2024-08-01/2024-08-31"),
        ("2024-08-10 / 2024-08-07", None),
        ("soon", None),
    ],
)
def test_a_stretch_may_be_typed(typed: str, edtf: str | None) -> None:
    assert typed_extent(typed) == edtf


@given(DAYS, st.sampled_from(("fa", "en")))
def test_a_day_is_taken_back_as_it_is_shown(day: date, language: str) -> None:
    assert typed_day(as_typed(day, language)) == day


@given(DAYS, DAYS, st.sampled_from(("fa", "en")))
def test_a_stretch_is_taken_back_as_it_is_shown(one: date, other: date, language: str) -> None:
    edtf = f"{min(one, other)}/{max(one, other)}" if one != other else str(one)

    assert typed_extent(extent_as_typed(edtf, language)) == edtf
