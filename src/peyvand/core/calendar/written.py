"""A placed date as EDTF: Gregorian years and months stay short, those of other calendars become days."""

from __future__ import annotations

from peyvand.core.calendar.edtf import write_days
from peyvand.core.calendar.extent import stretch_days
from peyvand.core.calendar.reckoning import Calendar
from peyvand.core.calendar.said import DateKind, Said, Stretch

_SHORT = (DateKind.MONTH, DateKind.SEASON, DateKind.YEAR, DateKind.DECADE)


def written(stretch: Stretch) -> str:
    """EDTF in Gregorian terms of a date whose years are known. Raises `NoSuchDay`."""
    first, last = stretch_days(stretch)
    if stretch.first.calendar is not Calendar.GREGORIAN:
        return write_days(first, last)
    if stretch.first == stretch.last and stretch.first.kind in _SHORT and stretch.first.season is None:
        return _short(stretch.first)
    if all(said.kind in (DateKind.MONTH, DateKind.SEASON) for said in (stretch.first, stretch.last)):
        return f"{first:%Y-%m}/{last:%Y-%m}"
    if all(said.kind is DateKind.YEAR for said in (stretch.first, stretch.last)):
        return f"{first:%Y}/{last:%Y}"
    return write_days(first, last)


def _short(said: Said) -> str:
    if said.decade:
        return f"{(said.year or 0) // 10}X"
    return f"{said.year:04}" if said.month is None else f"{said.year:04}-{said.month:02}"
