"""Names that no list has: where they stop."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in


def cities(language: str, text: str) -> list[str]:
    return [city.place.name for sentence in sentences_in(language, text) for city in sentence.cities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "They came from Awono Beta Gamma, Japan, to Norfolk.", ["Awono Beta Gamma", "Norfolk"]),
        ("tr", "Konya'nın kardeşi Awono Beta-Romanya.", ["Konya", "Awono Beta"]),
        ("ar", "زار الوفد أمس مدينة أونوبيدا النرويجية.", ["اونوبیدا"]),
        ("ar", 'زار الوفد أمس مدينة "أونوبيدا بيتا" ثم عاد.', ["اونوبیدا بیتا"]),
        ("zh", "宿迁市与伊朗泽伦科市政府。", ["Suqian", "泽伦科"]),
        ("zh", "宿迁市与伊朗边境城市。", ["Suqian"]),
    ],
)
def test_a_name_ends_where_its_words_do(language: str, text: str, found: list[str]) -> None:
    assert cities(language, text) == found


def test_a_country_ends_a_row_of_nouns() -> None:
    assert cities("de", "Sie trafen sich im gemeinsamen Komitee Slowenien-Kärnten.") == []
    assert cities("de", "Sie trafen sich in Awonodorf (Slowenien).") == ["Awonodorf"]
