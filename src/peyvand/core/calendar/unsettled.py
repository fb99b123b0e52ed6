"""Why a date stays open."""

from __future__ import annotations

from enum import StrEnum


class Open(StrEnum):
    """The reason for a date without a value."""

    NO_SUCH_DAY = "no-such-day"
    NO_PUBLICATION = "no-publication"
    NO_YEAR = "no-year"
    MANY_YEARS = "many-years"
    WEEKDAY = "weekday"
    DISAGREE = "disagree"


class Unsettled(Exception):
    """A date that its clues do not settle."""

    def __init__(self, reason: Open, *, conflict: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.conflict = reason, conflict
