from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Gazetteer, Level, Place, county_of
from peyvand.core.gazetteer.lines import SortedLines
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.gazetteer.table import Row, write_row


def test_place_is_found_by_identity(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("geonames:2")

    assert place is not None
    assert (place.name, place.country, place.level) == ("Isfahan", "IR", Level.CITY)


@pytest.mark.parametrize("place_id", ["geonames:999", "geonames:", "local:county-999", ""])
def test_unknown_identity_is_no_place(place_id: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.place(place_id) is None


def test_county_is_another_place_than_its_city(gazetteer: Gazetteer) -> None:
    city = gazetteer.place("geonames:1")
    county = gazetteer.place("local:county-1")

    assert city is not None
    assert county == county_of(city) != city
    assert gazetteer.name("local:county-1", "fa") == "شهرستان کرمان"
    assert gazetteer.name("local:county-1", "en") == "Kerman County"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("کرمان", ["geonames:1", "iso:IR-08"]),
        ("سنت پترزبورگ", []),
        ("سن‌پترزبورگ", ["geonames:9"]),
        ("آستارا", ["geonames:7", "geonames:8"]),
        ("ISFAHAN", ["geonames:2"]),
        ("", []),
    ],
)
def test_lookup_gives_every_place_of_a_name_the_largest_first(name: str, ids: list[str], gazetteer: Gazetteer) -> None:
    assert [place.id for place in gazetteer.lookup(name)] == ids


@pytest.mark.parametrize(
    ("place_id", "language", "name"),
    [
        ("geonames:2", "fa", "اصفهان"),
        ("geonames:2", "en", "Isfahan"),
        ("iso:TR", "fa", "ترکیه"),
        ("local:somewhere", "fa", "local:somewhere"),
    ],
)
def test_name_is_shown_in_the_language(place_id: str, language: str, name: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.name(place_id, language) == name


def test_address_leads_back_to_the_place(gazetteer: Gazetteer) -> None:
    small = gazetteer.place("geonames:8")

    assert small is not None
    assert gazetteer.slug(small) == "astara-az"
    assert gazetteer.by_slug("astara-az") == small
    assert gazetteer.by_slug("nowhere") is None


def test_place_without_a_row_has_an_address_too(gazetteer: Gazetteer) -> None:
    assert gazetteer.slug(Place(id="local:x", name="New Town", country="IR")) == "new-town"


def test_index_is_loaded_once_and_only_when_asked() -> None:
    asked: list[Script] = []

    def load(script: Script) -> dict[str, str]:
        asked.append(script)
        return {}

    gazetteer = Gazetteer(SortedLines(b""), load)
    gazetteer.lookup("اصفهان")
    gazetteer.lookup("تهران")

    assert asked == [Script.ARABIC]


def test_small_places_are_known_to_those_who_ask_for_them() -> None:
    large = Place(id="geonames:4", name="Arco", country="US", population=20_000)
    small = Place(id="geonames:3", name="Arco", country="IT", population=9_000)
    gazetteer = Gazetteer(SortedLines.of([write_row(Row(large, "arco", ""))]), lambda _: {"arco": "00"}, lambda: lesser)
    lesser = Gazetteer(SortedLines.of([write_row(Row(small, "arco-it", ""))]), lambda _: {"arco": "10"})

    assert gazetteer.lookup("arco") == (large,)
    assert [place for place, _ in gazetteer.ranked_anywhere("arco")] == [large, small]
    assert (gazetteer.place(small.id), gazetteer.by_slug("arco-it")) == (small, small)
    assert (gazetteer.name(small.id, "en"), gazetteer.slug(small)) == ("Arco", "arco-it")
    assert (gazetteer.place("geonames:5"), gazetteer.name("x", "fa"), gazetteer.by_slug("x")) == (None, "x", None)


def test_ranks_come_with_the_places(gazetteer: Gazetteer) -> None:
    assert [rank for _, rank in gazetteer.ranked("اصفهان")] == [Rank.OWN]


@pytest.mark.parametrize(
    ("letters", "names"),
    [
        ("کر", ["Kerman", "Kerman"]),
        ("ISF", ["Isfahan"]),
        ("x", []),
        ("", []),
        ("!", []),
    ],
)
def test_letters_are_completed_to_names(letters: str, names: list[str], gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.beginning(letters.lower(), 5)] == names


def test_all_names_of_a_place_are_at_hand_as_keys(gazetteer: Gazetteer) -> None:
    isfahan = gazetteer.lookup("اصفهان")[0]

    assert gazetteer.keys_of(isfahan.id)[:2] == ("اصفهان", "isfahan")
    assert gazetteer.keys_of("geonames:0") == ()
