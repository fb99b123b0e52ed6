from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.dates import settled

from peyvand.core.calendar import Calendar, describe
from peyvand.lexicon.calendar import date_wording


@pytest.mark.parametrize(
    ("edtf", "fa", "en"),
    [
        ("2025-04-09", "۲۰ فروردین ۱۴۰۴", "9 April 2025"),
        ("2024-06-21/2024-07-21", "تیر ۱۴۰۳", "21 June – 21 July 2024"),
        ("2024-08-07/2024-08-10", "۱۷ تا ۲۰ مرداد ۱۴۰۳", "7–10 August 2024"),
        ("2024-05-17/2024-05-23", "۲۸ اردیبهشت تا ۳ خرداد ۱۴۰۳", "17–23 May 2024"),
        ("2024-03-18/2024-03-22", "۲۸ اسفند ۱۴۰۲ تا ۳ فروردین ۱۴۰۳", "18–22 March 2024"),
        ("2023-12-30/2024-01-02", "۹ تا ۱۲ دی ۱۴۰۲", "30 December 2023 – 2 January 2024"),
        ("2007-03-21/2008-03-19", "سال ۱۳۸۶", "21 March 2007 – 19 March 2008"),
        ("2022-06-22/2022-09-22", "تابستان ۱۴۰۱", "22 June – 22 September 2022"),
        ("2022-09-23/2022-11-21", "مهر تا آبان ۱۴۰۱", "23 September – 21 November 2022"),
        ("1991-03-21/2001-03-20", "دههٔ ۱۳۷۰", "21 March 1991 – 20 March 2001"),
        ("2019-03-21/2021-03-20", "سال‌های ۱۳۹۸ تا ۱۳۹۹", "21 March 2019 – 20 March 2021"),
        ("2023-09", "سپتامبر ۲۰۲۳", "September 2023"),
        ("1986", "سال ۱۹۸۶ میلادی", "1986"),
        ("199X", "دههٔ ۱۹۹۰ میلادی", "1990s"),
        ("2003/2006", "سال‌های ۲۰۰۳ تا ۲۰۰۶ میلادی", "2003–2006"),
        ("1998-03/1998-05", "مارس تا مه ۱۹۹۸", "March – May 1998"),
        ("2015/..", "از سال ۲۰۱۵ میلادی", "since 2015"),
        ("../2024-03-19", "تا ۲۹ اسفند ۱۴۰۲", "until 19 March 2024"),
    ],
)
def test_dates_are_told_naturally(edtf: str, fa: str, en: str) -> None:
    assert (describe(edtf, date_wording("fa")), describe(edtf, date_wording("en"))) == (fa, en)


@pytest.mark.parametrize(
    ("calendar", "text"),
    [(Calendar.SOLAR, "۲۰ فروردین ۱۴۰۴"), (Calendar.GREGORIAN, "۹ آوریل ۲۰۲۵"), (Calendar.LUNAR, "۱۱ شوال ۱۴۴۶")],
)
def test_any_calendar_may_be_asked_for(calendar: Calendar, text: str) -> None:
    assert describe("2025-04-09", date_wording("fa"), calendar) == text


def test_a_day_outside_a_calendar_is_told_in_the_gregorian() -> None:
    assert describe("1750-04-09", date_wording("en"), Calendar.LUNAR) == "9 April 1750"


@pytest.mark.parametrize("edtf", ["", "../..", "soon", "2024-13-01", "9999-12-31/9998-01-01"])
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        describe(edtf, date_wording("fa"))


@given(st.dates(date(1925, 1, 1), date(2040, 12, 31)))
def test_a_day_that_was_told_is_read_back(day: date) -> None:
    assert settled(describe(day.isoformat(), date_wording("fa"))).edtf == day.isoformat()
