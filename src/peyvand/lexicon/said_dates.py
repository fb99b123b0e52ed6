"""Dates that a person types as a paper has them: in words or numbers, in the calendar and the language of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peyvand.core.calendar import Calendar, NoSuchDay, bounds, month_days, scan_dates, settle
from peyvand.core.calendar.edtf import write_days
from peyvand.core.text import fold
from peyvand.lexicon.calendar import calendar_words

_LANGUAGES = ("fa", "en", "ar", "tr", "ru", "de", "fr", "zh")
_LONGEST = 60
# Signs that may stand beside a date and say nothing of it.
_AROUND = re.compile(r"[\s.,،;؛:()«»–/-]*")
_YEAR = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?")
# No Gregorian year of a city's papers is as low as a Solar Hijri one, and the other way round.
_FIRST_GREGORIAN_YEAR = 1700


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date as it was said: its words, their calendar, and the days that they mean, as EDTF and as its bounds."""

    text: str
    calendar: Calendar
    edtf: str
    first: date
    last: date


def said_date(words: str, language: str) -> SaidDate | None:
    """The one date that these words say; None where they say none, or something beside it. The words of ``language``
    are tried first, then those of the others."""
    words = " ".join(words.split())
    if not words or len(words) > _LONGEST:
        return None
    return next(_readings(words, language), None)


def _readings(words: str, language: str) -> Iterator[SaidDate]:
    folded = fold(words)
    if alone := _YEAR.fullmatch(folded.text):
        yield from _month_or_year(words, int(alone[1]), int(alone[2] or 0))
        return
    for one in sorted(_LANGUAGES, key=lambda known: known != language):
        for mention in scan_dates(folded, calendar_words(one)):
            settled = settle(mention)
            around = folded.text[: mention.span.start] + folded.text[mention.span.stop :]
            if settled.edtf and _AROUND.fullmatch(around):
                first, last = bounds(settled.edtf)
                if first and last:
                    yield SaidDate(words, settled.calendar, settled.edtf, first, last)


def _month_or_year(words: str, year: int, month: int) -> Iterator[SaidDate]:
    """A number that is a year anywhere but where a date is asked for says nothing; here it does."""
    calendar = Calendar.SOLAR if year < _FIRST_GREGORIAN_YEAR else Calendar.GREGORIAN
    try:
        first, last = month_days(calendar, year, month or 1)[0], month_days(calendar, year, month or 12)[1]
    except (NoSuchDay, ValueError):
        return
    yield SaidDate(words, calendar, write_days(first, last), first, last)
