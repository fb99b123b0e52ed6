from __future__ import annotations

from peyvand.core.gazetteer import Level, Place


def test_place_is_a_city_unless_told_otherwise() -> None:
    assert Place(id="geonames:1", name="X", country="IR").level is Level.CITY
