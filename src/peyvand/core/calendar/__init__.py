"""Partial dates in Solar Hijri, lunar Hijri and Gregorian: found in text, settled, and told."""

from peyvand.core.calendar.edtf import bounds
from peyvand.core.calendar.lexemes import CalendarWords, Caution, Entry, MonthName, Word, tokens_of
from peyvand.core.calendar.reckoning import Calendar, NoSuchDay, month_days, to_calendar, to_day, weekday
from peyvand.core.calendar.said import DateKind, DateMention, Said, Slice, Stretch, Unit
from peyvand.core.calendar.scan import scan_dates
from peyvand.core.calendar.settle import SettledDate, settle
from peyvand.core.calendar.unsettled import Open
from peyvand.core.calendar.wording import DateWording, describe

__all__ = [
    "Calendar",
    "CalendarWords",
    "Caution",
    "DateKind",
    "DateMention",
    "DateWording",
    "Entry",
    "MonthName",
    "NoSuchDay",
    "Open",
    "Said",
    "SettledDate",
    "Slice",
    "Stretch",
    "Unit",
    "Word",
    "bounds",
    "describe",
    "month_days",
    "scan_dates",
    "settle",
    "to_calendar",
    "to_day",
    "tokens_of",
    "weekday",
]
