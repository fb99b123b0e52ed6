"""Extended dates (EDTF, ISO 8601-2) in Gregorian terms: written from days, and read back to their bounds."""

from __future__ import annotations

import re
from datetime import date, timedelta

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X")


def write_days(first: date, last: date) -> str:
    """A day, or the closed interval of two days."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The earliest and latest day of an EDTF day, month, year, decade or interval; None where an end is open.

    Raises `ValueError` for anything else.
    """
    start, slash, stop = edtf.partition("/")
    if not slash:
        return _point(start)
    first = None if start in ("", "..") else _point(start)[0]
    last = None if stop in ("", "..") else _point(stop)[1]
    if first and last and first > last:
        raise ValueError(f"interval runs backwards: {edtf}")
    return first, last


def _point(text: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"not an extended date: {text!r}")
    year, month, day, decade = match.groups()
    if decade:
        return date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 9, 12, 31)
    if day:
        only = date(int(year), int(month), int(day))
        return only, only
    if month:
        return date(int(year), int(month), 1), _month_end(int(year), int(month))
    return date(int(year), 1, 1), date(int(year), 12, 31)


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 or month < 12 else date.max
    return following - timedelta(days=1) if following != date.max else date.max
