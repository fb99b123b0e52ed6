from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.dates import settled

from peyvand.core.calendar import Calendar, Open, SettledDate, bounds, to_calendar

MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
DAYS = st.dates(date(1925, 1, 1), date(2040, 12, 31))


def test_a_settled_date_says_how_it_came_about() -> None:
    assert settled("پیمان روز بیستم فروردین ماه", "2025-04-07", "future") == SettledDate(
        edtf="2025-04-09",
        basis="inferred",
        calendar=Calendar.SOLAR,
        value="XXXX-01-20",
        text="روز بیستم فروردین ماه",
        bounds=(date(2025, 4, 9), date(2025, 4, 9)),
    )


@given(DAYS)
def test_a_day_said_in_full_is_that_day(day: date) -> None:
    year, month, number = to_calendar(day, Calendar.SOLAR)

    found = settled(f"نشست {number} {MONTHS[month - 1]} {year} بود.")

    assert (found.edtf, found.basis, found.bounds) == (day.isoformat(), "said", (day, day))


@given(DAYS, st.integers(-170, 170))
def test_an_inferred_year_fits_the_tense(published: date, away: int) -> None:
    told = date.fromordinal(published.toordinal() + away)
    _, month, number = to_calendar(told, Calendar.SOLAR)
    text = f"نشست {number} {MONTHS[month - 1]} بود."

    past, future = settled(text, published.isoformat(), "past"), settled(text, published.isoformat(), "future")

    assert past.bounds is None or past.bounds[0] <= published
    assert future.bounds is None or future.bounds[0] >= published
    assert told in {found.bounds[0] for found in (past, future) if found.bounds} or (month, number) == (12, 30)


@given(DAYS)
def test_what_was_settled_lies_in_its_own_bounds(published: date) -> None:
    found = settled("نشست هفته گذشته بود.", published.isoformat())

    assert found.edtf
    assert bounds(found.edtf) == found.bounds


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("نشست ۳۱ مهر ۱۴۰۲", Open.NO_SUCH_DAY),
        ("نشست ۳۰ اسفند ۱۴۰۲", Open.NO_SUCH_DAY),
        ("نشست ۱۲ رمضان ۱۲۵۰ قمری", Open.NO_SUCH_DAY),
        ("نشست از ۲۰ تیر ۱۴۰۲ تا ۱۱ خرداد ۱۴۰۲", Open.NO_SUCH_DAY),
        ("نشست دیروز", Open.NO_PUBLICATION),
        ("نشست سال ۹۸", Open.NO_PUBLICATION),
        ("نشست روز یکشنبه", Open.NO_PUBLICATION),
        ("نشست ۱۹ اسفند", Open.NO_YEAR),
    ],
)
def test_an_open_date_says_why(text: str, reason: Open) -> None:
    found = settled(text)

    assert (found.edtf, found.basis, found.bounds, found.reason) == (None, None, None, reason)


def test_a_weekday_other_than_that_of_the_publication_stays_open() -> None:
    assert settled("نشست روز یکشنبه", "2025-04-07").reason is Open.WEEKDAY


@pytest.mark.parametrize(
    ("text", "edtf", "conflict"),
    [
        ("پیمان ۴ مرداد ۱۳۹۴ (۲۶ ژوئیه ۲۰۱۵)", "2015-07-26", False),
        ("پیمان ۴ مرداد ۱۳۹۴ (۲۷ ژوئیه ۲۰۱۵)", "2015-07-26", True),
        ("پیمان ۳۱ مهر ۱۳۹۴ (۲۲ اکتبر ۲۰۱۵)", "2015-10-22", True),
        ("پیمان در سال ۱۳۹۴ (۲۶ ژوئیه ۲۰۱۵)", "2015-07-26", False),
        ("پیمان در سال ۱۳۹۴ (۲۰۱۷ میلادی)", "2015-03-21/2016-03-19", True),
        ("پیمان سه‌شنبه ۴ مرداد ۱۳۹۴", "2015-07-26", True),
    ],
)
def test_two_calendars_are_checked_against_each_other(text: str, edtf: str, conflict: bool) -> None:
    found = settled(text)

    assert (found.edtf, found.conflict) == (edtf, conflict)
