from __future__ import annotations

import pytest

from peyvand.lexicon.countrynames import country_keys, division_keys


@pytest.mark.parametrize(
    ("language", "key", "code"),
    [("en", "germany", "DE"), ("de", "deutschland", "DE"), ("fr", "allemagne", "DE"), ("zh", "德国", "DE")],
)
def test_countries_have_names_in_each_language(language: str, key: str, code: str) -> None:
    assert country_keys(language)[key] == code


def test_what_stands_behind_a_comma_is_not_needed() -> None:
    assert country_keys("en")["iran"] == "IR"


def test_a_name_of_two_countries_names_none() -> None:
    assert "korea" not in country_keys("en")


@pytest.mark.parametrize(
    ("language", "key", "code"),
    [
        ("fr", "louisiane", "US LA"),
        ("ru", "пенсильвания", "US PA"),
        ("de", "toskana", "IT"),
        ("zh", "巴伐利亚", "DE"),
        ("tr", "jalisco", "MX"),
    ],
)
def test_states_and_provinces_have_names_in_each_language(language: str, key: str, code: str) -> None:
    assert division_keys(language)[key] == code


def test_a_province_called_after_its_town_is_none() -> None:
    assert "lecce" not in division_keys("fr")
