"""What a rule hands back: the date as said, where it stops, and what stands beside its month's name."""

from __future__ import annotations

from dataclasses import replace

from peyvand.core.calendar.lexemes import MonthName
from peyvand.core.calendar.said import Said, Stretch
from peyvand.core.text.value import value


@value()
class Parsed:
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
    if first.month is not None and first.day is not None and last.month is None and last.day is not None:
        # «10月18日至20日»: the last day is in the month of the first.
        last = replace(first, day=last.day)
    if not _placed(first) or not _placed(last):
        if not _in_year(first) or not _in_year(last):
            return None
        backwards = _order(first) > _order(last)
        if not _placed(first):
            first = _placed_like(first, last, -backwards)
        elif not _placed(last):
            last = _placed_like(last, first, int(backwards))
    return Stretch(first=first, last=last)


def lend(year: Said, needy: Stretch) -> Stretch | None:
    """A date without a year in the year said right before it («امسال از ۳ تا ۷ مهر»); None where it has its own.

    A year of another calendar is lent too: it makes the date impossible, which is better than a guess.
    """
    first, last = needy.first, needy.last
    if any(_placed(said) or not _in_year(said) for said in (first, last)):
        return None
    over = int(_order(first) > _order(last))
    return Stretch(first=_placed_like(first, year, 0), last=_placed_like(last, year, over))


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
