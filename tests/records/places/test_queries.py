from __future__ import annotations

import pytest
from tests.factories.readings import ISFAHAN, KAZAN

import peyvand.lexicon
from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.records.places.actions import publish
from peyvand.records.places.queries import place_of, places_of, slugs_of

pytestmark = pytest.mark.django_db


def test_published_place_is_found_by_its_address() -> None:
    assert publish([ISFAHAN.id]) == {ISFAHAN.id: "isfahan"}
    assert (place_of("isfahan"), slugs_of([ISFAHAN.id])) == (ISFAHAN.id, {ISFAHAN.id: "isfahan"})


def test_unpublished_place_has_no_address() -> None:
    assert (place_of("kazan"), slugs_of([KAZAN.id])) == (None, {})


def test_address_outlives_its_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    publish([KAZAN.id])
    larger = Place(id="geonames:1", name="Kazan", country="TR", population=9_000_000)
    later = Gazetteer.of([(larger, ("Kazan",)), (KAZAN, ("Kazan",))])
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: later)

    slugs = publish([KAZAN.id, larger.id])

    assert slugs == {KAZAN.id: "kazan", larger.id: "kazan-geonames-1"}
    assert publish([larger.id]) == {larger.id: "kazan-geonames-1"}


def test_place_that_the_gazetteer_has_lost_keeps_its_id() -> None:
    assert places_of(["local:gone", ISFAHAN.id]) == {
        ISFAHAN.id: ISFAHAN,
        "local:gone": Place(id="local:gone", name="local:gone", country=""),
    }
