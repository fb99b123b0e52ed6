"""What the accepted statements of one pair add up to. Values only; `fold` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality, SourceKind
from peyvand.core.text import Part, Span

# The type under another name, for values that have a field called date.
Day = date


class State(StrEnum):
    """State of one side's standing."""

    NONE = "none"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    CITIZENS_ONLY = "citizens_only"
    ENDED = "ended"
    EXPIRED = "expired"
    BARRED = "barred"
    DORMANT = "dormant"


class Known(StrEnum):
    """How well something is known."""

    DOCUMENTED = "documented"
    REPORTED = "reported"
    CLAIMED = "claimed"
    CONTESTED = "contested"


class Reached(StrEnum):
    """Steps on the way to an instrument, the first first."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    APPROVALS = "approvals"
    DRAFTED = "drafted"
    SCHEDULED = "scheduled"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBrief:
    """What the fold needs to know of a source. ``speaks_for`` is the place id whose office published it, if any."""

    capture: str
    kind: SourceKind = SourceKind.ARTICLE
    publisher: str | None = None
    published: date | None = None
    title: str | None = None
    speaks_for: str | None = None
    public: bool = True
    # Sources with an equal cluster are copies of one text: one witness.
    cluster: str | None = None
    # Files with an equal origin are one list, as it was at different times.
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """An accepted statement with what it was resolved to and when its verdict came."""

    statement: Statement
    resolution: Resolution
    source: SourceBrief
    quote: str
    accepted_at: datetime
    # Where its list has dropped the row.
    withdrawn: Withdrawal | None = None

    def is_withdrawn(self, day: int) -> bool:
        """Whether, by a day (an ordinal), its list vouches for it no longer."""
        return self.withdrawn is not None and self.withdrawn.on.toordinal() <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One source's words for an event. Copies of one text are one witness, the earliest published."""

    statement: str
    capture: str
    quote: str
    modality: Modality
    span: Span
    part: Part = Part.BODY
    kind: SourceKind = SourceKind.ARTICLE
    published: date | None = None
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BondEvent:
    """One happening with its witnesses. ``earliest`` and ``latest`` bound it, None where open.

    ``date`` is as much as was said, as EDTF; ``authority`` is a code; ``acts`` and ``sides`` are place ids.
    """

    key: str
    event: Event
    modality: Modality
    date: str | None
    earliest: Day | None
    latest: Day | None
    instrument: Instrument | None
    authority: str | None
    acts: tuple[str, ...]
    sides: tuple[str, ...]
    witnesses: tuple[Witness, ...]
    known: Known
    channel: Channel = Channel.OFFICIAL
    # Planned, past, and without proof: never done.
    overdue: bool = False
    # The finer code of events, where a source gave it.
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    instrument: Instrument | None
    state: State
    since: str | None
    known: Known | None
    channel: Channel = Channel.OFFICIAL
    # Keys of the events that show it.
    shown_by: tuple[str, ...] = ()
    # Each side's own word for the tie, as written.
    words: tuple[str, ...] = ()
    # The law that bars the tie, where it is none of the events that does.
    law: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung of the way with the keys of the events that prove it."""

    reached: Reached
    shown_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one side is toward an instrument; ``got`` of the approvals its procedure requires (``of``).

    ``steps`` are the rungs that have proof, the first first; ``reached`` is the last of them; ``scheduled`` is the
    EDTF date of a signing that is planned and not yet reported as done.
    """

    toward: Instrument
    reached: Reached
    got: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    scheduled: str | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    place: str
    standing: Standing
    other_channels: tuple[Standing, ...] = ()
    progress: Progress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A contradiction, a gap or a thing due. ``details`` are JSON values for the sentence that says it.

    ``settled_by`` is the key of the decision by which a member settled it.
    """

    code: str
    statements: tuple[str, ...]
    details: tuple[tuple[str, str], ...] = ()
    settled_by: str | None = None

    @property
    def key(self) -> str:
        """Equal for the same finding over the same statements: new statements make a new one."""
        return f"{self.code}:{'+'.join(sorted(self.statements))}"

    @property
    def mark(self) -> str:
        """The key made short, for addresses and for people to type."""
        return sha256(self.key.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """The tie of exactly two places. ``slug`` is the two places in a fixed order."""

    places: tuple[str, str]
    sides: tuple[Side, Side]
    events: tuple[BondEvent, ...]
    findings: tuple[Finding, ...]
    areas: tuple[str, ...] = ()
    # Findings that members have settled; none of them is among the others.
    settled: tuple[Finding, ...] = ()
