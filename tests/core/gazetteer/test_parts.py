"""Districts of a city, which act in their own name."""

from __future__ import annotations

import pytest

from peyvand.core.gazetteer.gazetteer import Gazetteer
from peyvand.core.gazetteer.parts import district_of, part_of
from peyvand.core.gazetteer.place import Level, Place

TEHRAN = Place(id="geonames:112931", name="Tehran", country="IR", population=7_153_309, latitude=35.7, longitude=51.4)
IRAN = Place(id="iso:IR", name="Iran", country="IR", level=Level.COUNTRY)
WORLD = Gazetteer.of([(TEHRAN, ("تهران", "Tehran")), (IRAN, ("ایران",))])


@pytest.mark.parametrize(
    ("part", "place_id", "english", "persian"),
    [
        ("12", "local:district-112931-12", "Tehran District 12", "منطقهٔ ۱۲ تهران"),
        ("XXI", "local:district-112931-xxi", "Tehran District XXI", "منطقهٔ XXI تهران"),
        ("Stari Grad", "local:district-112931-stari-grad", "Stari Grad, Tehran", "Stari Grad، تهران"),
    ],
)
def test_a_district_is_known_by_its_city_and_its_name_there(
    part: str, place_id: str, english: str, persian: str
) -> None:
    district = district_of(TEHRAN, part)

    assert district == WORLD.place(place_id)
    assert district
    assert (district.level, district.country, district.population) == (Level.DISTRICT, "IR", 0)
    assert (WORLD.name(place_id, "en"), WORLD.name(place_id, "fa"), district.name) == (english, persian, english)


def test_a_district_has_an_address_of_its_own() -> None:
    district = district_of(TEHRAN, "12")

    assert district
    assert (WORLD.slug(district), WORLD.slug(TEHRAN)) == ("tehran-district-12", "tehran")


@pytest.mark.parametrize(("place", "part"), [(IRAN, "12"), (TEHRAN, "…"), (TEHRAN, "")])
def test_what_has_no_districts_or_no_words_gives_none(place: Place, part: str) -> None:
    assert district_of(place, part) is None


@pytest.mark.parametrize(
    "place_id", ["local:district-112931", "local:district-112931-A", "local:district-9-", "geonames:1"]
)
def test_other_ids_are_no_districts(place_id: str) -> None:
    assert part_of(place_id) is None


def test_a_district_of_no_known_city_is_none() -> None:
    assert WORLD.place("local:district-7-12") is None
