from __future__ import annotations

from datetime import date

import pytest

from peyvand.core.calendar import Calendar
from peyvand.lexicon.said_dates import said_date


@pytest.mark.parametrize(
    ("words", "calendar", "edtf"),
    [
        ("۱۵ تیر ۱۴۰۳", Calendar.SOLAR, "2024-07-05"),
        ("1403/4/15", Calendar.SOLAR, "2024-07-05"),
        ("۹ محرم ۱۴۴۶", Calendar.LUNAR, "2024-07-15"),
        ("1446/1/9", Calendar.LUNAR, "2024-07-15"),
        ("2024-07-05", Calendar.GREGORIAN, "2024-07-05"),
        ("5 июля 2024", Calendar.GREGORIAN, "2024-07-05"),
        ("12 Temmuz 2024", Calendar.GREGORIAN, "2024-07-12"),
        ("(5 July 2024)", Calendar.GREGORIAN, "2024-07-05"),
        ("تیر ۱۴۰۳", Calendar.SOLAR, "2024-06-21/2024-07-21"),
        ("۱۴۰۳", Calendar.SOLAR, "2024-03-20/2025-03-20"),
        ("2024-07", Calendar.GREGORIAN, "2024-07-01/2024-07-31"),
    ],
)
def test_a_date_is_taken_as_a_paper_has_it(words: str, calendar: Calendar, edtf: str) -> None:
    found = said_date(words, "fa")

    assert found is not None
    assert (found.text, found.calendar, found.edtf) == (words, calendar, edtf)


def test_a_date_has_its_bounds() -> None:
    found = said_date("تیر ۱۴۰۳", "fa")

    assert found is not None
    assert (found.first, found.last) == (date(2024, 6, 21), date(2024, 7, 21))


@pytest.mark.parametrize(
    "words", ["", "بزودی", "۱۴۰۳/۷/۳۱", "بیستم فروردین", "نامه ۱۵ تیر ۱۴۰۳", "9999", "0001", "1403/13", "۵" * 100]
)
def test_what_is_no_date_or_more_than_one_is_not_taken(words: str) -> None:
    assert said_date(words, "en") is None
