"""Dates on screen: as much as was said, Solar Hijri and Gregorian side by side; and the dates that a person types."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from persiantools.jdatetime import JalaliDate

from peyvand.core.calendar.edtf import bounds, write_days
from peyvand.web.shared.digits import in_language, plain


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_SOLAR = {
    "fa": _names("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"),
    "en": _names("Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand"),
}
_GREGORIAN = {
    "fa": _names("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
    "en": _names("January February March April May June July August September October November December"),
}
_WEEKDAYS = {
    "fa": _names("دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه"),
    "en": _names("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
}
_DAY = timedelta(days=1)
# No Gregorian year of a city's papers is as low as a Solar Hijri one, and the other way round.
_FIRST_GREGORIAN_YEAR = 1700
_TYPED = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class When:
    """A date for the eye: ``main`` in the calendar it is a whole of (or the language's own), ``beside`` in the other.

    ``machine`` is for ``<time datetime>``: an ISO day, month or year, or empty where HTML knows no such form.
    """

    main: str
    beside: str
    machine: str = ""


@dataclass(frozen=True, slots=True)
class _Ymd:
    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class _Calendar:
    """How one calendar splits days into months and years, and what it calls them."""

    months: dict[str, tuple[str, ...]]
    split: Callable[[date], _Ymd]
    month_ends: Callable[[date], bool]

    def text(self, day: _Ymd, language: str, *, year: bool = True, month: bool = True) -> str:
        parts = [in_language(str(day.day), language)]
        if month:
            parts.append(self.months[language][day.month - 1])
        if year:
            parts.append(in_language(str(day.year), language))
        return " ".join(parts)

    def month_text(self, day: _Ymd, language: str) -> str:
        return f"{self.months[language][day.month - 1]} {in_language(str(day.year), language)}"

    def whole(self, first: date, last: date, language: str) -> str | None:
        """The name of the month or year that the two days are the ends of, if there is one."""
        start, stop = self.split(first), self.split(last)
        if start.day != 1 or start.year != stop.year or not self.month_ends(last):
            return None
        if start.month == stop.month:
            return self.month_text(start, language)
        if (start.month, stop.month) == (1, 12):
            return in_language(str(start.year), language)
        return None

    def span(self, first: date, last: date, language: str) -> str:
        """Two days with what they share said once."""
        start, stop = self.split(first), self.split(last)
        same_year = start.year == stop.year
        same_month = same_year and start.month == stop.month
        return _("{first} to {last}").format(
            first=self.text(start, language, year=not same_year, month=not same_month),
            last=self.text(stop, language),
        )


def _solar(day: date) -> _Ymd:
    solar = JalaliDate(day)
    return _Ymd(solar.year, solar.month, solar.day)


def _gregorian(day: date) -> _Ymd:
    return _Ymd(day.year, day.month, day.day)


SOLAR = _Calendar(_SOLAR, _solar, lambda day: JalaliDate(day + _DAY).day == 1)
GREGORIAN = _Calendar(_GREGORIAN, _gregorian, lambda day: monthrange(day.year, day.month)[1] == day.day)


@lru_cache(maxsize=4096)
def when(edtf: str, language: str) -> When:
    """An EDTF date in Gregorian terms, as the page of ``language`` says it. Unknown forms show themselves."""
    try:
        first, last = bounds(edtf)
    except ValueError:
        return When(edtf, "")
    about = bool(set(edtf) & set("~?%"))
    if first is None or last is None:
        return _open(first, last, language)
    mine, other = (SOLAR, GREGORIAN) if language == "fa" else (GREGORIAN, SOLAR)
    if other.whole(first, last, language) and not mine.whole(first, last, language):
        mine, other = other, mine
    main, beside = _one(mine, first, last, language), _one(other, first, last, language)
    return When(_("about {date}").format(date=main) if about else main, beside, _machine(edtf))


def day(value: date, language: str) -> When:
    """One day, as `when` says it."""
    return when(value.isoformat(), language)


def long_day(value: date, language: str) -> str:
    """A day with its weekday, in the language's own calendar: «یکشنبه ۱۷ فروردین ۱۴۰۴»."""
    calendar = SOLAR if language == "fa" else GREGORIAN
    return f"{_WEEKDAYS[language][value.weekday()]} {calendar.text(calendar.split(value), language)}"


def month_name(value: date, language: str) -> str:
    """The month and year of a day in the language's own calendar."""
    calendar = SOLAR if language == "fa" else GREGORIAN
    return calendar.month_text(calendar.split(value), language)


def year_name(value: date, language: str) -> str:
    """The year of a day in the language's own calendar."""
    calendar = SOLAR if language == "fa" else GREGORIAN
    return in_language(str(calendar.split(value).year), language)


def typed_day(words: str) -> date | None:
    """The day that a person typed, ``1403-05-17`` or ``2024-08-07`` in any digits; None when it is no day."""
    found = _typed(words)
    return found[0] if found and found[0] == found[1] else None


def typed_extent(words: str) -> str | None:
    """The days that a person typed as EDTF: a day, a month, a year, or two of them with `` / `` between; else None."""
    first, slash, last = words.partition(" / ")
    start, stop = _typed(first), _typed(last if slash else first)
    if start is None or stop is None or start[0] > stop[1]:
        return None
    return write_days(start[0], stop[1])


def extent_as_typed(edtf: str, language: str) -> str:
    """An EDTF date as `typed_extent` takes it back; empty where an end is open."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return ""
    return as_typed(first, language) if first == last else f"{as_typed(first, language)} / {as_typed(last, language)}"


def _typed(words: str) -> tuple[date, date] | None:
    """First and last day of a day, month or year, in the calendar that its year belongs to."""
    found = _TYPED.fullmatch(plain(words.strip()))
    if not found:
        return None
    year = int(found[1])
    month, of_month = (int(part) if part else None for part in found.groups()[1:])
    try:
        return _solar_days(year, month, of_month) if year < _FIRST_GREGORIAN_YEAR else _days(year, month, of_month)
    except (ValueError, OverflowError):
        return None


def _solar_days(year: int, month: int | None, of_month: int | None) -> tuple[date, date]:
    first = JalaliDate(year, month or 1, of_month or 1)
    if of_month:
        return first.to_gregorian(), first.to_gregorian()
    after = JalaliDate(year, month + 1, 1) if month and month < 12 else JalaliDate(year + 1, 1, 1)
    return first.to_gregorian(), after.to_gregorian() - _DAY


def _days(year: int, month: int | None, of_month: int | None) -> tuple[date, date]:
    first = date(year, month or 1, of_month or 1)
    if of_month:
        return first, first
    return first, date(year, month or 12, monthrange(year, month or 12)[1])


def as_typed(value: date, language: str) -> str:
    """A day as the date fields of ``language`` show and take it."""
    if language != "fa":
        return value.isoformat()
    solar = _solar(value)
    return in_language(f"{solar.year:04}-{solar.month:02}-{solar.day:02}", language)


def _one(calendar: _Calendar, first: date, last: date, language: str) -> str:
    if first == last:
        return calendar.text(calendar.split(first), language)
    return calendar.whole(first, last, language) or calendar.span(first, last, language)


def _open(first: date | None, last: date | None, language: str) -> When:
    known = first or last
    if known is None:
        return When(pgettext("date", "not said"), "")
    shown = day(known, language)
    form = _("from {date} on") if first else _("until {date}")
    return When(form.format(date=shown.main), form.format(date=shown.beside))


def _machine(edtf: str) -> str:
    return edtf if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", edtf) else ""
