"""That another reader than our rules has read a source, and what it found: so that nobody takes the two for one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from peyvand.core.ledger.statement import digest

_VERSION = "peyvand/reading/1"


@dataclass(frozen=True, kw_only=True)
class ReadingNote:
    """What one reader found in a source: keys of statements, and those of them that only it has read."""

    capture: str
    reader: str
    found: tuple[str, ...]
    alone: tuple[str, ...]

    @cached_property
    def key(self) -> str:
        """The note's id: the hash of exactly what it says."""
        return digest(_VERSION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values."""
        return {
            "capture": self.capture,
            "reader": self.reader,
            "found": list(self.found),
            "alone": list(self.alone),
        }
