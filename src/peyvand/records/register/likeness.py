"""Which event of the register a statement speaks of: what else bears witness to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from peyvand.core.calendar import bounds
from peyvand.core.ledger.bond import BondEvent
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.identity import Pair
from peyvand.records.register.models import Bond
from peyvand.records.register.rows import read_bond
from peyvand.records.register.shown import Audience, StatementShown


@dataclass(frozen=True, slots=True)
class EventOn:
    """An event, and the address of the bond that it is on."""

    slug: str
    event: BondEvent


def events_like(statements: Collection[StatementShown], audience: Audience) -> Mapping[str, EventOn]:
    """By statement, the one event of the register that it fits: of its pair, kind and instrument, on no other day.

    Where several fit, or none, it has none here. Two questions to the database, whatever the number of statements.
    """
    if not statements:
        return {}
    identity = identity_at()
    pairs = {one.key: identity.pair(one.resolution.places) for one in statements}
    bonds = _bonds({pair for pair in pairs.values() if pair}, audience)
    found = {}
    for one in statements:
        slug, events = bonds.get(pairs[one.key] or ("", ""), ("", ()))
        if event := _only(one, [event for event in events if _fits(one, event)]):
            found[one.key] = EventOn(slug, event)
    return found


def _only(one: StatementShown, fitting: list[BondEvent]) -> BondEvent | None:
    """The one that fits; of several, the one that bears a day as the statement does."""
    dated = [event for event in fitting if event.date] if one.resolution.date else []
    if len(dated) == 1:
        return dated[0]
    return fitting[0] if len(fitting) == 1 else None


def _bonds(pairs: Collection[Pair], audience: Audience) -> dict[Pair, tuple[str, tuple[BondEvent, ...]]]:
    firsts, seconds = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    rows = Bond.objects.filter(audience=audience, place_a__in=firsts, place_b__in=seconds)
    named: Iterable[tuple[Pair, Bond]] = (((row.place_a, row.place_b), row) for row in rows)
    return {pair: (row.slug, read_bond(row).events) for pair, row in named if pair in pairs}


def _fits(one: StatementShown, event: BondEvent) -> bool:
    said = one.statement
    if said.event is not event.event or (said.instrument and event.instrument not in (None, said.instrument)):
        return False
    first, last = bounds(one.resolution.date) if one.resolution.date else (None, None)
    return (first or date.min) <= (event.latest or date.max) and (event.earliest or date.min) <= (last or date.max)
