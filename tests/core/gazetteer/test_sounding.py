from __future__ import annotations

from dataclasses import replace

import pytest

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.lines import SortedLines
from peyvand.core.gazetteer.sound import keys_spelled
from peyvand.core.gazetteer.sounding import Sounds

BIG = Place(id="geonames:1", name="Maratha", country="IT", population=90_000, latitude=45.0, longitude=9.0)
SMALL = Place(id="geonames:2", name="Marata", country="IT", population=1_000, latitude=40.0, longitude=15.0)
TWIN = Place(id="geonames:3", name="Lorenzo", country="IT", region="99", population=8_000, latitude=44.6, longitude=9.0)
OTHER_TWIN = Place(id="geonames:4", name="Lorenzo", country="IT", population=6_000, latitude=38.0, longitude=15.0)
REGION = Place(id="iso:IT-99", name="Bordogna", country="IT", level=Level.PROVINCE)
WORLD = {place.id: place for place in (BIG, SMALL, TWIN, OTHER_TWIN, REGION)}


@pytest.fixture
def sounds() -> Sounds:
    lines = [f"{key}\t{place.id}\t{place.name}" for place in WORLD.values() for key in keys_spelled(place.name)]
    return Sounds(WORLD.get, lambda country: SortedLines.of(lines if country == "IT" else []))


def test_larger_of_two_very_unequal_towns_is_meant(sounds: Sounds) -> None:
    assert sounds.hear("ماراتا", "IT") == (BIG, (BIG, SMALL))


def test_one_of_two_like_towns_is_left_open(sounds: Sounds) -> None:
    heard = sounds.hear("لورنزو", "IT")

    assert heard.place is None
    assert set(heard.candidates) == {TWIN, OTHER_TWIN}


def test_place_beside_it_narrows_the_choice(sounds: Sounds) -> None:
    assert sounds.hear("لورنزو", "IT", near=BIG).place == TWIN


def test_state_narrows_the_choice_where_one_of_them_lies_in_it(sounds: Sounds) -> None:
    assert sounds.hear("لورنزو", "IT", within=replace(REGION, region="99")).place == TWIN
    assert sounds.hear("لورنزو", "IT", within=replace(REGION, region="98")).place is None


def test_region_is_meant_where_no_town_sounds_so(sounds: Sounds) -> None:
    assert sounds.hear("بوردونیا", "IT").place == REGION
    assert sounds.hear("بوردونیا", "IT", signs=1).place is None


def test_vowel_before_the_country_is_no_part_of_the_name(sounds: Sounds) -> None:
    assert sounds.hear("ماراتای", "IT").place == BIG


@pytest.mark.parametrize(("name", "country"), [("ماراتا", "FR"), ("جشنواره", "IT"), ("", "IT"), ("ماراتا" * 9, "IT")])
def test_nothing_sounds_so(name: str, country: str, sounds: Sounds) -> None:
    assert sounds.hear(name, country) == (None, ())


def test_where_little_says_that_it_is_a_place_only_a_town_is_heard(sounds: Sounds) -> None:
    assert sounds.hear("ماراتا", "IT", signs=3).place == BIG
    assert sounds.hear("ماراتا", "IT", signs=4).place is None
    assert sounds.hear("مریتو", "IT", signs=3).place is None


def test_name_behind_a_word_for_cities_may_be_spelled_more_strangely(sounds: Sounds) -> None:
    assert sounds.hear("لورنزیو", "IT", signs=3).candidates == ()
    assert set(sounds.hear("لورنزیو", "IT", signs=3, headed=True).candidates) == {TWIN, OTHER_TWIN}


def test_of_one_town_entered_twice_the_better_spelled_is_taken() -> None:
    tanba = replace(BIG, id="geonames:7", name="Marate", population=91_000)
    lines = [f"{key}\t{place.id}\t{place.name}" for place in (BIG, tanba) for key in keys_spelled(place.name)]
    both = Sounds({BIG.id: BIG, tanba.id: tanba}.get, lambda _: SortedLines.of(lines))

    assert both.hear("ماراته", "IT").place == tanba
    assert both.hear("ماراتا", "IT").place == BIG


def test_letters_spelled_as_usual_stand_for_missing_signs() -> None:
    aosta = Place(id="geonames:8", name="Aosta", country="IT", population=34_000)
    sounds = Sounds({aosta.id: aosta}.get, lambda _: SortedLines.of([f"st\t{aosta.id}\t{aosta.name}"]))

    assert sounds.hear("آیوستا", "IT", signs=3).place is None
    assert sounds.hear("آیوستا", "IT", signs=3, few=True).place == aosta
    assert sounds.hear("استه", "IT", signs=3, few=True).place is None
