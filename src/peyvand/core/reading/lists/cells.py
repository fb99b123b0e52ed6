"""What one cell of a list says: a date in whatever calendar, a kind of tie, a state, a number, a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from peyvand.core.calendar import Calendar, NoSuchDay, Said, Stretch, scan_dates, settle
from peyvand.core.calendar.reckoning import YEARS
from peyvand.core.calendar.written import written
from peyvand.core.ledger.statement import DateSaid
from peyvand.core.ledger.words import Instrument
from peyvand.core.reading.lists.columns import RowStatus, TableWords, longest
from peyvand.core.text import fold, fold_words

_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MOMENT = re.compile(r"([+-]?\d{4,}-\d\d-\d\d)T[\d:.]{4,20}Z?")
_NUMBER = re.compile(r"\d{1,9}")
_COORDINATES = re.compile(r"(?:point\()?\s*(-?\d{1,3}(?:\.\d{1,15})?)[\s,;]+(-?\d{1,3}(?:\.\d{1,15})?)\s*\)?")


class CellDate(NamedTuple):
    """A date in Gregorian terms (EDTF) with what was said; ``conflict`` where two calendars name different days."""

    edtf: str
    said: DateSaid
    conflict: bool = False


def read_date(cell: str, words: TableWords) -> CellDate | None:
    """The one date that a cell holds, as much as it says; the calendar by the year. None where it cannot be read."""
    text = " ".join(fold_words(cell).split())
    if year := _YEAR.fullmatch(text):
        return _numeric(cell, int(year[1]))
    if month := _MONTH.fullmatch(text):
        return _numeric(cell, int(month[1]), int(month[2]))
    folded = fold(cell)
    for calendar in words.calendars:
        mentions = scan_dates(folded, calendar)
        if len(mentions) != 1:
            continue
        settled = settle(mentions[0], published=None, tense=None, near=())
        if settled.edtf:
            said = DateSaid(calendar=str(settled.calendar), value=settled.value, text=mentions[0].text)
            return CellDate(settled.edtf, said, bool(settled.conflict))
    return None


def read_moment(cell: str) -> CellDate | None:
    """A moment as data sets export it, ``2000-10-27T00:00:00Z``.

    They write a year as the first of January and a month as its first day, so that such days say no more than that.
    """
    moment = _MOMENT.fullmatch(cell.strip())
    if moment is None:
        return None
    year, month, day = (int(part) for part in moment[1].lstrip("+-").split("-"))
    if day == 1:
        return _numeric(cell, year) if month == 1 else _numeric(cell, year, month)
    return _numeric(cell, year, month, day)


def read_instrument(cell: str, words: TableWords) -> Instrument | None:
    """The kind of tie that the words name; None for words that name none."""
    found = longest(words.instruments, fold_words(cell))
    return found[0] if found else None


def read_status(cell: str, words: TableWords) -> RowStatus | None:
    """The state that the words name; None for words that name none."""
    found = longest(words.statuses, fold_words(cell))
    return found[0] if found else None


def read_number(cell: str) -> int | None:
    """A whole number with or without separators of thousands, in any digits; None for anything else."""
    text = fold_words(cell).replace(",", "").replace(" ", "")
    text = text.removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None


def read_degrees(cell: str, limit: float) -> float | None:
    """Degrees within a limit; None for anything else."""
    try:
        degrees = float(fold_words(cell).strip())
    except ValueError:
        return None
    return degrees if -limit <= degrees <= limit else None


def read_coordinates(cell: str) -> tuple[float, float] | None:
    """Latitude and longitude from "32.65, 51.67" or from ``Point(51.67 32.65)``, which turns them round."""
    text = fold_words(cell).strip()
    found = _COORDINATES.fullmatch(text)
    if found is None:
        return None
    one, other = float(found[1]), float(found[2])
    latitude, longitude = (other, one) if text.startswith("point") else (one, other)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def read_total(cells: Sequence[str], words: TableWords) -> int | None:
    """The total that a row states, where a word for it stands first and one number is all the row counts."""
    text = " ".join(fold_words(cell).strip() for cell in cells if cell.strip())
    numbers = _NUMBER.findall(text)
    return int(numbers[0]) if len(numbers) == 1 and words.totals.match(text) else None


def _numeric(cell: str, year: int, month: int | None = None, day: int | None = None) -> CellDate | None:
    calendar = next((one for one in (Calendar.SOLAR, Calendar.GREGORIAN) if year in YEARS[one]), None)
    if calendar is None:
        return None
    said = Said(calendar=calendar, year=year, month=month, day=day)
    try:
        edtf = written(Stretch(first=said, last=said))
    except NoSuchDay:
        return None
    return CellDate(edtf, DateSaid(calendar=str(calendar), value=said.value, text=cell.strip()))
