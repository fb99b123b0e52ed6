from __future__ import annotations

from datetime import date

import pytest
from tests.factories.dates import settled

from peyvand.core.calendar.choosing import Tense
from peyvand.core.calendar.unsettled import Open

MAY_2004 = (date(2004, 5, 11), date(2004, 5, 11))
TIR_1403 = (date(2024, 6, 21), date(2024, 7, 21))
YEAR_1398 = (date(2019, 3, 21), date(2020, 3, 19))


@pytest.mark.parametrize(
    ("published", "tense", "edtf"),
    [
        ("2023-03-02", "future", "2023-03-03"),
        ("2023-03-03", "future", "2023-03-03"),
        ("2023-03-03", "past", "2023-03-03"),
        ("2023-03-04", "past", "2023-03-03"),
        ("2023-03-04", "future", "2024-03-02"),
        ("2023-03-02", "past", "2022-03-03"),
        ("2023-01-20", None, "2023-03-03"),
        ("2023-05-20", None, "2023-03-03"),
        ("2022-09-02", None, None),
    ],
)
def test_the_tense_says_forward_or_backward(published: str, tense: Tense | None, edtf: str | None) -> None:
    assert settled("نمایشگاه ۱۲ اسفند", published, tense).edtf == edtf


@pytest.mark.parametrize(
    ("text", "tense", "edtf"),
    [
        ("سفر در اردیبهشت", "past", "2024-04-20/2024-05-20"),
        ("سفر در اردیبهشت", "future", "2024-04-20/2024-05-20"),
        ("سفر در مرداد", "past", "2023-07-23/2023-08-22"),
        ("سفر در مرداد", "future", "2024-07-22/2024-08-21"),
        ("سفر در پاییز", "past", "2023-09-23/2023-12-21"),
        ("سفر در سپتامبر", "future", "2024-09"),
    ],
)
def test_a_bare_month_or_season_is_the_nearest_that_fits(text: str, tense: Tense, edtf: str) -> None:
    assert settled(text, "2024-05-10", tense).edtf == edtf


def test_nothing_settles_a_year_alone() -> None:
    assert settled("امضا ۱۹ اسفند").reason is Open.NO_YEAR


@pytest.mark.parametrize(("text", "edtf"), [("۲ خرداد", "2004-05-22"), ("۱۵ فروردین", "2004-04-03"), ("۲ آذر", None)])
def test_a_dated_event_close_by_lends_its_year(text: str, edtf: str | None) -> None:
    assert settled(f"پیمان {text} بسته شد", near=(MAY_2004,)).edtf == edtf


def test_a_date_within_a_dated_year_takes_it() -> None:
    assert settled("پیمان ۲ دی بسته شد", near=(YEAR_1398,)).edtf == "2019-12-23"


def test_what_is_to_come_follows_the_last_thing_told() -> None:
    assert settled("پیمان ۲۰ فروردین بسته می‌شود", tense="future", near=(TIR_1403,)).edtf == "2025-04-09"


def test_a_year_is_too_vague_to_be_followed() -> None:
    assert settled("پیمان ۲۰ فروردین بسته می‌شود", tense="future", near=(YEAR_1398,)).edtf is None


def test_two_events_of_two_years_leave_it_open() -> None:
    other = (date(2005, 5, 11), date(2005, 5, 11))

    assert settled("پیمان ۲ خرداد بسته شد", near=(MAY_2004, other)).reason is Open.MANY_YEARS


def test_an_event_and_the_publication_that_disagree_leave_it_open() -> None:
    assert settled("پیمان ۲ خرداد بسته شد", "2023-09-01", "past", near=(MAY_2004,)).reason is Open.MANY_YEARS


def test_an_event_that_the_tense_forbids_says_nothing() -> None:
    assert settled("پیمان ۲ خرداد بسته می‌شود", "2023-09-01", "future", near=(MAY_2004,)).edtf == "2024-05-22"


@pytest.mark.parametrize(
    ("text", "tense", "edtf", "conflict"),
    [
        ("سه‌شنبه ۱۵ آبان", "future", "2024-11-05", False),
        ("چهارشنبه ۱۵ آبان", "future", None, True),
        ("دوشنبه ۱۵ آبان", "past", "2023-11-06", False),
    ],
)
def test_the_weekday_must_be_that_of_the_year(text: str, tense: Tense, edtf: str | None, conflict: bool) -> None:
    found = settled(f"نشست {text}", "2024-10-26", tense)

    assert (found.edtf, found.conflict) == (edtf, conflict)


def test_two_calendars_without_a_year_fix_it_together() -> None:
    assert settled("پیمان ۴ مرداد (۲۵ ژوئیه) بسته شد", "2025-03-01").edtf == "2024-07-25"
    assert settled("پیمان ۴ مرداد (۲۵ ژوئیه) بسته شد").edtf is None


@pytest.mark.parametrize(("turn", "edtf"), [("گذشته", "2023-05-22/2023-06-21"), ("آینده", "2025-05-22/2025-06-21")])
def test_a_named_month_that_is_past_or_next_is_not_the_present_one(turn: str, edtf: str) -> None:
    assert settled(f"نشست خرداد {turn}", "2024-06-01").edtf == edtf


def test_a_day_that_no_near_year_has_is_refused() -> None:
    assert settled("نشست ۳۱ مهر", "2024-06-01", "past").reason is Open.NO_SUCH_DAY
