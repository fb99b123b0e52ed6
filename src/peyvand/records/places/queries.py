"""From a place to its address and back."""

from __future__ import annotations

from collections.abc import Iterable

from peyvand import lexicon
from peyvand.core.gazetteer import Place
from peyvand.records.places.models import PlaceSlug


def place_of(slug: str) -> str | None:
    """The place id that a published slug means."""
    return PlaceSlug.objects.filter(slug=slug).values_list("place_id", flat=True).first()


def slugs_of(place_ids: Iterable[str]) -> dict[str, str]:
    """The published slugs of many places, in one query."""
    found = PlaceSlug.objects.filter(place_id__in=set(place_ids))
    return dict(found.values_list("place_id", "slug"))


def places_at(slugs: Iterable[str]) -> dict[str, str]:
    """Of these slugs those that are published, with the place id that each means, in one query."""
    return dict(PlaceSlug.objects.filter(slug__in=set(slugs)).values_list("slug", "place_id"))


def places_of(place_ids: Iterable[str]) -> dict[str, Place]:
    """The places of these ids, in the order of the ids; one that the gazetteer does not know is named by its id."""
    known = lexicon.gazetteer()
    wanted = sorted(set(place_ids))
    return {place_id: known.place(place_id) or Place(id=place_id, name=place_id, country="") for place_id in wanted}
