from __future__ import annotations

from datetime import date

import pytest

from peyvand.core.calendar import Calendar, Said, Stretch, Unit
from peyvand.core.calendar.placing import counted, days_apart, in_month, in_years, weekday_day, years_about

MONDAY = date(2025, 4, 7)
SATURDAY_FIRST = 6


def stretch(said: Said) -> Stretch:
    return Stretch(first=said, last=said)


@pytest.mark.parametrize(
    ("unit", "shift", "value"),
    [
        (Unit.DAY, -18, "1403-12-30"),
        (Unit.WEEK, 0, "1404-01-16/1404-01-22"),
        (Unit.WEEK, -1, "1404-01-09/1404-01-15"),
        (Unit.MONTH, -1, "1403-12"),
        (Unit.MONTH, 13, "1405-02"),
        (Unit.YEAR, -2, "1402"),
    ],
)
def test_units_are_counted_from_the_publication(unit: Unit, shift: int, value: str) -> None:
    said = Said(calendar=Calendar.SOLAR, unit=unit, shift=shift)

    assert counted(stretch(said), MONDAY, SATURDAY_FIRST).value == value


@pytest.mark.parametrize(("short", "year"), [(99, "1399"), (98, "1398"), (5, "1405"), (14, "1414"), (15, "1315")])
def test_two_digits_are_the_nearest_century_that_is_not_far_ahead(short: int, year: str) -> None:
    said = Said(calendar=Calendar.SOLAR, year=short, short=True)

    assert counted(stretch(said), MONDAY, SATURDAY_FIRST).value == year


@pytest.mark.parametrize(
    ("weekday", "turn", "day"),
    [
        (4, -1, date(2025, 4, 3)),
        (4, 1, date(2025, 4, 10)),
        (1, -1, date(2025, 3, 31)),
        (1, 1, date(2025, 4, 14)),
        (1, None, MONDAY),
        (2, None, None),
        (1, 0, None),
    ],
)
def test_a_weekday_is_its_last_or_next(weekday: int, turn: int | None, day: date | None) -> None:
    assert weekday_day(Said(calendar=Calendar.SOLAR, weekday=weekday, turn=turn), MONDAY) == day


def test_only_years_that_have_the_day_are_tried() -> None:
    said = Said(calendar=Calendar.SOLAR, month=12, day=30)

    assert [placed.value for placed in in_years(stretch(said), range(1396, 1405))] == ["1399-12-30", "1403-12-30"]


def test_a_stretch_over_new_year_begins_a_year_earlier() -> None:
    first, last = Said(calendar=Calendar.SOLAR, month=12, day=27), Said(calendar=Calendar.SOLAR, month=1, day=3)

    (placed,) = in_years(Stretch(first=first, last=last), [1403])

    assert placed.value == "1402-12-27/1403-01-03"


def test_years_about_a_day_are_those_of_the_calendar() -> None:
    assert list(years_about(MONDAY, Calendar.SOLAR, 1)) == [1403, 1404, 1405]


@pytest.mark.parametrize(("day", "apart"), [(1, 0), (10, 0), (13, 3)])
def test_days_between_two_stretches(day: int, apart: int) -> None:
    assert days_apart((date(2025, 4, 1), date(2025, 4, 10)), (date(2025, 4, day), date(2025, 4, 20))) == apart


def test_a_day_alone_moves_to_the_month_that_its_tense_asks_for() -> None:
    day = Said(calendar=Calendar.GREGORIAN, day=20, unit=Unit.MONTH, shift=0)
    moved = [in_month(Stretch(first=day, last=day), tense, date(2024, 3, number)).first.shift for tense, number in (
        ("past", 25), ("past", 15), ("future", 15), ("future", 25), (None, 15),
    )]  # fmt: skip
    assert moved == [0, -1, 0, 1, 0]
