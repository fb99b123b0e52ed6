from __future__ import annotations

from pathlib import Path

import pytest

from peyvand.lexicon.build_places import PLACES
from peyvand.lexicon.placelists import (
    City,
    OwnCity,
    PlacesFault,
    country_names,
    demonyms,
    own_cities,
    own_countries,
    own_regions,
    region_names,
)


class _Any:
    def __contains__(self, _: object) -> bool:
        return True


CITIES = {
    1: City(1, "Ardestān", 33.4, 52.4, "IR", 18_000, "Asia/Tehran", "28", ["Ardistan"]),
    2: City(2, "Nor", 36.6, 52.0, "IR", 20_000, "Asia/Tehran", "35", ["Nur"]),
    3: City(3, "Nur", 30.0, 50.0, "IR", 3_000, "Asia/Tehran", "07", []),
}


def _list(folder: Path, *rows: str) -> Path:
    path = folder / "cities.csv"
    path.write_text("\n".join(("country,name,names,geonames", *rows)), "utf-8")
    return path


def test_row_finds_its_city_by_any_name(tmp_path: Path) -> None:
    path = _list(tmp_path, "IR,Ardistan,اردستان|اردِستان")

    assert own_cities(path, CITIES) == {1: OwnCity("Ardistan", ("اردستان", "اردِستان"))}


def test_main_name_goes_before_a_few_more_inhabitants(tmp_path: Path) -> None:
    assert set(own_cities(_list(tmp_path, "IR,Nur,نور"), CITIES)) == {3}


def test_number_goes_before_the_name(tmp_path: Path) -> None:
    assert set(own_cities(_list(tmp_path, "IR,Nur,نور,2"), CITIES)) == {2}


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path = _list(tmp_path, "IR,Nur,نور", "IR,Nur,نور", "TR,Nur,نور")

    with pytest.raises(PlacesFault) as fault:
        own_cities(path, CITIES)

    assert str(fault.value) == "cities.csv:3: IR Nur: twice\ncities.csv:4: TR Nur: no such city"


def test_unknown_code_is_refused(tmp_path: Path) -> None:
    countries = tmp_path / "countries.csv"
    countries.write_text("code,english,names,demonyms\nXX,Nowhere,ناکجا,\n", "utf-8")
    regions = tmp_path / "regions.csv"
    regions.write_text("code,english,names\nIR-99,Nowhere,ناکجا\n", "utf-8")

    with pytest.raises(PlacesFault, match="XX is no country code"):
        list(own_countries(countries, {"IR"}))
    with pytest.raises(PlacesFault, match="IR-99 is no code of ISO 3166-2"):
        list(own_regions(regions, {"IR-10"}))


def test_every_country_has_a_persian_name() -> None:
    assert [place.id for place, names in own_countries(PLACES / "countries.csv", _Any()) if not names] == []


def test_all_provinces_of_iran_and_afghanistan_are_listed() -> None:
    codes = [place.country for place, _ in own_regions(PLACES / "regions.csv", _Any())]

    assert (codes.count("IR"), codes.count("AF")) == (31, 34)


def test_provinces_of_iran_are_known_by_number_as_well() -> None:
    names = region_names(PLACES / "regions.csv")

    assert len(names) == 31
    assert names["IR", "28"] == "Isfahan"


def test_words_for_peoples_lead_to_countries() -> None:
    assert demonyms(PLACES / "countries.csv")["تاجیکستانی"] == "TJ"


def test_short_and_long_names_of_countries_are_given() -> None:
    assert {"ترکیه", "جمهوری ترکیه", "امارات", "امارات متحده عربی"} <= set(country_names(PLACES / "countries.csv"))
