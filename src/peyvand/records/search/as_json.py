"""Hits as JSON, for the command line and for programs."""

from __future__ import annotations

from peyvand import lexicon
from peyvand.core.search.snippets import Snippet
from peyvand.records.search.queries import Hit


def hit_json(hit: Hit) -> dict[str, object]:
    """A hit as a JSON object: what it is, its name and the stretches of its text by which it was found, each with the
    found words, and the places on account of which it was."""
    found = hit.found
    return {
        "kind": hit.kind,
        "id": found.slug or found.capture if hit.kind in ("bond", "source") else hit.ref,
        "name": _shown(hit),
        "source": found.capture or None,
        "span": list(found.anchor) if found.anchor else None,
        "date": found.day.isoformat() if found.day else None,
        "language": found.language or None,
        "places": [_place(place) for place in found.places],
        "in_name": hit.by_name,
        "evidence": [_evidence(one) for one in (hit.name, *hit.snippets) if one.found],
        "meant": [{"words": one.typed, "place": _place(one.ids[0]), "near": one.near} for one in hit.meant],
    }


def _shown(hit: Hit) -> str:
    return hit.found.name or " – ".join(str(_place(place)["name"]) for place in hit.found.places)


def _evidence(snippet: Snippet) -> dict[str, object]:
    return {"text": "".join(piece.text for piece in snippet.pieces), "found": list(snippet.found)}


def _place(place_id: str) -> dict[str, object]:
    place = lexicon.gazetteer().place(place_id)
    return {"id": place_id, "name": place.name if place else place_id, "country": place.country if place else None}
