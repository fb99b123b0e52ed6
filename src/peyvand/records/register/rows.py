"""Between folded values and the rows that store them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from peyvand.core.ledger import bond as core
from peyvand.core.ledger.policy import Policies
from peyvand.records.ledger.rows import pack, unpack
from peyvand.records.places.queries import slugs_of
from peyvand.records.register.evidence import Evidence, Pair
from peyvand.records.register.folding import CityState, fold_bonds, fold_city, holds_until, policies
from peyvand.records.register.models import Bond, City
from peyvand.records.register.shown import Audience


def bond_slug(pair: Pair, slugs: dict[str, str]) -> str:
    """A bond's address: its places' addresses in the pair's order; a place's own has no two hyphens in a row."""
    return f"{slugs[pair[0]]}--{slugs[pair[1]]}"


def folded_rows(
    evidence: Evidence, audience: Audience, *, as_of: date, places: Collection[str] | None = None
) -> tuple[list[Bond], list[City]]:
    """The rows, not yet stored, of these places and of the bonds between them (None: of all that the evidence is on).

    The evidence holds everything on each of these places.
    """
    by = policies()
    seen = evidence.for_public() if audience is Audience.PUBLIC else evidence
    bonds = fold_bonds(seen, as_of=as_of, by=by)
    tomorrow = fold_bonds(seen, as_of=as_of + timedelta(days=1), by=by)
    facts = seen.facts()
    until = {
        pair: holds_until(bond, tomorrow[pair], facts.get(pair, ()), as_of=as_of, by=by) for pair, bond in bonds.items()
    }
    fold = _Fold(audience, as_of, by, seen, bonds, until)
    wanted = places if places is not None else {place for pair in bonds for place in pair} | seen.claimed()
    return fold.bond_rows(wanted), [row for place in sorted(wanted) if (row := fold.city_row(place))]


@dataclass(frozen=True, slots=True)
class _Fold:
    """All bonds of some evidence as one audience sees them on a day, and until when each of them holds."""

    audience: Audience
    as_of: date
    by: Policies
    evidence: Evidence
    bonds: dict[Pair, core.Bond]
    until: dict[Pair, date | None]

    def bond_rows(self, places: Collection[str]) -> list[Bond]:
        facts, newest = self.evidence.facts(), self.evidence.newest_on()
        slugs = slugs_of(place for pair in self.bonds for place in pair)
        return [
            Bond(
                audience=self.audience,
                slug=bond_slug(pair, slugs),
                place_a=pair[0],
                place_b=pair[1],
                state=pack(bond),
                statements=len(facts.get(pair, ())),
                newest=newest[pair],
                folded_for=self.as_of,
                holds_until=self.until[pair],
            )
            for pair, bond in self.bonds.items()
            if set(pair) <= set(places)
        ]

    def city_row(self, place: str) -> City | None:
        own = {pair: bond for pair, bond in self.bonds.items() if place in pair}
        claims = self.evidence.counts_of(place)
        if not own and not claims:
            return None
        state = fold_city(place, self.evidence, own.values(), as_of=self.as_of, by=self.by)
        days = [self.until[pair] for pair in own] + [claim.source.published for claim in claims]
        return City(
            audience=self.audience,
            place=place,
            state=pack(state),
            bonds=len(own),
            sisters=state.counts[0].n if state.counts else 0,
            folded_for=self.as_of,
            holds_until=min((day for day in days if day and day > self.as_of), default=None),
        )


def read_bond(row: Bond) -> core.Bond:
    """The bond that a row stores."""
    return unpack(core.Bond, row.state)


def read_city(row: City) -> CityState:
    """The counts and findings that a row stores."""
    return unpack(CityState, row.state)


def holds(row: Bond | City, day: date) -> bool:
    """Whether the row still says what a fold on that day would."""
    return row.folded_for <= day and (row.holds_until is None or day < row.holds_until)
