"""Spans of days that may be open at either end, small and quick to compare."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from peyvand.core.calendar import bounds

# Numbers outside every day: before the first and after the last.
BEGIN, END = 0, date.max.toordinal() + 1


class Days(NamedTuple):
    """From the first to the last day, both included, as ordinals; `BEGIN` and `END` where the span is open."""

    first: int = BEGIN
    last: int = END

    @property
    def earliest(self) -> date | None:
        """The first day, None where open."""
        return date.fromordinal(self.first) if self.first > BEGIN else None

    @property
    def latest(self) -> date | None:
        """The last day, None where open."""
        return date.fromordinal(self.last) if self.last < END else None

    @property
    def vagueness(self) -> tuple[int, int]:
        """Sorts the precise before the vague: open ends first, then the width."""
        return (self.first == BEGIN) + (self.last == END), self.last - self.first

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def shared(self, other: Days) -> Days:
        """The days of both; this span alone where they share none."""
        first = self.first if self.first > other.first else other.first
        last = self.last if self.last < other.last else other.last
        return Days(first, last) if first <= last else self

    def by(self, day: int) -> Days:
        """The part not after a day; unchanged where the whole span is after it."""
        return self.shared(Days(BEGIN, day))

    def since(self, day: int) -> Days:
        """The part not before a day; unchanged where the whole span is before it."""
        return self.shared(Days(day, END))


ALWAYS = Days()


@lru_cache(maxsize=8192)
def days_of(edtf: str | None) -> Days:
    """The days an EDTF date may mean; all days for none."""
    if edtf is None:
        return ALWAYS
    first, last = bounds(edtf)
    return Days(first.toordinal() if first else BEGIN, last.toordinal() if last else END)
