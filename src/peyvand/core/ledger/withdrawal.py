"""A list that had a row no longer has it. That ends no tie: the list merely vouches for it no longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from peyvand.core.ledger.statement import digest

_VERSION = "peyvand/withdrawal/1"


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """``statement`` is what the row said; ``capture`` the newer file of its origin, which came out ``on`` a day."""

    statement: str
    capture: str
    on: date

    @cached_property
    def key(self) -> str:
        """The withdrawal's id: the hash of exactly what it says."""
        return digest(_VERSION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values."""
        return {"statement": self.statement, "capture": self.capture, "on": self.on.isoformat()}
