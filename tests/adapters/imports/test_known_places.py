from __future__ import annotations

import pytest
from tests.factories.tables import WORLD, separated

from peyvand.adapters.imports.known_places import KnownPlaces, read_places
from peyvand.adapters.imports.opening import read_table
from peyvand.adapters.imports.table import UnreadableTable
from peyvand.core.gazetteer.matching import Asked
from peyvand.lexicon.tables import table_words


def known(*rows: tuple[str, ...]) -> KnownPlaces:
    return read_places(read_table(separated(rows), "places.csv"), table_words(), {}, WORLD)


def test_data_sets_own_table_tells_what_its_numbers_mean() -> None:
    places = known(
        ("qid", "label_en", "iso2", "lat", "lon", "population", "geonameid"),
        ("Q1", "Kazan", "RU", "55.75", "49.13", "1200000", "551487"),
        ("Q2", "Nowhere", "DE", "50", "7", "9000", "123"),
    )

    first, second = places.told(Asked(name="Q1"), "Q1"), places.told(Asked(name="Q2"), "Q2")

    assert first == Asked(
        name="Kazan", country="RU", latitude=55.75, longitude=49.13, population=1_200_000, place="geonames:551487"
    )
    # A number that the gazetteer lacks leaves the name to be matched.
    assert (second.name, second.place) == ("Nowhere", "")


def test_list_of_what_waits_comes_back_filled_in() -> None:
    places = known(
        ("name", "country", "place id", "row", "reason", "candidates"),
        ("Columbus", "United States", "geonames:4256038", "2", "ambiguous", "geonames:4509177 Columbus"),
        ("Christchurch", "", "", "3", "ambiguous", ""),
    )

    assert places.told(Asked(name="columbus", country="United States"), "columbus").place == "geonames:4256038"
    assert places.told(Asked(name="Columbus", country="Germany"), "Columbus").place == ""
    assert places.told(Asked(name="Christchurch"), "Christchurch").place == ""


def test_what_the_row_says_goes_before() -> None:
    places = known(("qid", "name", "country"), ("Q1", "Kazan", "Russia"))

    assert places.told(Asked(name="Qazan", country="Tatarstan"), "Q1") == Asked(name="Qazan", country="Tatarstan")


def test_identity_that_no_place_has_is_refused() -> None:
    with pytest.raises(UnreadableTable, match="Row 2: no place has the identity geonames:1"):
        known(("name", "country", "place id"), ("Kazan", "Russia", "geonames:1"))
