"""Between folded values and the rows that store them."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from peyvand.core.ledger import bond as core
from peyvand.core.ledger.policy import Policies
from peyvand.records.ledger.rows import read, write
from peyvand.records.places.queries import slugs_of
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.folding import CityState, fold_bonds, fold_city, holds_until
from peyvand.records.register.identity import Pair
from peyvand.records.register.models import Bond, City
from peyvand.records.register.shown import Audience


def bond_slug(pair: Pair, slugs: dict[str, str]) -> str:
    """A bond's address: its places' addresses in the pair's order; a place's own has no two hyphens in a row."""
    return f"{slugs[pair[0]]}--{slugs[pair[1]]}"


@dataclass(frozen=True)
class Folding:
    """Evidence folded for one audience on one day, by the policies in force; and the rows that store it.

    ``stored`` are rows that still hold: their bonds are not folded again. ``pairs`` None are all that the evidence is
    on. What rows of cities are made for, the evidence and the stored rows must hold all bonds of.
    """

    evidence: Evidence
    audience: Audience
    as_of: date
    by: Policies
    pairs: Collection[Pair] | None = None
    stored: Sequence[Bond] = ()

    @cached_property
    def bonds(self) -> dict[Pair, core.Bond]:
        """The bonds that are folded, of those pairs that this audience knows of."""
        pairs = self.evidence.pairs if self.pairs is None else self.evidence.pairs & set(self.pairs)
        return fold_bonds(self.evidence, as_of=self.as_of, by=self.by, pairs=pairs)

    def bond_rows(self) -> list[Bond]:
        """A row, not yet stored, for each bond that was folded."""
        slugs = slugs_of(place for pair in self.bonds for place in pair)
        return [self._bond_row(pair, bond, slugs) for pair, bond in self.bonds.items()]

    def city_rows(self, places: Iterable[str], bonds: Sequence[Bond]) -> list[City]:
        """A row, not yet stored, for each place with a bond or a claim. ``bonds`` are the rows just made."""
        own: dict[str, list[tuple[Bond, core.Bond]]] = defaultdict(list)
        for row in (*self.stored, *bonds):
            bond = self.bonds.get((row.place_a, row.place_b)) or read_bond(row)
            for place in bond.places:
                own[place].append((row, bond))
        made = (self._city_row(place, own.get(place, [])) for place in sorted(places))
        return [row for row in made if row.bonds or self.evidence.counts_of(row.place)]

    def _bond_row(self, pair: Pair, bond: core.Bond, slugs: dict[str, str]) -> Bond:
        facts = self.evidence.facts.get(pair, [])
        return Bond(
            audience=self.audience,
            slug=bond_slug(pair, slugs),
            place_a=pair[0],
            place_b=pair[1],
            state=_stored(bond),
            statements=len(facts),
            newest=self.evidence.newest_on[pair],
            folded_for=self.as_of,
            holds_until=holds_until(facts, as_of=self.as_of, by=self.by),
        )

    def _city_row(self, place: str, own: list[tuple[Bond, core.Bond]]) -> City:
        state = fold_city(place, self.evidence, [bond for _, bond in own], as_of=self.as_of, by=self.by)
        claimed = [claim.source.published for claim in self.evidence.counts_of(place)]
        days = [day for day in [*claimed, *(row.holds_until for row, _ in own)] if day and day > self.as_of]
        return City(
            audience=self.audience,
            place=place,
            state=_stored(state),
            bonds=len(own),
            sisters=state.counts[0].n if state.counts else 0,
            folded_for=self.as_of,
            holds_until=min(days, default=None),
        )


def read_bond(row: Bond) -> core.Bond:
    """The bond that a row stores."""
    return read(core.Bond, text_of(row))


def read_city(row: City) -> CityState:
    """The counts and findings that a row stores."""
    return read(CityState, text_of(row))


def text_of(row: Bond | City) -> bytes:
    """What a row stores, as JSON. Raises ValueError where nobody here has written it."""
    try:
        return zlib.decompress(row.state)
    except zlib.error as fault:
        raise ValueError(f"row {row.pk} of the register cannot be read") from fault


def holds(row: Bond | City, day: date) -> bool:
    """Whether the row still says what a fold on that day would."""
    return row.folded_for <= day and (row.holds_until is None or day < row.holds_until)


def _stored(value: core.Bond | CityState) -> bytes:
    # A quarter of the size for a few microseconds; a higher level gains next to nothing.
    return zlib.compress(write(value), 1)
