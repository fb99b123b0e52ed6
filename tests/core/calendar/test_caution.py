from __future__ import annotations

import pytest
from tests.factories.dates import said


@pytest.mark.parametrize(
    "text",
    [
        "در ماه می شود دید",
        "این ماه می رود",
        "به ۱۵ می رسد",
        "نه می آید و نه می رود",
        "مهر شهرداری پای برگه است",
        "با مهر آمد",
        "از جدی بودن کار گفت",
        "۳ سرطان شایع",
        "به میزان ۱۴۰۰",
        "صفر تا صد",
        "در مه گم شد",
        "دو مهر و سه امضا",
    ],
)
def test_a_name_that_may_be_something_else_needs_more(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("۱۵ می در پکن", "۱۵ می"),
        ("در می ۲۰۲۱ آمد", "می ۲۰۲۱"),
        ("در مهر آمد", "مهر"),
        ("مهرماه آمد", "مهرماه"),
        ("۸ مهر آمد", "۸ مهر"),
        ("در ماه جدی آمد", "ماه جدی"),
        ("از ۳ تا ۵ سرطان باز بود", "از ۳ تا ۵ سرطان"),
        ("اردیبهشت آمد", "اردیبهشت"),
    ],
)
def test_its_neighbours_make_it_a_month(text: str, found: str) -> None:
    assert [words for words, _ in said(text)] == [found]


def test_a_doubtful_name_stands_beside_a_sure_one_of_its_family() -> None:
    assert said("محفل ۸ میزان بود") == []
    assert [words for words, _ in said("محفل ۸ میزان بود و دیگری در ۲ حوت ۱۴۰۰.")] == ["۸ میزان", "۲ حوت ۱۴۰۰"]


def test_english_months_have_a_capital() -> None:
    assert said("they may 9 times march", "en") == []
    assert said("on May 9 they met", "en") == [("May 9", "XXXX-05-09")]
