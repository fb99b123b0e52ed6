"""What the words around a name say of it."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in


def told(language: str, text: str) -> list[tuple[str, str, bool]]:
    return [
        (one.place.name, one.told, one.office) for sentence in sentences_in(language, text) for one in sentence.cities
    ]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Guests came from Konya, Turkey.", [("Konya", "TR", False)]),
        ("en", "Guests of the Turkish city of Konya came.", [("Konya", "TR", True)]),
        ("en", "Guests came from Sakata City, Japan.", [("Sakata", "JP", False)]),
        ("en", "They collected aid in Norfolk for Ukraine.", [("Norfolk", "", False)]),
        ("tr", "Rusya'nın Kazan kenti yazdı.", [("Kazan", "RU", True)]),
    ],
)
def test_a_country_and_a_body_are_told_beside_a_name(
    language: str, text: str, found: list[tuple[str, str, bool]]
) -> None:
    assert told(language, text) == found
