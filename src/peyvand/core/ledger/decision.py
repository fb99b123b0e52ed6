"""What members decide that no statement says: which statements tell of one event, that a finding is settled, which
places are one, and who belongs to a network.

Each decision is an entry; a revocation is a later entry that takes one back. What stands at a time is a set, and where
decisions meet they count in the order in which they were taken: never in that in which they arrive.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from peyvand.core.ledger.statement import digest

_DECISION = "peyvand/decision/1"
_REVOCATION = "peyvand/revocation/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeEvents:
    """The events that these statements tell of are one."""

    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitEvent:
    """These statements tell of another event than those that they were put together with."""

    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleFinding:
    """A finding over these statements is settled. ``details`` are what it said when a member looked at it."""

    code: str
    statements: tuple[str, ...]
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePlace:
    """Two place ids mean one place; ``into`` is the one that is kept."""

    place: str
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """A place was merged into, or followed by, another ``on`` a date (EDTF). Its bonds stay its own."""

    place: str
    by: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """What a place was called ``until`` a date (EDTF), None where that is not known. ``language``: of the name."""

    place: str
    name: str
    language: str
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameNetwork:
    """A charter of many places, with its names as (language, name) pairs. ``network`` is its word in addresses."""

    network: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A source's words, from ``start`` to ``stop`` in its text, say that a place joined or left a network.

    ``date`` is EDTF, None where it was not said.
    """

    network: str
    place: str
    change: Literal["joined", "left"]
    date: str | None
    capture: str
    start: int
    stop: int


Act = MergeEvents | SplitEvent | SettleFinding | SamePlace | Succession | FormerName | NameNetwork | Membership
ACTS: dict[str, type[Act]] = {
    "merge_events": MergeEvents,
    "split_event": SplitEvent,
    "settle_finding": SettleFinding,
    "same_place": SamePlace,
    "succession": Succession,
    "former_name": FormerName,
    "name_network": NameNetwork,
    "membership": Membership,
}
NAMES = {kind: name for name, kind in ACTS.items()}


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What one member decided, and why. ``places`` are the ids of the one or two places it is about, if any; ``at`` is
    an aware time. Raises ValueError for a time without a zone."""

    act: Act
    places: tuple[str, ...] = ()
    reason: str
    member: str
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the time of a decision needs its zone")

    @property
    def name(self) -> str:
        """The name of its kind, one of `ACTS`."""
        return NAMES[type(self.act)]

    @cached_property
    def key(self) -> str:
        """The decision's id: the hash of exactly what it says."""
        return digest(_DECISION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values; the time in UTC to the microsecond."""
        return {
            "act": self.name,
            "about": {field.name: _plain(getattr(self.act, field.name)) for field in fields(self.act)},
            "places": list(self.places),
            "reason": self.reason,
            "member": self.member,
            "at": _time(self.at),
        }


@dataclass(frozen=True, kw_only=True)
class Revocation:
    """A member takes a decision, given by its key, back."""

    decision: str
    reason: str
    member: str
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the time of a revocation needs its zone")

    @cached_property
    def key(self) -> str:
        """The revocation's id: the hash of exactly what it says."""
        return digest(_REVOCATION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values; the time in UTC to the microsecond."""
        return {"decision": self.decision, "reason": self.reason, "member": self.member, "at": _time(self.at)}


def standing_decisions(
    decisions: Iterable[Decision], revocations: Iterable[Revocation], *, known_at: datetime | None = None
) -> tuple[Decision, ...]:
    """The decisions that stand at a time (None: by all that is known), in the order in which they were taken."""
    taken_back = {one.decision for one in revocations if known_at is None or one.at <= known_at}
    stand = {
        one.key: one for one in decisions if (known_at is None or one.at <= known_at) and one.key not in taken_back
    }
    return tuple(sorted(stand.values(), key=lambda one: (one.at, one.key)))


def _plain(value: object) -> object:
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
