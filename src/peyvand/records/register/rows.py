"""Between folded values and the rows that store them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from peyvand.core.ledger import bond as core
from peyvand.core.ledger.policy import Policies
from peyvand.records.ledger.rows import pack, unpack
from peyvand.records.register.evidence import Evidence, Pair
from peyvand.records.register.folding import CityState, fold_city, holds_until
from peyvand.records.register.models import Bond, City
from peyvand.records.register.shown import Audience


def bond_slug(pair: Pair, slugs: dict[str, str]) -> str:
    """A bond's address: its places' addresses in the pair's order; a place's own has no two hyphens in a row."""
    return f"{slugs[pair[0]]}--{slugs[pair[1]]}"


def bond_rows(
    bonds: dict[Pair, core.Bond],
    evidence: Evidence,
    slugs: dict[str, str],
    *,
    audience: Audience,
    as_of: date,
    by: Policies,
) -> list[Bond]:
    """One row for each bond."""
    facts = evidence.facts()
    newest = _newest(evidence)
    return [
        Bond(
            audience=audience,
            slug=bond_slug(pair, slugs),
            place_a=pair[0],
            place_b=pair[1],
            state=pack(bond),
            statements=len(facts.get(pair, ())),
            newest=newest.get(pair, -1),
            folded_for=as_of,
            holds_until=holds_until(bond, facts.get(pair, ()), as_of=as_of, by=by),
        )
        for pair, bond in bonds.items()
    ]


def city_rows(
    places: Iterable[str],
    bonds: dict[Pair, core.Bond],
    evidence: Evidence,
    *,
    audience: Audience,
    as_of: date,
    by: Policies,
) -> list[City]:
    """One row for each place that has a bond or is claimed to have some."""
    facts = evidence.facts()
    until = {pair: holds_until(bond, facts.get(pair, ()), as_of=as_of, by=by) for pair, bond in bonds.items()}
    rows = []
    for place in sorted(places):
        own = {pair: bond for pair, bond in bonds.items() if place in pair}
        if not own and not evidence.counts_of(place):
            continue
        state = fold_city(place, evidence, own.values(), as_of=as_of, by=by)
        claimed = [fact.source.published for fact in evidence.counts_of(place) if fact.source.published]
        later = [day for day in [*claimed, *(until[pair] for pair in own)] if day and day > as_of]
        rows.append(
            City(
                audience=audience,
                place=place,
                state=pack(state),
                bonds=len(own),
                sisters=state.counts[0].n if state.counts else 0,
                folded_for=as_of,
                holds_until=min(later, default=None),
            )
        )
    return rows


def read_bond(row: Bond) -> core.Bond:
    """The bond that a row stores."""
    return unpack(core.Bond, row.state)


def read_city(row: City) -> CityState:
    """The counts and findings that a row stores."""
    return unpack(CityState, row.state)


def holds(row: Bond | City, day: date) -> bool:
    """Whether the row still says what a fold on that day would."""
    return row.folded_for <= day and (row.holds_until is None or day < row.holds_until)


def _newest(evidence: Evidence) -> dict[Pair, int]:
    newest: dict[Pair, int] = {}
    for key, shown in evidence.statements.items():
        first, second = sorted(shown.resolution.places)
        newest[first, second] = max(newest.get((first, second), -1), evidence.newest[key])
    return newest
