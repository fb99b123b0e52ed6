from __future__ import annotations

from collections.abc import Callable

import pytest

from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.gazetteer.matching import Asked, ListWords, Match, match


def country(code: str, *names: str) -> tuple[Place, list[str]]:
    return Place(id=f"iso:{code}", name=names[0], country=code, level=Level.COUNTRY), list(names)


def city(
    number: int, name: str, code: str, people: int, at: tuple[float, float] = (0.0, 0.0), region: str = ""
) -> tuple[Place, list[str]]:
    place = Place(
        id=f"geonames:{number}", name=name, country=code, population=people, region=region,
        latitude=at[0], longitude=at[1],
    )  # fmt: skip
    return place, [name]


WORLD = Gazetteer.of(
    [
        country("US", "United States"),
        country("GB", "United Kingdom"),
        country("NZ", "New Zealand"),
        country("GE", "Georgia"),
        country("IN", "India"),
        country("IR", "Iran", "ایران"),
        country("DE", "Germany"),
        city(1, "Columbus", "US", 905_000, (39.96, -83.0), "OH"),
        city(2, "Columbus", "US", 206_000, (32.46, -84.99), "GA"),
        city(3, "Columbus", "US", 46_000, (39.2, -85.92), "IN"),
        city(4, "Christchurch", "NZ", 419_000, (-43.5, 172.6)),
        city(5, "Christchurch", "GB", 31_000, (50.7, -1.8), "ENG"),
        city(6, "Tbilisi", "GE", 1_000_000, (41.7, 44.8)),
        city(7, "Kashan", "IR", 300_000, (34.0, 51.4)),
        city(8, "Tehran", "IR", 7_000_000, (35.7, 51.4)),
        city(9, "Halle", "DE", 237_000, (51.5, 12.0)),
        city(10, "Halle", "DE", 2_000, (52.0, 8.4)),
        city(11, "Bonn", "DE", 330_000, (50.7, 7.1)),
        city(12, "Bonn", "DE", 40_000, (50.75, 7.1)),
        (Place(id="iso:IR-01", name="Gilan", country="IR", level=Level.PROVINCE), ["Gilan", "گیلان"]),
    ]
)
WORDS = ListWords(
    levels={"county": Level.COUNTY, "province": Level.PROVINCE},
    districts={"district"},
    heads={"cityof"},
    countries={"uk": "GB"},
    regions={
        "indiana": [("US", "IN")], "in": [("US", "IN")], "georgia": [("US", "GA")], "england": [("GB", "ENG")],
    },
    counties={"IR"},
)  # fmt: skip


def asked(name: str, country: str = "", **more: object) -> Match:
    return match(Asked(name=name, country=country, **more), WORLD, WORDS)  # type: ignore[arg-type]


def told(found: Match) -> tuple[str | None, str]:
    return found.place.id if found.place else None, found.reason


@pytest.mark.parametrize(
    ("name", "country", "place", "reason"),
    [
        ("Columbus, Indiana", "United States", "geonames:3", "region_said"),
        ("Columbus (Indiana)", "", "geonames:3", "region_said"),
        ("Columbus, IN", "US", "geonames:3", "region_said"),
        ("Columbus, Georgia", "", "geonames:2", "region_said"),
        ("Christchurch", "UK", "geonames:5", "country_said"),
        ("Christchurch, Dorset", "England", "geonames:5", "region_said"),
        ("Christchurch", "England, United Kingdom", "geonames:5", "region_said"),
        ("Tbilisi", "Georgia (country)", "geonames:6", "country_said"),
        ("City of Tehran", "ایران", "geonames:8", "country_said"),
        ("Tehran", "", "geonames:8", "only"),
        ("Halle (Saale)", "Germany", "geonames:9", "country_said"),
        ("Bonn", "Germany", "geonames:11", "country_said"),
        ("Kashan County", "Iran", "local:county-7", "country_said"),
        ("Gilan Province", "Iran", "iso:IR-01", "country_said"),
        ("Gilan", "Iran", "iso:IR-01", "country_said"),
    ],
)
def test_place_that_the_row_can_only_mean(name: str, country: str, place: str, reason: str) -> None:
    assert told(asked(name, country)) == (place, reason)


@pytest.mark.parametrize(
    ("name", "country", "reason", "candidates"),
    [
        ("Columbus", "United States", "ambiguous", ["geonames:1", "geonames:2", "geonames:3"]),
        ("Christchurch", "", "ambiguous", ["geonames:4", "geonames:5"]),
        ("Christchurch", "Germany", "country_differs", ["geonames:4", "geonames:5"]),
        ("Tehran", "Atlantis", "country_unknown", ["geonames:8"]),
        ("Nowhere", "Iran", "unknown", []),
        ("District 12 (Tehran)", "Iran", "district", ["local:district-8-12", "geonames:8"]),
        ("Tehran – Shemiran", "Iran", "district", ["local:district-8-shemiran", "geonames:8"]),
        ("Shemiran (Tehran)", "Iran", "district", ["local:district-8-shemiran", "geonames:8"]),
        ("Bonn County", "Germany", "unknown", []),
    ],
)
def test_row_that_waits_for_a_person(name: str, country: str, reason: str, candidates: list[str]) -> None:
    found = asked(name, country)

    assert (told(found), [place.id for place in found.candidates]) == ((None, reason), candidates)


def test_coordinates_tell_namesakes_apart() -> None:
    assert told(asked("Columbus", "US", latitude=39.3, longitude=-85.8)) == ("geonames:3", "near")


def test_place_far_from_the_rows_coordinates_is_another() -> None:
    assert told(asked("Christchurch", "", latitude=40.0, longitude=-80.0)) == (None, "far_away")


def test_number_of_inhabitants_tells_namesakes_apart() -> None:
    assert told(asked("Columbus", "US", population=44_000)) == ("geonames:3", "size")
    assert told(asked("Columbus", "US", population=430_000)) == (None, "ambiguous")


def test_place_of_quite_another_size_is_doubted() -> None:
    assert told(asked("Tehran", "Iran", population=9_000)) == (None, "size_differs")
    assert told(asked("Tehran", "Iran", population=9_000_000)) == ("geonames:8", "country_said")


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({"place": "geonames:3"}, ("geonames:3", "identity")),
        ({"place": "geonames:999"}, (None, "unknown")),
        ({"place": "geonames:3", "country": "Germany"}, (None, "country_differs")),
        ({"place": "geonames:3", "latitude": 10.0, "longitude": 10.0}, (None, "far_away")),
    ],
)
def test_identity_is_held_against_the_rest_of_the_row(more: dict[str, object], outcome: tuple[str, str]) -> None:
    assert told(match(Asked(name="Q1", **more), WORLD, WORDS)) == outcome  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "()", ",", "–", "Columbus,"])
def test_names_of_nothing_match_nothing_or_wait(name: str) -> None:
    matched: Callable[..., Match] = asked

    assert matched(name, "Germany").place is None
