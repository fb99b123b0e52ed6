from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.factories.exports import BONDS, SIGNED, written

from peyvand.adapters.exports.as_geojson import line
from peyvand.adapters.exports.model import Exported
from peyvand.core.gazetteer import Place


def features(*bonds: Exported) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(written("geojson", bonds))["features"]
    return told


def at(latitude: float, longitude: float) -> Place:
    return Place(id="x", name="x", country="X", latitude=latitude, longitude=longitude)


def test_points_for_places_and_lines_for_bonds() -> None:
    kinds = [(feature["id"], feature["geometry"]["type"]) for feature in features(*BONDS)]

    assert kinds == [
        ("geonames:1", "Point"), ("geonames:2", "Point"), ("isfahan--freiburg", "LineString"),
        ("geonames:3", "Point"), ("isfahan--san-francisco", "LineString"),
    ]  # fmt: skip


def test_longitude_comes_first() -> None:
    assert features(SIGNED)[0]["geometry"]["coordinates"] == [51.67, 32.65]


@pytest.mark.parametrize(("one", "other"), [((10.0, 170.0), (20.0, -170.0)), ((20.0, -170.0), (10.0, 170.0))])
def test_line_over_the_pacific_is_cut_at_the_meridian(one: tuple[float, float], other: tuple[float, float]) -> None:
    made = line(at(*one), at(*other))

    assert made is not None
    assert made["type"] == "MultiLineString"
    first, second = made["coordinates"]  # type: ignore[misc]
    assert (first[0], second[1]) == ([one[1], one[0]], [other[1], other[0]])
    assert (abs(first[1][0]), first[1][0], first[1][1]) == (180.0, -second[0][0], 15.0)


def test_place_without_a_position_has_no_geometry() -> None:
    nowhere = replace(SIGNED, places=(replace(SIGNED.places[0], latitude=0.0, longitude=0.0), SIGNED.places[1]))

    assert [feature["geometry"] is None for feature in features(nowhere)] == [True, False, True]
