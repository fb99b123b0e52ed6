"""Claims that are not about one bond's events: how many partners a city has, and the fields of a cooperation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from peyvand.core.ledger.bond import SourceBrief
from peyvand.core.ledger.statement import digest
from peyvand.core.text import Part, Span

COUNT_VERSION = "peyvand/count/1"
AREA_VERSION = "peyvand/area/1"


@dataclass(frozen=True, kw_only=True)
class CountClaim:
    """One source says how many sister cities a city has; names as written.

    ``kind`` is ``total`` ("has twelve") or ``ordinal`` ("the thirteenth"), and then ``partner`` gets the number.
    """

    capture: str
    span: Span
    part: Part
    city: str
    n: int
    kind: str
    partner: str | None = None

    @cached_property
    def key(self) -> str:
        """The claim's id: the hash of exactly what it says."""
        return digest(COUNT_VERSION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values."""
        return {
            "capture": self.capture,
            "span": [self.span.start, self.span.stop],
            "part": str(self.part),
            "city": self.city,
            "n": self.n,
            "kind": self.kind,
            "partner": self.partner,
        }


@dataclass(frozen=True, kw_only=True)
class AreaClaim:
    """One source ties a field of cooperation (a code of the areas) to a pair; names as written."""

    capture: str
    span: Span
    area: str
    places: tuple[str, str]

    @cached_property
    def key(self) -> str:
        """The claim's id: the hash of exactly what it says."""
        return digest(AREA_VERSION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values."""
        return {
            "capture": self.capture,
            "span": [self.span.start, self.span.stop],
            "area": self.area,
            "places": list(self.places),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CountResolution:
    """The place ids that the names of a count claim were found to mean."""

    claim: str
    city: str
    partner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaResolution:
    """The place ids that the names of an area claim were found to mean."""

    claim: str
    places: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFact:
    """An accepted count claim with its resolution and source."""

    claim: CountClaim
    resolution: CountResolution
    source: SourceBrief
    quote: str
    accepted_at: datetime
