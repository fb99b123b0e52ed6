from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Gazetteer, PlaceWords, find_places
from peyvand.core.text import fold


def _count(text: str, name: str, gazetteer: Gazetteer, words: PlaceWords) -> int:
    return sum(mention.name == name for mention in find_places(fold(text), gazetteer, words))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("وان", 0),
        ("در وان", 0),
        ("شهر وان", 1),
        ("وان ترکیه", 1),
        ("بورسا و وان", 1),
        ("وان و بورسا", 1),
        ("دانشگاه وان", 0),
        ("شهر وان و راه وان", 2),
        ("شهر وان و این وان", 1),
        ("وان، شهری کهن", 1),
    ],
)
def test_everyday_word_needs_a_sign_of_a_city(text: str, times: int, gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert _count(text, "وان", gazetteer, words) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [("مهران گفت", 0), ("به مهران گفت", 0), ("در مهران ماند", 1), ("شهردار مهران", 1), ("کرمان و مهران", 1)],
)
def test_first_name_needs_more_than_a_direction(text: str, times: int, gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert _count(text, "مهران", gazetteer, words) == times
