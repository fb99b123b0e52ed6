from __future__ import annotations

import pytest
from tests.factories.dates import said, settled

from peyvand.core.calendar import Open


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("روز بیست و یکم خرداد ماه سال ۱۴۰۱", "1401-03-21"),
        ("۱۲ام خرداد ۱۴۰۱", "1401-03-12"),
        ("۱۲ خردادماه", "XXXX-03-12"),
        ("۱۲ خرداد ۹۸", "XX98-03-12"),
        ("پنج خرداد", "XXXX-03-05"),
        ("خرداد", "XXXX-03"),
        ("خرداد ۱۴۰۱ هجری شمسی", "1401-03"),
        ("اوایل خرداد ۱۴۰۱", "1401-03"),
        ("هفته دوم خرداد", "XXXX-03"),
        ("دهه اول محرم", "XXXX-01"),
        ("بهار سال ۱۴۰۱", "1401-21"),
        ("دهه ۱۳۶۰", "136X"),
        ("دهه ۹۰ میلادی", "199X"),
        ("۱۱ و ۱۲ خرداد", "XXXX-03-11/XXXX-03-12"),
        ("۱۱، ۱۲ و ۱۳ خرداد", "XXXX-03-11/XXXX-03-13"),
        ("بیستم ماه جاری", "XXXX-XX-20"),
    ],
)
def test_days_months_and_seasons(text: str, value: str) -> None:
    assert said(f"آن نشست، {text}، بود.") == [(text, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9 April 2025", "2025-04-09"),
        ("April 9, 2025", "2025-04-09"),
        ("Sept. 9", "XXXX-09-09"),
        ("the 9th of April", "XXXX-04-09"),
        ("August 7-10, 2024", "2024-08-07/2024-08-10"),
        ("20 Farvardin 1404", "1404-01-20"),
        ("the 1990s", "199X"),
        ("late 2003", "2003"),
        ("the spring of 1998", "1998-21"),
    ],
)
def test_english_writes_it_in_either_order(text: str, value: str) -> None:
    assert said(f"It was, on {text}, a feast.", "en") == [(text, value)]


def test_two_days_that_do_not_touch_are_not_one_stretch() -> None:
    assert said("۱۱ و ۱۵ خرداد") == [("۱۵ خرداد", "XXXX-03-15")]


def test_a_month_after_a_number_that_is_no_day_is_not_read() -> None:
    assert said("۴۵ خرداد") == []


@pytest.mark.parametrize("text", ["۱۲ خرداد ۲۰۱۹", "۱۲ مارس ۱۴۰۳"])
def test_the_year_of_another_calendar_leaves_the_date_open(text: str) -> None:
    assert settled(f"در {text} آمد.", published="2024-06-01").reason is Open.NO_SUCH_DAY
