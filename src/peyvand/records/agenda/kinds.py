"""The kinds of things to do."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an item of the work list is; in this order where no day tells which comes first."""

    GATE = "gate"
    DUTY = "duty"
    LETTER = "letter"
    TERM = "term"
    SOURCE = "source"
    PAST = "past"
    STALE = "stale"
    FINDING = "finding"
