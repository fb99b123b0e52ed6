from __future__ import annotations

import pytest

from peyvand.core.calendar import Calendar, Said
from peyvand.core.calendar.parsed import between


def solar(year: int | None = None, month: int | None = None, day: int | None = None) -> Said:
    return Said(calendar=Calendar.SOLAR, year=year, month=month, day=day)


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        (solar(None, 2, 28), solar(1403, 3, 3), "1403-02-28/1403-03-03"),
        (solar(None, 12, 25), solar(1403, 1, 5), "1402-12-25/1403-01-05"),
        (solar(1402, 12, 25), solar(None, 1, 5), "1402-12-25/1403-01-05"),
        (solar(1402, 7), solar(None, 9), "1402-07/1402-09"),
        (solar(None, 12, 25), solar(None, 1, 5), "XXXX-12-25/XXXX-01-05"),
        (solar(1398), solar(1400), "1398/1400"),
        (solar(1398), solar(1400, 3), "1398/1400-03"),
    ],
)
def test_one_end_lends_the_other_its_year(first: Said, last: Said, value: str) -> None:
    stretch = between(first, last)

    assert stretch
    assert stretch.value == value


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (solar(1398), solar(None, 3, 2)),
        (solar(None, 3, 2), Said(calendar=Calendar.GREGORIAN, year=2020, month=3, day=2)),
    ],
)
def test_ends_that_do_not_go_together_are_no_stretch(first: Said, last: Said) -> None:
    assert between(first, last) is None
