"""Towns that a page spells by ear."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in


def cities(language: str, text: str) -> list[tuple[str, str]]:
    return [(one.place.name, one.place.country) for sentence in sentences_in(language, text) for one in sentence.cities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("tr", "Türkiye'nin Konya ve Ukrayna'nın Lvyiv kenti.", ["Konya", "Lviv"]),
        ("tr", "Konya Belediyesi Almanya'ya gitti. Başkan, Manhaym ile protokol imzaladı.", ["Konya", "Mannheim"]),
        ("tr", "Konya Belediyesi Almanya'ya gitti. Başkan, Siemens ile protokol imzaladı.", ["Konya"]),
        ("tr", "Konya ile Rusya'nın Kazzan kenti.", ["Konya", "Kazan"]),
        ("fr", "Menton et Mannhaïm (Allemagne) sont jumelées.", ["Menton", "Mannheim"]),
        ("de", "Kassel und Mangheim (Deutschland).", ["Kassel", "Mangheim"]),
        ("ru", "Побратим — Германия. Соглашение о побратимстве с городом Маннхайм.", ["Mannheim"]),
    ],
)
def test_a_strange_spelling_is_heard_in_the_country_that_is_said_or_spoken_of(
    language: str, text: str, found: list[str]
) -> None:
    assert [name for name, _ in cities(language, text)] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Norfolk has ties to Germany. It signed with Awonobe.", ["Norfolk"]),
        ("zh", "宿迁市代表团访问德国，与曼海姆市签署协议。", ["Suqian", "Mannheim"]),
        ("zh", "宿迁市代表团访问德国，与美丽的城市签署协议。", ["Suqian"]),
    ],
)
def test_a_name_beside_a_tie_is_sought_in_the_countries_spoken_of(language: str, text: str, found: list[str]) -> None:
    assert [name for name, _ in cities(language, text)] == found
