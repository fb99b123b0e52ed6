"""Towns as each language spells them: invented sentences beside the place that is meant, with the world's places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peyvand.core.gazetteer import Gazetteer
from peyvand.core.reading.frames.reader import persons_and_cities
from peyvand.core.reading.frames.row import row_of
from peyvand.core.text import fold
from peyvand.lexicon.frames import frame_lexicon

TOWNS = Path(__file__).parents[1] / "golden" / "towns" / "frames.txt"
HOME = {"Kayseri", "Kassel", "Rennes", "Coventry", "Kazan", "Nablus", "Nanjing", "Amman", "Varna", "Nara"}


def rows() -> Iterator[tuple[str, str, str]]:
    for line in TOWNS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, place, text = line.split(" | ")
            yield language, place.split()[0].strip("-"), text


@pytest.mark.parametrize(("language", "place_id", "text"), list(rows()))
def test_a_town_is_the_place_that_is_meant(language: str, place_id: str, text: str, world: Gazetteer) -> None:
    lexicon, folded = frame_lexicon(language), fold(text)
    _, names = persons_and_cities(folded, row_of(folded, lexicon), lexicon, world)

    assert {city.place.id for city in names.cities if city.place.name not in HOME} == (
        {place_id} if place_id else set()
    )
