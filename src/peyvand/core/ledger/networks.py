"""Networks: one charter with many members, never a bond for each pair of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from peyvand.core.ledger.days import Days, days_of
from peyvand.core.ledger.decision import Decision, Membership, NameNetwork


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMember:
    """One place's time in a network; dates are EDTF, None where not said. ``shown_by`` are keys of decisions."""

    place: str
    joined: str | None
    left: str | None
    now: bool
    shown_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network on a day: its word in addresses, its names by language, and who belongs to it or did."""

    network: str
    names: tuple[tuple[str, str], ...]
    members: tuple[NetworkMember, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The places that belong to it on the day."""
        return tuple(member.place for member in self.members if member.now)

    def name(self, language: str) -> str:
        """Its name in a language, or the first that it has."""
        return dict(self.names).get(language) or self.names[0][1]


@dataclass(frozen=True, slots=True)
class _Change:
    days: Days
    decision: Decision
    act: Membership


def networks_at(
    decisions: Iterable[Decision],
    day: date,
    *,
    published: Mapping[str, date | None],
    kept: Mapping[str, str],
) -> tuple[Network, ...]:
    """The networks on a day, by their words in addresses, from the decisions that stand.

    ``published`` has the day on which a source came out: a change without a date was made by then, or else by the day
    it was entered. ``kept`` has the id that is kept for a place, as `identity.kept_places` gives it. A membership in a
    network that was never named counts for nothing, and a place that joins only later is not shown.
    """
    names: dict[str, tuple[tuple[str, str], ...]] = {}
    changes: dict[str, dict[str, list[_Change]]] = defaultdict(lambda: defaultdict(list))
    for decision in decisions:
        act = decision.act
        if isinstance(act, NameNetwork):
            names[act.network] = act.names
        elif isinstance(act, Membership):
            told = (published.get(act.capture) or decision.at.date()).toordinal()
            days = days_of(act.date).by(told)
            if days.last <= day.toordinal():
                changes[act.network][kept.get(act.place, act.place)].append(_Change(days, decision, act))
    return tuple(
        Network(network=network, names=named, members=_members(changes[network]))
        for network, named in sorted(names.items())
    )


def _members(changes: dict[str, list[_Change]]) -> tuple[NetworkMember, ...]:
    members = [_member(place, of_place) for place, of_place in changes.items()]
    return tuple(sorted(members, key=lambda one: (not one.now, days_of(one.joined), one.place)))


def _member(place: str, changes: list[_Change]) -> NetworkMember:
    """The last that is known: what was said of one change by several sources is one change."""
    ordered = sorted(changes, key=lambda one: (one.days.last, one.days.first, one.act.change, one.decision.key))
    last = ordered[-1].act
    joined = [one.act for one in ordered if one.act.change == "joined"]
    return NetworkMember(
        place=place,
        joined=next((act.date for act in joined if act.date), None),
        left=last.date if last.change == "left" else None,
        now=last.change == "joined",
        shown_by=tuple(one.decision.key for one in ordered),
    )
