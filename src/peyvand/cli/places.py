"""A place as a person names it on the command line."""

from __future__ import annotations

from peyvand import lexicon
from peyvand.cli.messages import _
from peyvand.cli.status import Status, Stopped
from peyvand.core.gazetteer import Place
from peyvand.lexicon.asking import places_named
from peyvand.records.places.queries import place_of, slugs_of


def place_named(words: str) -> Place:
    """The place of an id, an address or a name in any language; one that the register knows comes first."""
    candidates = places_named(place_of(words) or words, lexicon.gazetteer())
    if not candidates:
        raise Stopped(Status.WRONG_USAGE, _("No place is called %s.") % words)
    published = slugs_of(place.id for place in candidates)
    return next((place for place in candidates if place.id in published), candidates[0])


def place_json(place_id: str) -> dict[str, object]:
    """A place as a JSON object: id, plain English name, country."""
    place = lexicon.gazetteer().place(place_id)
    return {
        "id": place_id,
        "name": place.name if place else place_id,
        "country": place.country if place else None,
    }
