"""Two small towns that only a joining word and their tie tell."""

from __future__ import annotations

import pytest

from peyvand.core.reading.frames.places import find_names
from peyvand.core.reading.frames.row import row_of
from peyvand.core.text import fold
from peyvand.lexicon import gazetteer
from peyvand.lexicon.frames import frame_lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Guerlesquin et Waldkappel ont fêté samedi les trente ans de leur jumelage.", ["Guerlesquin", "Waldkappel"]),
        ("Guerlesquin et Waldkappel ont fêté samedi leur récolte.", []),
        ("Guerlesquin et Zelkavira ont fêté samedi les trente ans de leur jumelage.", []),
    ],
)
def test_a_town_at_home_and_the_only_one_abroad_are_a_couple_before_a_tie(text: str, found: list[str]) -> None:
    words, folded = frame_lexicon("fr"), fold(text)
    names = find_names(folded, row_of(folded, words), gazetteer(), words.names, [])
    assert [city.place.name for city in names.cities] == found
