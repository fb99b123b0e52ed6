from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.dates import said

from peyvand.core.calendar import Calendar, CalendarWords, Entry, Word, scan_dates
from peyvand.core.text import fold


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("۱۴۰۳/۰۵/۱۷", "1403-05-17"),
        ("۱۴۰۳-۵-۷", "1403-05-07"),
        ("۱۷/۰۵/۱۴۰۳", "1403-05-17"),
        ("99/12/5", "XX99-12-05"),
        ("1446/9/15", "1446-09-15"),
        ("1446/9/15 شمسی", "1446-09-15"),
        ("2024-08-07", "2024-08-07"),
        ("12.09.2023", "2023-09-12"),
        ("13/09/2023", "2023-09-13"),
        ("09/13/2023", "2023-09-13"),
        ("09/09/2023", "2023-09-09"),
        # Day and month may stand either way round: only the year is sure.
        ("05/06/2023", "2023"),
    ],
)
def test_digits_say_a_day(text: str, value: str) -> None:
    assert said(f"نامهٔ {text} رسید.") == [(text, value)]


@pytest.mark.parametrize(
    "text",
    ["1403/13/05", "1403/05/45", "12/5/99", "3.11.2", "1-2-3", "1403/05-17", "10.20.30.40", "021-8876-5432", "1403/5"],
)
def test_other_digits_say_none(text: str) -> None:
    assert said(f"نامهٔ {text} رسید.") == []


def test_a_number_of_a_file_is_no_day() -> None:
    assert said("شماره ۱۴۰۲/۳/۱۲") == []


def test_a_sentence_may_end_with_a_day() -> None:
    assert said("رسید در ۱۴۰۲/۳/۱۲.") == [("۱۴۰۲/۳/۱۲", "1402-03-12")]


UNITS = {"年": Word.YEAR_UNIT, "月": Word.MONTH_UNIT, "日": Word.DAY_UNIT}
COUNTED = CalendarWords(
    calendar=Calendar.GREGORIAN,
    week_starts=1,
    entries={sign: (Entry((), word, 0),) for sign, word in UNITS.items()},
    months=(),
    counted_dates=True,
)


@pytest.mark.parametrize(
    ("text", "found"), [("2025年4月9日上午签署", ["2025年4月9日"]), ("4月9日", ["4月9日"]), ("2025年13月", [])]
)
def test_dates_counted_with_units(text: str, found: list[str]) -> None:
    assert [mention.text for mention in scan_dates(fold(text), COUNTED)] == found


def test_units_count_no_date_where_the_language_does_not_say_so() -> None:
    assert scan_dates(fold("4月9日"), replace(COUNTED, counted_dates=False)) == ()
