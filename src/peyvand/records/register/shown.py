"""What the register answers: values for pages, commands and exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.bond import Bond, BondEvent, Finding, Side
from peyvand.core.ledger.claim import AreaClaim, CountClaim
from peyvand.core.ledger.counts import Counted, Difference
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.words import SourceKind
from peyvand.core.text import Span
from peyvand.records.ledger.queries import LedgerHead


class Audience(StrEnum):
    """Who looks: everybody, or members who may see internal sources."""

    PUBLIC = "public"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What members made of one entry. ``follows`` is the key that the next verdict has to name, None for a first one;
    ``by``, ``at`` and ``reason`` are of the last verdict; the reason's words are to be had of `ledger.vault.opened`."""

    status: Status = Status.OPEN
    follows: str | None = None
    by: str | None = None
    at: datetime | None = None
    reason: str = ""
    # The statement that a member put in the place of this one.
    corrected_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """A source without its text. ``capture`` is its id."""

    capture: str
    name: str
    title: str
    publisher: str
    published: date | None
    kind: SourceKind
    language: str
    public: bool
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementShown:
    """One statement with the words that say it, what they were resolved to, and what members made of it."""

    key: str
    statement: Statement
    resolution: Resolution
    quote: str
    judged: Judged

    @property
    def capture(self) -> str:
        return self.statement.capture

    @property
    def span(self) -> Span:
        return self.statement.span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """A claim on how many sister cities a city has. ``claim`` is as written; ``city`` and ``partner`` are place ids."""

    key: str
    claim: CountClaim
    city: str
    partner: str | None
    quote: str
    judged: Judged

    @property
    def capture(self) -> str:
        return self.claim.capture

    @property
    def span(self) -> Span:
        return self.claim.span


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaShown:
    """A field of cooperation that a source ties to a pair. ``claim`` is as written; ``places`` are ids."""

    key: str
    claim: AreaClaim
    places: tuple[str, str]
    quote: str
    judged: Judged

    @property
    def capture(self) -> str:
        return self.claim.capture

    @property
    def span(self) -> Span:
        return self.claim.span


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """The two times an answer holds for, and the ledger it was folded from. ``known_at`` None is: all we know."""

    as_of: date
    known_at: datetime | None
    head: LedgerHead


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShown:
    """A place with its address, empty where it has no page yet; names in a language come from the gazetteer."""

    place: Place
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BondView:
    """One bond's biography. ``statements`` by key, ``sources`` by capture: all that the bond refers to."""

    slug: str
    bond: Bond
    places: tuple[PlaceShown, PlaceShown]
    statements: Mapping[str, StatementShown]
    sources: Mapping[str, SourceShown]
    claims: tuple[ClaimShown, ...]
    areas: tuple[AreaShown, ...]
    when: AsOf


@dataclass(frozen=True, slots=True, kw_only=True)
class BondBrief:
    """A bond in a list, from the side of one of its places."""

    slug: str
    bond: Bond
    other: PlaceShown
    own_side: Side
    other_side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class CityView:
    """One place's bonds, its counts, and what sources claim of them."""

    place: PlaceShown
    bonds: tuple[BondBrief, ...]
    counts: tuple[Counted, ...]
    claims: tuple[ClaimShown, ...]
    # Findings on the place itself: a claimed count that the register cannot reach. A bond's own are in the bond.
    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceShown]
    when: AsOf
    # Findings that members have settled; and each claim that some rule does not confirm beside the counts of its day.
    settled: tuple[Finding, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CityBrief:
    """A city in a list: how many bonds, and how many sister cities by the standard rule."""

    place: PlaceShown
    bonds: int
    count: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event with the bond it belongs to."""

    event: BondEvent
    slug: str
    places: tuple[PlaceShown, PlaceShown]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The first page: cities with most sister cities first, and what happened last."""

    cities: tuple[CityBrief, ...]
    recent: tuple[Happening, ...]
    bonds: int
    statements: int
    when: AsOf


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with its text and everything that was read in it and may be shown, in the order of the text."""

    source: SourceShown
    text: str
    statements: tuple[StatementShown, ...]
    claims: tuple[ClaimShown, ...]
    areas: tuple[AreaShown, ...]
    bonds: Mapping[tuple[str, str], str]
    places: Mapping[str, PlaceShown]
    when: AsOf


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOn:
    """A finding with the bond (``slug`` and two places) or the one place it is on."""

    finding: Finding
    places: tuple[PlaceShown, ...]
    slug: str | None
