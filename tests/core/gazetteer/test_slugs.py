from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.slugs import plain_letters, slug_words, slugs_of


def _city(number: int, name: str, country: str, population: int, region: str = "") -> Place:
    return Place(id=f"geonames:{number}", name=name, country=country, population=population, region=region)


CITIES = [
    _city(1, "Columbus", "US", 900_000, "OH"),
    _city(2, "Columbus", "US", 200_000, "GA"),
    _city(3, "Columbus", "US", 45_000, "IN"),
    _city(4, "Tripoli", "LY", 1_100_000),
    _city(5, "Tripoli", "LB", 230_000),
    Place(id="iso:SG", name="Singapore", country="SG", level=Level.COUNTRY),
    _city(6, "Singapore", "SG", 5_600_000),
    Place(id="iso:IR-08", name="Kerman", country="IR", level=Level.PROVINCE),
]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Łódź", "lodz"),
        ("Xi'an", "xian"),
        ("Gonbad-e Kavus", "gonbad-e-kavus"),
        ("Şəki", "saki"),
        ("Clermont–Ferrand", "clermont-ferrand"),
        ("Straßburg", "strassburg"),
    ],
)
def test_address_is_plain_words(name: str, address: str) -> None:
    assert slug_words(name) == address


def test_letters_without_a_plain_form_are_dropped() -> None:
    assert plain_letters("قم Qom") == " Qom"


def test_smaller_namesakes_add_country_then_region() -> None:
    assert slugs_of(CITIES) == {
        "geonames:1": "columbus",
        "geonames:2": "columbus-us",
        "geonames:3": "columbus-us-in",
        "geonames:4": "tripoli",
        "geonames:5": "tripoli-lb",
        "iso:SG": "singapore",
        "geonames:6": "singapore-sg",
        "iso:IR-08": "kerman-province",
    }


def test_addresses_that_others_have_are_not_given_again() -> None:
    assert slugs_of([_city(9, "Columbus", "US", 9_000, "MS")], ["columbus", "columbus-us"]) == {
        "geonames:9": "columbus-us-ms"
    }


@given(st.permutations(CITIES))
def test_addresses_do_not_depend_on_order(places: list[Place]) -> None:
    assert slugs_of(places) == slugs_of(CITIES)
