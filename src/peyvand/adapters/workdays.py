"""On which days offices of a country are open: weekends and public holidays, lunar and Solar Hijri ones among them."""

from __future__ import annotations

from datetime import date
from functools import cache

import holidays

from peyvand.core.procedure.days import IsOpen, weekdays


@cache
def open_days(country: str, region: str | None = None) -> IsOpen:
    """The working days of a country, and of its region (a code of ISO 3166-2) where that has holidays of its own.

    Where nothing is known of a country, Monday to Friday. Lunar holidays of the future are reckoned, not seen.
    """
    known = holidays.list_supported_countries()
    if country not in known:
        return weekdays
    part = region.partition("-")[2] if region else None
    calendar = holidays.country_holidays(country, subdiv=part if part in known[country] else None)

    def is_open(day: date) -> bool:
        return bool(calendar.is_working_day(day))

    return is_open
