from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.calendar import bounds
from peyvand.core.calendar.edtf import write_days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-04-09", date(2025, 4, 9), date(2025, 4, 9)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("1986", date(1986, 1, 1), date(1986, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("2024-06-21/2024-07-21", date(2024, 6, 21), date(2024, 7, 21)),
        ("1998-03/1998-05", date(1998, 3, 1), date(1998, 5, 31)),
        ("2015/..", date(2015, 1, 1), None),
        ("../2015", None, date(2015, 12, 31)),
        ("2015/", date(2015, 1, 1), None),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_bounds(edtf: str, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["", "24", "2024-13", "2024-02-30", "2024-1-1", "1403/1402", "..", "2024-06-21/x"])
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bounds(edtf)


@given(st.dates(), st.dates())
def test_days_come_back_from_what_was_written(one: date, other: date) -> None:
    first, last = sorted((one, other))

    assert bounds(write_days(first, last)) == (first, last)
