"""The lists of several sources on one place, beside each other and beside the register's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from peyvand.core.ledger.counts import Counted
from peyvand.core.ledger.matrix import Matrix, matrix_of
from peyvand.records.register import queries
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.gathering import about_places, gather
from peyvand.records.register.shown import AsOf, Audience, PlaceShown


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsView:
    """Who lists which partner; ``counted`` is the register's own list by the first count rule."""

    place: PlaceShown
    matrix: Matrix
    counted: Counted | None
    # Every partner, and the addresses of the bonds with them, by place id.
    partners: Mapping[str, PlaceShown]
    bonds: Mapping[str, str]
    when: AsOf


def lists(
    place_id: str,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    audience: Audience = Audience.PUBLIC,
) -> ListsView | None:
    """The lists on one place; None where this audience knows nothing of it."""
    city = queries.city(place_id, as_of=as_of, known_at=known_at, audience=audience)
    if city is None:
        return None
    identity = identity_at(known_at)
    place = city.place.place.id
    evidence = gather(about_places(identity.ids([place])), known_at=known_at, audience=audience, identity=identity)
    facts = (fact for on in evidence.facts.values() for fact in on)
    return ListsView(
        place=city.place,
        matrix=matrix_of(place, facts, city.when.as_of),
        counted=city.counts[0] if city.counts else None,
        partners={brief.other.place.id: brief.other for brief in city.bonds},
        bonds={brief.other.place.id: brief.slug for brief in city.bonds},
        when=city.when,
    )
