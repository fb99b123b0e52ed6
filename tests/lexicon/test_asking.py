from __future__ import annotations

import pytest
from tests.factories.tables import WORLD

from peyvand.lexicon.asking import places_beginning, places_named


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Kazan", "geonames:551487"),
        ("قازان", "geonames:551487"),
        ("geonames:551487", "geonames:551487"),
        ("منطقهٔ ۲ قازان", "local:district-551487-2"),
        ("District 2 (Kazan)", "local:district-551487-2"),
        ("local:district-551487-2", "local:district-551487-2"),
    ],
)
def test_a_place_is_found_as_people_name_it(words: str, first: str) -> None:
    assert places_named(words, WORLD)[0].id == first


def test_a_name_that_nobody_has_is_no_place() -> None:
    assert places_named("هیچ‌شهر", WORLD) == ()


def test_what_is_being_typed_is_completed_from_two_letters_on() -> None:
    assert [place.id for place in places_beginning("Kaz", WORLD, 3)][:1] == ["geonames:551487"]
    assert places_beginning("K", WORLD, 3) == ()
