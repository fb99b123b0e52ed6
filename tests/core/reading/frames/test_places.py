from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in


def cities(language: str, text: str) -> list[str]:
    return [city.place.name for sentence in sentences_in(language, text) for city in sentence.cities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The mayor of Kazan came to Norfolk, Va., and left.", ["Kazan", "Norfolk"]),
        ("de", "Kassels Rat und der Mannheimer Gemeinderat tagten.", ["Kassel", "Mannheim"]),
        ("fr", "Le maire de Menton est allé à Sotchi.", ["Menton", "Sochi"]),
        ("en", "Ada Dayton said so in Norfolk.", ["Norfolk"]),
        ("en", "South Norfolk and Kazan County wrote.", []),
        ("en", "She likes reading. Reading is fun.", []),
        ("en", "A guest from Reading, England, spoke.", ["Reading"]),
        ("en", "the norfolk broads", []),
        ("en", "Mayor Dayton of Norfolk spoke.", ["Dayton", "Norfolk"]),
        ("en", "The English wrote.", []),
        ("de", "Sie nannten ihren Namen in Kassel.", ["Kassel"]),
        ("fr", "Le maire de Menton est venu.", ["Menton"]),
    ],
)
def test_cities_are_names_with_a_capital_that_no_person_or_body_has(language: str, text: str, found: list[str]) -> None:
    assert cities(language, text) == found


def test_a_town_that_no_list_has_is_known_beside_its_country() -> None:
    (city,) = (city for one in sentences_in("en", "Guests came from Awonobe, Japan.") for city in one.cities)
    assert (city.place.name, city.place.country, city.place.id) == ("Awonobe", "JP", "local:Awonobe")


def test_countries_and_demonyms_are_no_cities() -> None:
    assert cities("en", "Russia and the Iranian side met.") == []


def test_a_body_of_a_city_is_its_office() -> None:
    (sentence,) = sentences_in("en", "Norfolk City Council met.")
    assert [city.office for city in sentence.cities] == [True]
