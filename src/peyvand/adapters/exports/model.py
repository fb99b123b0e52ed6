"""What is given out: bonds with their places and sources, and the head that says as of when and from which ledger.

A format is a module with a `Writer`. It writes bond by bond, so that its memory does not grow with the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO, NamedTuple, Protocol

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.bond import Bond, BondEvent, Side, State, Witness
from peyvand.core.ledger.words import Event, Modality

LICENCE = (
    "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); "
    "names and positions of places: GeoNames (https://www.geonames.org), CC BY 4.0"
)
_TIES = frozenset({Event.SIGNING, Event.RENEWAL, Event.STANDING})
_OVER = frozenset({State.ENDED, State.EXPIRED, State.BARRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The two times that all bonds are told for, the ledger they were folded from, and what may be done with them.

    ``known_at`` None is all that is known; ``language`` is that of labels for people.
    """

    as_of: date
    known_at: datetime | None
    size: int
    root: str
    licence: str
    language: str = "fa"

    def facts(self) -> dict[str, object]:
        """The head as plain values."""
        return {
            "as_of": self.as_of.isoformat(),
            "known_at": self.known_at.isoformat() if self.known_at else None,
            "ledger": {"size": self.size, "root": self.root},
            "licence": self.licence,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source without its text. ``capture`` is the hash of the text; since ``received`` the ledger has it."""

    capture: str
    publisher: str
    title: str
    published: date | None
    kind: str
    received: datetime

    @property
    def shown(self) -> str:
        """Who published it, or else its title."""
        return self.publisher or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One bond. ``persian`` are the Persian names of its places; ``sources`` by capture are all that it refers to."""

    slug: str
    bond: Bond
    places: tuple[Place, Place]
    persian: tuple[str, str]
    sources: Mapping[str, SourceLine]

    def name(self, at: int, language: str) -> str:
        """The name of one of its places in a language."""
        return self.persian[at] if language == "fa" and self.persian[at] else self.places[at].name

    def evidence(self) -> Iterator[Proof]:
        """Each witness of each event."""
        for event in self.bond.events:
            for witness in event.witnesses:
                yield Proof(event, witness, self.sources[witness.capture])


class Proof(NamedTuple):
    """One source's words for one event."""

    event: BondEvent
    witness: Witness
    source: SourceLine


class Writer(Protocol):
    """One format."""

    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def suffix(self) -> str: ...

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        """Write the whole export; ``out`` need not be seekable. Raises `CannotHold` where the format has no room."""


class CannotHold(ValueError):
    """These bonds need more rows than the format has: ``limit`` of them."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"no more than {limit:,} rows")
        self.limit = limit


def began(bond: Bond, place: str) -> str | None:
    """The day (EDTF) on which the side's tie began: of the first done event that makes one, where it is dated."""
    made = (event for event in bond.events if event.event in _TIES and event.modality is Modality.DONE)
    return next((event.date for event in made if place in event.sides and event.date), None)


def ended(side: Side) -> str | None:
    """The day (EDTF) on which the side's tie ended, where it did and the day is known."""
    return side.standing.since if side.standing.state in _OVER else None


def source_facts(proof: Proof) -> dict[str, object]:
    """One source's words as plain values."""
    published = proof.source.published
    return {
        "event": str(proof.event.event),
        "publisher": proof.source.publisher,
        "title": proof.source.title,
        "published": published.isoformat() if published else None,
        "received": proof.source.received.isoformat(timespec="seconds"),
        "quote": proof.witness.quote,
        "source": proof.source.capture,
        "statement": proof.witness.statement,
    }
