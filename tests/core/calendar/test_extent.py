from __future__ import annotations

from datetime import date

import pytest

from peyvand.core.calendar import Calendar, NoSuchDay, Said, Slice, Stretch, to_day
from peyvand.core.calendar.extent import said_days, same_day, stretch_days


def solar(*of: int, **more: int | Slice | bool) -> Said:
    year, month, day = (*of, None, None)[:3]
    return Said(calendar=Calendar.SOLAR, year=year, month=month, day=day, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        (solar(1403, 5, 17), (1403, 5, 17), (1403, 5, 17)),
        (solar(1402, 12), (1402, 12, 1), (1402, 12, 29)),
        (solar(1403), (1403, 1, 1), (1403, 12, 30)),
        (solar(1402, season=4), (1402, 10, 1), (1402, 12, 29)),
        (solar(1370, decade=True), (1370, 1, 1), (1379, 12, 30)),
        (solar(1403, 2, slice=Slice.EARLY), (1403, 2, 1), (1403, 2, 10)),
        (solar(1403, 2, slice=Slice.LATE), (1403, 2, 21), (1403, 2, 31)),
        (solar(1403, 7, slice=Slice.SECOND_HALF), (1403, 7, 16), (1403, 7, 30)),
        (solar(1403, 7, slice=Slice.LAST_WEEK), (1403, 7, 24), (1403, 7, 30)),
        (solar(1403, slice=Slice.SECOND_HALF), (1403, 7, 1), (1403, 12, 30)),
        (solar(1403, slice=Slice.LATE), (1403, 10, 1), (1403, 12, 30)),
    ],
)
def test_days_of_what_was_said(said: Said, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert said_days(said) == (to_day(Calendar.SOLAR, *first), to_day(Calendar.SOLAR, *last))


def test_a_gregorian_winter_runs_into_the_next_year() -> None:
    said = Said(calendar=Calendar.GREGORIAN, year=1998, season=4)

    assert said_days(said) == (date(1998, 12, 1), date(1999, 2, 28))


@pytest.mark.parametrize(
    "said",
    [
        solar(1402, 7, 31),
        solar(1402, 12, 30),
        solar(99, short=True),
        Said(calendar=Calendar.SOLAR, month=7, day=3),
        solar(1403, slice=Slice.WEEK_1),
    ],
)
def test_what_has_no_days_is_refused(said: Said) -> None:
    with pytest.raises(NoSuchDay):
        said_days(said)


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(NoSuchDay):
        stretch_days(Stretch(first=solar(1403, 5, 17), last=solar(1403, 5, 2)))


@pytest.mark.parametrize(("day", "same"), [(7, True), (8, False)])
def test_the_same_day_in_two_calendars(day: int, same: bool) -> None:
    one, other = solar(1403, 5, 17), Said(calendar=Calendar.GREGORIAN, year=2024, month=8, day=day)

    assert same_day(Stretch(first=one, last=one), Stretch(first=other, last=other)) is same
