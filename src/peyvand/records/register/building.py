"""The register made from the ledger, some bonds at a time: memory grows with a bond, never with the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby, islice
from operator import itemgetter
from typing import TypeVar

from django.db.models import F

from peyvand.core.ledger import bond as core
from peyvand.core.ledger.counts import Member, members_of
from peyvand.core.ledger.decision import Decision
from peyvand.core.ledger.policy import Policies
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import read, write
from peyvand.records.places.actions import publish
from peyvand.records.register.decisions import by_places, on_bonds, standing
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.folding import Tie, fold_bonds, fold_city, holds_until
from peyvand.records.register.gathering import about_places, claims_on, gather, gather_pairs
from peyvand.records.register.identity import Identity, Pair
from peyvand.records.register.models import Bond, City
from peyvand.records.register.rows import bond_slug, packed, read_bond
from peyvand.records.register.shown import Audience

# Bonds that are folded at once.
_BONDS = 100
_CITIES = 500
_T = TypeVar("_T")
# What a city takes from the row of a bond: the city, the row's number and two places, its members, until when it holds.
_Stored = tuple[str, int, str, str, str, date | None]


@dataclass(frozen=True, slots=True)
class _Members:
    by_place: tuple[tuple[Member, ...], tuple[Member, ...]]


@dataclass(frozen=True)
class Building:
    """Rows of the register as a fold on a day gives them, by the policies in force, with ids that mean one place."""

    as_of: date
    by: Policies
    identity: Identity

    def bonds(self, pairs: Iterable[Pair]) -> Iterator[list[Bond]]:
        """The rows of the bonds of these pairs of kept ids, not yet stored, for every audience."""
        for these in some(pairs, _BONDS):
            yield self._bond_rows(gather_pairs(these, identity=self.identity), set(these))

    def cities(self, places: Iterable[str]) -> Iterator[list[City]]:
        """The rows of these places of kept ids, not yet stored, from the bonds as they are stored."""
        for these in some(places, _CITIES):
            pages = self._pages(these)
            rows = [row for audience in Audience for row in pages.rows(audience, these)]
            publish(row.place for row in rows)
            yield rows

    def _bond_rows(self, evidence: Evidence, pairs: set[Pair]) -> list[Bond]:
        wanted = evidence.pairs & pairs
        slugs = publish(place for pair in wanted for place in pair)
        bonds = fold_bonds(evidence, as_of=self.as_of, by=self.by, pairs=wanted)
        rows = [self._bond_row(Audience.OFFICE, bond, evidence, slugs) for bond in bonds.values()]
        # Where an audience sees all that the office does, it sees the same bond.
        alike = {pair for pair in wanted if evidence.is_public(pair)}
        public = evidence.on(wanted - alike).for_public()
        others = fold_bonds(public, as_of=self.as_of, by=self.by, pairs=public.pairs & wanted)
        rows += [self._bond_row(Audience.PUBLIC, bond, public, slugs) for bond in others.values()]
        for row in [row for row in rows if (row.place_a, row.place_b) in alike]:
            newest = evidence.newest_accepted((row.place_a, row.place_b))
            rows.append(_copy(row, audience=Audience.PUBLIC, newest=newest))
        return rows

    def _bond_row(self, audience: Audience, bond: core.Bond, evidence: Evidence, slugs: dict[str, str]) -> Bond:
        facts = evidence.facts.get(bond.places, [])
        return Bond(
            audience=audience,
            slug=bond_slug(bond.places, slugs),
            place_a=bond.places[0],
            place_b=bond.places[1],
            state=packed(bond),
            members=write(_Members(members_of(bond, self.by))).decode(),
            statements=len(facts),
            newest=evidence.newest_on[bond.places],
            folded_for=self.as_of,
            holds_until=holds_until(facts, as_of=self.as_of, by=self.by),
        )

    def _pages(self, places: Collection[str]) -> _Pages:
        ids = self.identity.ids(places)
        claims = gather(claims_on(ids), identity=self.identity)
        decisions = standing(on_bonds((), ids).values_list("body", flat=True))
        return _Pages(self, claims, by_places(decisions, self.identity))


@dataclass(frozen=True)
class _Pages:
    """What cities' own pages say. ``claims`` are those on the cities' counts."""

    building: Building
    claims: Evidence
    decisions: dict[tuple[str, ...], tuple[Decision, ...]]

    def rows(self, audience: Audience, places: Collection[str]) -> Iterator[City]:
        """A row for each place with a bond or a claim that this audience knows of."""
        seen = self.claims.for_public() if audience is Audience.PUBLIC else self.claims
        waiting = seen.claimed & set(places)
        for place, rows in groupby(_stored(audience, places), key=itemgetter(0)):
            yield self._row(audience, place, list(rows), claimed=place in waiting)
            waiting.discard(place)
        for place in sorted(waiting):
            yield self._row(audience, place, [], claimed=True)

    def _row(self, audience: Audience, place: str, rows: Sequence[_Stored], *, claimed: bool) -> City:
        as_of = self.building.as_of
        evidence = self._on(place, audience) if claimed else Evidence(decisions=self.decisions)
        ties = [_tie(place, row) for row in rows]
        state = fold_city(place, evidence, ties, as_of=as_of, by=self.building.by)
        published = [claim.source.published for claim in evidence.counts_of(place)]
        days = [day for day in [*published, *(until for *_, until in rows)] if day and day > as_of]
        return City(
            audience=audience,
            place=place,
            state=packed(state),
            bonds=len(rows),
            sisters=state.counts[0].n if state.counts else 0,
            folded_for=as_of,
            holds_until=min(days, default=None),
        )

    def _on(self, place: str, audience: Audience) -> Evidence:
        """All on a place: a claimed count is held against all bonds of its city on the claim's own day."""
        identity = self.building.identity
        return gather(about_places(identity.ids([place])), audience=audience, identity=identity, to_fold=True)


def resolved(identity: Identity) -> tuple[list[Pair], list[str]]:
    """Every pair and every place, in kept ids, that anything was ever resolved to."""
    rows = Entry.objects.filter(kind=Kind.RESOLUTION).values_list("place_a", "place_b").distinct()
    found = set(rows)
    pairs = {pair for places in found if all(places) and (pair := identity.pair(places))}
    return sorted(pairs), sorted({identity.of(place) for places in found for place in places if place})


def _stored(audience: Audience, places: Collection[str]) -> Iterable[_Stored]:
    """The bonds of these places as they are stored, place by place."""
    one, other = (
        Bond.objects.filter(audience=audience, **{f"{column}__in": places})
        .annotate(place=F(column))
        .values_list("place", "pk", "place_a", "place_b", "members", "holds_until")
        for column in ("place_a", "place_b")
    )
    return one.union(other, all=True).order_by("place", "place_a", "place_b")


def _tie(place: str, row: _Stored) -> Tie:
    _, pk, first, second, members, _ = row
    return Tie((first, second), read(_Members, members).by_place[place == second], partial(_bond_of, pk))


def _bond_of(pk: int) -> core.Bond:
    return read_bond(Bond.objects.get(pk=pk))


def _copy(row: Bond, *, audience: Audience, newest: int) -> Bond:
    values = {field.attname: getattr(row, field.attname) for field in Bond._meta.concrete_fields}
    return Bond(**values | {"id": None, "audience": audience, "newest": newest})


def some(these: Iterable[_T], how_many: int) -> Iterator[list[_T]]:
    """Those of these that come next, so many at a time."""
    rest = iter(these)
    while taken := list(islice(rest, how_many)):
        yield taken
