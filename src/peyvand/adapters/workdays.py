"""On which days offices of a country are open: weekends and public holidays, lunar and Solar Hijri ones among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

from peyvand.core.procedure.days import IsOpen, weekdays


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday; ``name`` is in the language of its country, ``language`` as its code (``fa``, ``ru`` …)."""

    day: date
    name: str
    language: str


def holidays_between(country: str, region: str | None, first: date, last: date) -> list[Holiday]:
    """The public holidays of a country from one day to another, weekends apart; none where nothing is known of it."""
    calendar = _calendar(country, region)
    if calendar is None or last < first:
        return []
    language = (calendar.default_language or "en").partition("_")[0]
    days = (first + timedelta(days=at) for at in range((last - first).days + 1))
    return [Holiday(day, calendar[day], language) for day in days if day in calendar and not calendar.is_weekend(day)]


@cache
def _calendar(country: str, region: str | None) -> holidays.HolidayBase | None:
    known = holidays.list_supported_countries()
    if country not in known:
        return None
    part = region.partition("-")[2] if region else None
    # Without a language the names would be in whatever one this machine is set to.
    at_home = holidays.country_holidays(country).default_language
    return holidays.country_holidays(country, subdiv=part if part in known[country] else None, language=at_home)


@cache
def open_days(country: str, region: str | None = None) -> IsOpen:
    """The working days of a country, and of its region (a code of ISO 3166-2) where that has holidays of its own.

    Where nothing is known of a country, Monday to Friday. Lunar holidays of the future are reckoned, not seen.
    """
    calendar = _calendar(country, region)
    if calendar is None:
        return weekdays

    def is_open(day: date) -> bool:
        return bool(calendar.is_working_day(day))

    return is_open
