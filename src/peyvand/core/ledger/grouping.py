"""Which statements tell of one happening.

The same pair, type, channel, instrument, authority and acting side make a kind; the modality does not, since a planned
signing and the report of it are one event. Within a kind the precise dates group first, and a vaguer one joins only
where exactly one group fits. A statement's dates here are what it says, cut by the day it was published: what is done
was done by then, what is still planned or wished was not. Every step goes in an order of the statements' own, so
that the order of arrival does not matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from peyvand.core.ledger.days import Days
from peyvand.core.ledger.hearing import Heard
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality

# What both sides do together: who is named as acting does not make another event.
_JOINT = frozenset(
    {
        Event.NEGOTIATION, Event.DRAFTING, Event.SIGNING, Event.RENEWAL, Event.EVENT, Event.EXCHANGE, Event.PROJECT,
    }
)  # fmt: skip
_AHEAD = frozenset({Modality.PLANNED, Modality.WISHED})
_RANK = {modality: rank for rank, modality in enumerate(Modality)}


class Kind(NamedTuple):
    """What statements on one pair must share to be of one event. ``actors`` are place ids, sorted."""

    event: Event
    channel: Channel
    instrument: Instrument | None
    authority: str | None
    actors: tuple[str, ...]

    @property
    def sort_key(self) -> tuple[str, ...]:
        return self.event, self.channel, self.instrument or "", self.authority or "", *self.actors


@dataclass(slots=True)
class Group:
    """The statements of one happening. ``days`` are the days that all of them allow.

    ``headlines`` claim the same thing in a title. ``vague`` says that several groups fitted, so that it stands alone.
    ``merged``: members put it together; ``parted`` are the keys of the decisions by which they took it apart.
    """

    kind: Kind
    days: Days
    heard: list[Heard] = field(default_factory=list)
    headlines: list[Heard] = field(default_factory=list)
    vague: bool = False
    merged: bool = False
    parted: frozenset[str] = frozenset()
    _tellers: set[tuple[str, bool]] = field(default_factory=set)

    def add(self, one: Heard, days: Days) -> None:
        """Take in a statement that fits."""
        self.heard.append(one)
        self.days = self.days.shared(days)
        if one.modality is not Modality.DENIED:
            self._tellers.add((one.source, one.modality in _AHEAD))

    def tells_otherwise(self, one: Heard) -> bool:
        """Whether the statement's own source tells this happening as done and that one as to come, or the reverse."""
        return one.modality is not Modality.DENIED and (one.source, one.modality not in _AHEAD) in self._tellers


def kind_of(one: Heard) -> Kind:
    """The kind of event that a statement tells of."""
    said = one.fact.statement
    if said.event in _JOINT:
        actors: tuple[str, ...] = ()
    elif said.event is Event.STANDING:
        actors = one.sides if len(one.sides) == 1 else ()
    else:
        actors = one.acts or (one.sides if len(one.sides) == 1 else ())
    return Kind(said.event, said.channel, said.instrument, said.authority, actors)


def group(heard: Iterable[Heard]) -> list[Group]:
    """The happenings that the statements tell of, by kind and days. A headline alone makes none."""
    by_kind: dict[Kind, list[Heard]] = defaultdict(list)
    for one in heard:
        by_kind[kind_of(one)].append(one)
    groups: list[Group] = []
    for kind, members in by_kind.items():
        groups.extend(_group_kind(kind, members))
    return sorted(groups, key=in_order)


def in_order(made: Group) -> tuple[object, ...]:
    """Sorts groups by what is in them."""
    return made.kind.sort_key, made.days, made.vague, made.heard[0].key


def allowed(one: Heard) -> Days:
    """The days a statement allows its event: as said, and before or after the day it was published."""
    if one.published is None:
        return one.said
    return one.said.since(one.published) if one.modality in _AHEAD else one.said.by(one.published)


def _group_kind(kind: Kind, members: list[Heard]) -> list[Group]:
    sorting = _Sorting(kind)
    for one in sorted(members, key=precise_first):
        if not one.headline:
            sorting.place(one)
    for one in members:
        if one.headline:
            sorting.place_headline(one)
    return sorting.groups()


def precise_first(one: Heard) -> tuple[object, ...]:
    """Sorts the precisely dated before the vague."""
    days = allowed(one)
    return days.vagueness, days, _RANK[one.modality], one.key


class _Sorting:
    """Places statements one after another: ``apart`` never share a day, so that a search finds those that fit."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.apart: list[Group] = []
        self.alone: dict[tuple[object, ...], Group] = {}

    def groups(self) -> list[Group]:
        return [*self.apart, *self.alone.values()]

    def place(self, one: Heard) -> None:
        days = allowed(one)
        at, fitting = self._fitting(days)
        if len(fitting) == 1 and not fitting[0].tells_otherwise(one):
            fitting[0].add(one, days)
        elif fitting:
            self._stand_alone(one, days, vague=len(fitting) > 1)
        else:
            self.apart.insert(at, self._found(one, days))

    def place_headline(self, one: Heard) -> None:
        _, fitting = self._fitting(one.said)
        if len(fitting) == 1:
            fitting[0].headlines.append(one)

    def _fitting(self, days: Days) -> tuple[int, list[Group]]:
        """Where the days would stand, and the groups that share one of them: at most two, for more says no more."""
        at = bisect_left(self.apart, days.first, key=lambda made: made.days.last)
        return at, [made for made in self.apart[at : at + 2] if made.days.meets(days)]

    def _stand_alone(self, one: Heard, days: Days, *, vague: bool) -> None:
        place = (one.said, one.modality in _AHEAD)
        if place in self.alone:
            self.alone[place].add(one, days)
        else:
            self.alone[place] = self._found(one, days)
        self.alone[place].vague |= vague

    def _found(self, one: Heard, days: Days) -> Group:
        made = Group(self.kind, days)
        made.add(one, days)
        return made
