"""The city whose page it is stands above the article, and is at home where the article does not name it."""

from __future__ import annotations

import pytest
from tests.factories.towns import told, words, world

from peyvand.core.reading.page import page_of
from peyvand.core.reading.seat import seat_of

_BODY = (
    "\n\nپیمان تازه\n\nشهردار گفت: پیوند شهر ما با اوش قرقیزستان پابرجاست "
    "و دیروز پیمان خواهرخواندگی با اوش را امضا کردیم."
)


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("پایگاه خبری کاشمرپیام\nچهارشنبه ۲ مرداد ۱۳۹۸", "Kashmar"),
        ("روابط عمومی شهرداری کاشمر\nشنبه ۸ آذر ۱۴۰۴", "Kashmar"),
        ("شهرداری کاشمر – گزارش شش‌ماهه بخش امور بین‌الملل و روابط با شهرهای دیگر\nتاریخ: ۸ آذر ۱۴۰۴", "Kashmar"),
        ("پایگاه خبری آفتاب\nشنبه ۸ آذر ۱۴۰۴", None),
        ("روابط عمومی شهرداری‌های کاشمر و سمنان\nشنبه ۸ آذر ۱۴۰۴", None),
    ],
)
def test_the_one_city_above_the_article_owns_the_page(above: str, name: str | None) -> None:
    seat = seat_of(page_of(above + _BODY, words(), world()), words(), world())
    assert (seat.place.name if seat else None) == name


def test_a_page_without_an_article_has_no_seat() -> None:
    assert seat_of(page_of("", words(), world()), words(), world()) is None


@pytest.mark.parametrize(
    ("above", "statements"),
    [
        ("پایگاه خبری کاشمرپیام\nچهارشنبه ۲ مرداد ۱۳۹۸", {"standing done: Kashmar, Osh", "signing done: Kashmar, Osh"}),
        ("پایگاه خبری آفتاب\nچهارشنبه ۲ مرداد ۱۳۹۸", set()),
    ],
)
def test_we_are_the_city_above_the_article(above: str, statements: set[str]) -> None:
    assert told(above + _BODY) == statements
