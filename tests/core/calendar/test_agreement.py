from __future__ import annotations

import pytest
from tests.factories.dates import dates

from peyvand.core.calendar.agreement import agree, on_weekday, precision


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("۴ مرداد ۱۳۹۴", "۲۶ ژوئیه ۲۰۱۵", True),
        ("۴ مرداد ۱۳۹۴", "۲۷ ژوئیه ۲۰۱۵", False),
        ("۴ مرداد ۱۳۹۴", "۲۶ ژوئیه", True),
        ("۴ مرداد ۱۳۹۴", "۲۷ ژوئیه", False),
        ("۴ مرداد ۱۳۹۴", "ژوئیه ۲۰۱۵", True),
        ("۴ مرداد ۱۳۹۴", "اوت ۲۰۱۵", False),
        ("۴ مرداد ۱۳۹۴", "سال ۲۰۱۵", True),
        ("۴ مرداد ۱۳۹۴", "۱۱ شوال ۱۴۳۶", True),
        ("۴ مرداد ۱۳۹۴", "۱۳ شوال ۱۴۳۶", False),
        ("سال ۱۳۸۳", "سال ۲۰۰۴", True),
        ("سال ۱۳۸۳", "سال ۲۰۰۶", False),
        ("۴ مرداد ۱۳۹۴", "۳۱ ژوئن ۲۰۱۵", False),
    ],
)
def test_two_calendars_agree(one: str, other: str, same: bool) -> None:
    (placed,), (checked,) = dates(one), dates(other)

    assert agree(placed.said, checked.said) is same


@pytest.mark.parametrize(("text", "right"), [("یکشنبه", True), ("دوشنبه", False)])
def test_the_weekday_is_that_of_the_day(text: str, right: bool) -> None:
    (mention,) = dates(f"{text} ۴ مرداد ۱۳۹۴")

    assert on_weekday(mention.said, mention.said) is right


def test_days_are_more_precise_than_years() -> None:
    texts = ("۴ مرداد ۱۳۹۴", "اوایل مرداد ۱۳۹۴", "مرداد ۱۳۹۴", "تابستان ۱۳۹۴", "سال ۱۳۹۴", "دهه ۱۳۹۰")

    ranks = [precision(mention.said) for text in texts for mention in dates(text)]

    assert ranks == [0, 1, 2, 3, 4, 5]
