"""Cities that a page names again."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in


def cities(language: str, text: str) -> list[str]:
    return [city.place.name for sentence in sentences_in(language, text) for city in sentence.cities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Kazan Metropolitan City (KMC) wrote to Norfolk. KMC was glad.", ["Kazan", "Norfolk", "Kazan"]),
        ("ar", "زار الوفد مدينة ستافنجر النرويجية. وقالت ستافنجر نعم.", ["Stavanger", "Stavanger"]),
        (
            "tr",
            "Konya Belediyesi ile Bursa'nın Odalar Belediyesi kardeş oldu. Odalar Belediyesi sevindi.",
            ["Konya", "Odalar", "Odalar"],
        ),
    ],
)
def test_a_name_that_was_told_is_known_where_it_stands_alone(language: str, text: str, found: list[str]) -> None:
    assert cities(language, text) == found


def test_a_name_that_the_page_has_longer_is_the_longer_one() -> None:
    text = "People of Wareham on Avon wrote to Norfolk, and Wareham on Avon sang to all that came from far away."
    assert cities("en", text) == ["Wareham on Avon", "Norfolk", "Wareham on Avon"]
