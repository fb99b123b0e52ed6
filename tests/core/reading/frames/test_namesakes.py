"""What has a town's name and is none."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in

from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.core.reading.frames.places import find_names
from peyvand.core.reading.frames.row import row_of
from peyvand.core.text import fold
from peyvand.lexicon.frames import frame_lexicon


def cities(language: str, text: str) -> list[str]:
    return [city.place.name for sentence in sentences_in(language, text) for city in sentence.cities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Coach Ada Dayton said so in Norfolk.", ["Norfolk"]),
        ("en", "They saw Real Kazan of Russia in Norfolk.", ["Norfolk"]),
        ("en", "Awono University, Japan, wrote to Norfolk.", ["Norfolk"]),
        ("fr", "Menton a fêté avec le Awono, en Allemagne, hier.", ["Menton"]),
        ("ru", "Казань и университет Авоно (Япония) договорились.", ["Kazan"]),
        ("de", "Kassel dankte Volkswagen, Frankreich.", ["Kassel"]),
    ],
)
def test_persons_bodies_and_things_are_no_towns(language: str, text: str, found: list[str]) -> None:
    assert cities(language, text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "On a fêté la Menton hier.", []),
        ("fr", "On est allé à Menton hier.", ["Menton"]),
        ("tr", "Bugün gelen Fatma Menton sevindi.", []),
        ("tr", "Bugün gelen herkes Menton'da sevindi.", ["Menton"]),
    ],
)
def test_a_small_town_is_none_behind_an_article_or_a_first_name(language: str, text: str, found: list[str]) -> None:
    town = Place(id="geonames:1", name="Menton", country="FR" if language == "fr" else "TR", population=9_000)
    lexicon, folded = frame_lexicon(language), fold(text)
    names = find_names(folded, row_of(folded, lexicon), Gazetteer.of([(town, ["Menton"])]), lexicon.names, [])
    assert [city.place.name for city in names.cities] == found
