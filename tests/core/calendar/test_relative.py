from __future__ import annotations

import pytest
from tests.factories.dates import dates, said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("دیروز", "-P1D"),
        ("روز گذشته", "-P1D"),
        ("پس‌فردا", "P2D"),
        ("سه روز پیش", "-P3D"),
        ("هفته گذشته", "-P1W"),
        ("ماه آینده", "P1M"),
        ("سال جاری", "P0Y"),
        ("پارسال", "-P1Y"),
        ("ده سال قبل", "-P10Y"),
        ("پنجشنبه گذشته", "XXXX-WXX-4"),
        ("سه‌شنبه هفته آینده", "XXXX-WXX-2"),
        ("روز یکشنبه", "XXXX-WXX-7"),
        ("یکشنبه (۱۸ خرداد)", "XXXX-03-18"),
    ],
)
def test_what_hangs_on_the_day_of_publication(text: str, value: str) -> None:
    assert said(f"آن نشست، {text}، بود.") == [(text, value)]


@pytest.mark.parametrize(
    "text", ["چند سال پیش", "در دو سال گذشته", "سال‌های گذشته", "روزهای آینده", "روز قبل", "سال بعد", "دو سال آینده"]
)
def test_lengths_of_time_and_tales_are_no_dates(text: str) -> None:
    assert said(f"{text} کسی نبود.") == []


@pytest.mark.parametrize("text", ["هیئت به دوشنبه رسید", "شهردار دوشنبه آمد", "در دوشنبه ماند"])
def test_a_weekday_that_is_a_city_needs_a_word_for_day(text: str) -> None:
    assert said(text) == []


def test_the_weekday_is_kept_as_a_check() -> None:
    (mention,) = dates("چهارشنبه ۱۰ خرداد")

    assert mention.said.first.weekday == 3


@pytest.mark.parametrize("text", ["سال گذشته", "ماه آینده", "هفته گذشته", "دو سال پیش"])
def test_whole_years_months_and_weeks_are_vague(text: str) -> None:
    assert [mention.vague for mention in dates(text)] == [True]


@pytest.mark.parametrize("text", ["دیروز", "پنجشنبه گذشته", "خرداد گذشته", "سه روز پیش"])
def test_days_and_named_months_are_not(text: str) -> None:
    assert [mention.vague for mention in dates(text)] == [False]
