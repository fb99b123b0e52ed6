"""Each field is found in its own witness, and the fields are those that the labels know."""

from __future__ import annotations

import pytest

from peyvand.core.reading.claims.area_words import Tie
from peyvand.core.reading.claims.areas import find_areas
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import Span, fold
from peyvand.lexicon.areas import area_words
from peyvand.lexicon.loader import load_yaml

AREAS = load_yaml("fa", "areas")["areas"]


@pytest.mark.parametrize("area", AREAS)
def test_each_field_is_found_in_its_witness(area: str) -> None:
    folded = fold(AREAS[area]["witness"])

    assert area in {found.area for found in find_areas(folded, area_words("fa"), [Span(0, len(folded.text))])}


def test_the_fields_are_a_closed_list() -> None:
    assert sorted(AREAS) == [
        "agriculture", "culture", "economy", "education", "emergency", "energy", "environment", "food", "handicrafts",
        "health", "heritage", "housing", "industry", "media", "quality_of_life", "religion", "science", "sport",
        "sustainable_development", "technology", "tourism", "trade", "transport", "urban_management",
        "urban_services", "waste", "water", "youth",
    ]  # fmt: skip


def test_every_kind_of_tie_has_its_words() -> None:
    text = "همکاری از محورهای سند است. قطب کشور به شمار می‌رود. شهرها با سفیر دو شهر، همزمان با کار روابط عمومی، این سند"
    line = word_line(fold(text).text)

    assert {tie for tie, _, _ in area_words("fa").ties.all(line, range(len(line)))} == set(Tie)
