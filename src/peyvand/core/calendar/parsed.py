"""What a rule hands back: the date as said, where it stops, and what stands beside its month's name."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from peyvand.core.calendar.lexemes import MonthName
from peyvand.core.calendar.said import Said, Stretch


class Parsed(NamedTuple):
    """A date found at some lexeme. ``stop`` is the lexeme after it; ``backed`` says that its month is beyond doubt."""

    said: Stretch
    stop: int
    name: MonthName | None = None
    backed: bool = False


def single(said: Said, stop: int, name: MonthName | None = None, *, backed: bool = False) -> Parsed:
    """A date of one end."""
    return Parsed(Stretch(first=said, last=said), stop, name, backed)


def between(first: Said, last: Said) -> Stretch | None:
    """The stretch of two ends, each lending the other its year; None where the two do not go together."""
    if first.calendar is not last.calendar:
        return None
    if not _placed(first) or not _placed(last):
        if not _in_year(first) or not _in_year(last):
            return None
        backwards = _order(first) > _order(last)
        if not _placed(first):
            first = _placed_like(first, last, -backwards)
        elif not _placed(last):
            last = _placed_like(last, first, int(backwards))
    return Stretch(first=first, last=last)


def _placed(said: Said) -> bool:
    return said.year is not None or said.unit is not None or said.turn is not None


def _in_year(said: Said) -> bool:
    return said.month is not None or said.season is not None


def _order(said: Said) -> tuple[int, int]:
    return said.month or (said.season or 0) * 3, said.day or 0


def _placed_like(needy: Said, other: Said, years: int) -> Said:
    return replace(
        needy,
        year=None if other.year is None else other.year + years,
        short=other.short,
        unit=other.unit,
        shift=None if other.shift is None else other.shift + years,
        turn=other.turn,
    )
