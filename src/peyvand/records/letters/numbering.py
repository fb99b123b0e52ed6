"""The running numbers of the register: for each year of the office's calendar and each direction, from 1, no gap."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db.models import Max

from peyvand.core.calendar import to_calendar
from peyvand.lexicon.calendar import date_wording
from peyvand.records.letters.models import Letter


def office_year(day: date) -> int:
    """The year of a day in the office's calendar: that of the language that the site was set up in."""
    return to_calendar(day, date_wording(settings.LANGUAGE_CODE).calendar)[0]


def next_number(direction: str, year: int) -> int:
    """The next number. To be called inside `writing`, in the transaction that takes it: nobody else counts meanwhile,
    and since no letter is ever deleted, none is given twice."""
    last: int | None = Letter.objects.filter(direction=direction, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
