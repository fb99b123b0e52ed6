"""A place gets its address."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from peyvand import lexicon
from peyvand.core.gazetteer import Place
from peyvand.core.gazetteer.slugs import slug_words
from peyvand.records.places.models import PlaceSlug
from peyvand.records.places.queries import places_of, slugs_of


@transaction.atomic
def publish(place_ids: Iterable[str]) -> dict[str, str]:
    """Slugs by place id; a place that has none yet gets one, for ever. A later gazetteer changes no published slug."""
    wanted = set(place_ids)
    slugs = slugs_of(wanted)
    new = places_of(wanted - slugs.keys())
    for place_id, place in new.items():
        slugs[place_id] = _first_free(place)
        PlaceSlug.objects.create(place_id=place_id, slug=slugs[place_id])
    return slugs


def _first_free(place: Place) -> str:
    plain = lexicon.gazetteer().slug(place)
    candidates = (plain, f"{plain}-{slug_words(place.id)}")
    taken = set(PlaceSlug.objects.filter(slug__in=candidates).values_list("slug", flat=True))
    return next(slug for slug in candidates if slug not in taken)
