from __future__ import annotations

import pytest

from peyvand.core.calendar import Calendar, DateKind, Said, Slice, Stretch, Unit

SOLAR = Calendar.SOLAR


@pytest.mark.parametrize(
    ("said", "kind", "value"),
    [
        (Said(calendar=SOLAR, year=1403, month=5, day=7), DateKind.DAY, "1403-05-07"),
        (Said(calendar=SOLAR, month=5, day=7), DateKind.DAY, "XXXX-05-07"),
        (Said(calendar=SOLAR, year=99, month=5, day=7, short=True), DateKind.DAY, "XX99-05-07"),
        (Said(calendar=SOLAR, day=7, unit=Unit.MONTH, shift=0), DateKind.DAY, "XXXX-XX-07"),
        (Said(calendar=SOLAR, year=1403, month=5), DateKind.MONTH, "1403-05"),
        (Said(calendar=SOLAR, year=1403, month=5, slice=Slice.LATE), DateKind.PART, "1403-05"),
        (Said(calendar=SOLAR, year=1402, season=3), DateKind.SEASON, "1402-23"),
        (Said(calendar=SOLAR, year=1379), DateKind.YEAR, "1379"),
        (Said(calendar=SOLAR, year=1370, decade=True), DateKind.DECADE, "137X"),
        (Said(calendar=SOLAR, weekday=4), DateKind.WEEKDAY, "XXXX-WXX-4"),
        (Said(calendar=SOLAR, weekday=4, turn=-1), DateKind.RELATIVE_WEEKDAY, "XXXX-WXX-4"),
        (Said(calendar=SOLAR, unit=Unit.DAY, shift=-1), DateKind.RELATIVE_DAY, "-P1D"),
        (Said(calendar=SOLAR, unit=Unit.YEAR, shift=1), DateKind.RELATIVE_YEAR, "P1Y"),
    ],
)
def test_as_much_as_was_said(said: Said, kind: DateKind, value: str) -> None:
    assert (said.kind, said.value) == (kind, value)


def test_a_range_says_both_ends() -> None:
    first, last = (Said(calendar=SOLAR, year=1403, month=5, day=day) for day in (17, 20))
    stretch = Stretch(first=first, last=last)

    assert (stretch.kind, stretch.value) == (DateKind.RANGE, "1403-05-17/1403-05-20")
