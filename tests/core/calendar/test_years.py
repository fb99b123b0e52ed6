from __future__ import annotations

import pytest
from tests.factories.dates import dates, said

from peyvand.core.calendar import Calendar
from peyvand.core.calendar.years import year_calendar


@pytest.mark.parametrize(
    ("number", "calendar"),
    [
        (1379, Calendar.SOLAR),
        (1420, Calendar.SOLAR),
        (1446, Calendar.LUNAR),
        (1986, Calendar.GREGORIAN),
        (900, None),
        (2500, None),
    ],
)
def test_the_calendar_of_a_bare_year(number: int, calendar: Calendar | None) -> None:
    assert year_calendar(number) is calendar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سال ۱۳۷۹", "1379"),
        ("سال ۱۳۷۹ شمسی", "1379"),
        ("سال ۷۹", "XX79"),
        ("سال ۲۰۰۴ میلادی", "2004"),
        ("۲۰۰۴ میلادی", "2004"),
        ("سال‌های ۱۳۹۸ تا ۱۴۰۰", "1398/1400"),
        ("سال‌های ۲۰۱۸-۲۰۲۰", "2018/2020"),
    ],
)
def test_years(text: str, value: str) -> None:
    assert said(f"آن کار، {text}، بود.") == [(text, value)]


def test_a_list_of_years_is_read_one_by_one() -> None:
    assert said("در سال‌های ۱۳۹۵، ۱۳۹۷ و ۱۳۹۹ آمدند.") == [
        ("سال‌های ۱۳۹۵", "1395"), ("۱۳۹۷", "1397"), ("۱۳۹۹", "1399"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["از ۱۳۸۲ تعطیل است", "در ۱۹۹۸ بسته شد", "پس از ۱۴۰۱ باز شد", "از ۲۰۰۰ به بعد"])
def test_a_preposition_asks_for_a_year(text: str) -> None:
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["از ۱۳۸۲ نفر", "در ۱۹۹۸ مدرسه", "از ۲۰۰۰ باغ", "بیش از ۱۳۸۲", "۱۳۸۲ باغ", "در ۱,۹۸۰", "از ۱۳۸۲٪", "در ۹۸ باغ"],
)
def test_a_quantity_is_no_year(text: str) -> None:
    assert said(text) == []


def test_an_open_beginning_is_marked() -> None:
    assert [(mention.since, mention.until) for mention in dates("از سال ۱۳۸۲ و تا سال ۱۳۹۰")] == [
        (True, False), (False, True),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["هر سال ۲۸ خرداد", "هر ساله در ۲۸ خرداد", "همه‌ساله ۲۸ خرداد"])
def test_what_comes_round_every_year_is_no_date(text: str) -> None:
    assert said(text) == []
