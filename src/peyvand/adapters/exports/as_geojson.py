"""Points for places and lines for bonds (RFC 7946), for maps."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from peyvand.adapters.exports.model import Exported, Head, source_facts
from peyvand.core.gazetteer import Place

Point = list[float]


@dataclass(frozen=True, slots=True)
class GeoJson:
    name: str = "geojson"
    media_type: str = "application/geo+json"
    suffix: str = ".geojson"

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        begin = json.dumps({"type": "FeatureCollection", **head.facts()}, ensure_ascii=False)
        out.write(begin.removesuffix("}").encode() + b', "features": [')
        told: set[str] = set()
        for number, exported in enumerate(bonds):
            features = [*_places(exported, told), _bond(exported)]
            lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
            out.write((b",\n" if number else b"\n") + lines.encode())
        out.write(b"\n]}\n")


def _places(exported: Exported, told: set[str]) -> Iterable[dict[str, object]]:
    for place, persian in zip(exported.places, exported.persian, strict=True):
        if place.id not in told:
            told.add(place.id)
            properties = {"name": place.name, "name_fa": persian, "country": place.country, "level": str(place.level)}
            point = {"type": "Point", "coordinates": _point(place)} if _located(place) else None
            yield {"type": "Feature", "id": place.id, "geometry": point, "properties": properties}


def _bond(exported: Exported) -> dict[str, object]:
    sides = {
        place.id: {
            "instrument": str(side.standing.instrument) if side.standing.instrument else None,
            "state": str(side.standing.state),
            "since": side.standing.since,
            "known": str(side.standing.known) if side.standing.known else None,
        }
        for place, side in zip(exported.places, exported.bond.sides, strict=True)
    }
    properties = {
        "places": [place.id for place in exported.places],
        "names": [place.name for place in exported.places],
        "sides": sides,
        "sources": [source_facts(proof) for proof in exported.evidence()],
    }
    return {"type": "Feature", "id": exported.slug, "geometry": line(*exported.places), "properties": properties}


def line(one: Place, other: Place) -> dict[str, object] | None:
    """The line between two places, cut where it crosses the 180th meridian; None where a place is not located."""
    if not (_located(one) and _located(other)):
        return None
    start, stop = _point(one), _point(other)
    if abs(start[0] - stop[0]) <= 180:
        return {"type": "LineString", "coordinates": [start, stop]}
    edge = 180.0 if start[0] > 0 else -180.0
    reach = stop[0] + 2 * edge
    share = (edge - start[0]) / (reach - start[0])
    latitude = round(start[1] + share * (stop[1] - start[1]), 4)
    return {
        "type": "MultiLineString",
        "coordinates": [[start, [edge, latitude]], [[-edge, latitude], stop]],
    }


def _located(place: Place) -> bool:
    return bool(place.latitude or place.longitude)


def _point(place: Place) -> Point:
    return [place.longitude, place.latitude]


WRITER = GeoJson()
