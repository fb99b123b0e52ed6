"""A place gets its address."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from peyvand import lexicon
from peyvand.adapters.engines.bulk import insert_rows
from peyvand.core.gazetteer import Place
from peyvand.core.gazetteer.slugs import slug_words
from peyvand.records.places.models import PlaceSlug
from peyvand.records.places.queries import places_at, places_of, slugs_of


@transaction.atomic
def publish(place_ids: Iterable[str]) -> dict[str, str]:
    """Slugs by place id; a place that has none yet gets one, for ever. A later gazetteer changes no published slug."""
    wanted = set(place_ids)
    slugs = slugs_of(wanted)
    new = _free_slugs(places_of(wanted - slugs.keys()).values())
    insert_rows(connection, PlaceSlug, new.items())
    return slugs | new


def _free_slugs(places: Iterable[Place]) -> dict[str, str]:
    """By place id: the plain slug to the first that asks for it, the others' with their id."""
    plain = {place.id: lexicon.gazetteer().slug(place) for place in places}
    taken = places_at(plain.values()).keys() | set[str]()
    free: dict[str, str] = {}
    for place_id, slug in plain.items():
        free[place_id] = f"{slug}-{slug_words(place_id)}" if slug in taken else slug
        taken.add(slug)
    return free
