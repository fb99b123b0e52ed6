from __future__ import annotations

import pytest

from peyvand.lexicon.countrynames import country_keys


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
