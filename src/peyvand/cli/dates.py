"""Days given on the command line."""

from __future__ import annotations

import argparse
from datetime import date, datetime, timedelta

from peyvand.cli.messages import _
from peyvand.core.calendar import Calendar, bounds, month_days, to_day
from peyvand.core.calendar.edtf import write_days

# No Gregorian year below this is meant by anyone who writes news on cities; Solar Hijri years are.
_FIRST_GREGORIAN_YEAR = 1800


def day(text: str) -> date:
    """A day as ``2025-04-09`` (Gregorian) or ``1404-01-20`` (Solar Hijri); argparse's own error otherwise."""
    try:
        year, month, number = (int(piece) for piece in text.replace("/", "-").split("-"))
        calendar = Calendar.SOLAR if year < _FIRST_GREGORIAN_YEAR else Calendar.GREGORIAN
        return to_day(calendar, year, month, number)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(_("%r is not a day such as 2025-04-09 or 1404-01-20") % text) from fault


def moment(text: str) -> datetime:
    """A day (its end counts) or an ISO moment with its offset."""
    if "T" in text:
        parsed = datetime.fromisoformat(text)
        if parsed.tzinfo is None:
            raise argparse.ArgumentTypeError(_("%r has no offset such as +03:30 or Z") % text)
        return parsed
    local = datetime.now().astimezone().tzinfo
    return datetime.combine(day(text) + timedelta(days=1), datetime.min.time(), local) - timedelta(microseconds=1)


def extent(text: str) -> str:
    """A day, a month or a year in either calendar, as EDTF; argparse's own error otherwise."""
    typed = text.replace("/", "-")
    try:
        year, *rest = (int(piece) for piece in typed.split("-"))
        if year >= _FIRST_GREGORIAN_YEAR:
            bounds(typed)
            return typed
        if len(rest) > 1:
            return day(typed).isoformat()
        first, last = rest[0] if rest else 1, rest[0] if rest else 12
        return write_days(month_days(Calendar.SOLAR, year, first)[0], month_days(Calendar.SOLAR, year, last)[1])
    except ValueError as fault:
        raise argparse.ArgumentTypeError(
            _("%r is not a day, month or year such as 2025-04-09 or 1404") % text
        ) from fault
