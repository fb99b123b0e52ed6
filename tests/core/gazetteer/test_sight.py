from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Gazetteer, Level, PlaceWords
from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.scanning import tokens_of
from peyvand.core.gazetteer.sight import Sight, look
from peyvand.core.gazetteer.words import HeadKind
from peyvand.core.text import Span


def _look(text: str, gazetteer: Gazetteer, words: PlaceWords) -> list[Sight]:
    names = gazetteer.index(Script.ARABIC)
    tokens = tokens_of(text, Span(0, len(text)), gazetteer.glances(words))
    return look(Scene(text, tokens, words), names, gazetteer)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("کرمان", Level.CITY),
        ("استان کرمان", Level.PROVINCE),
        ("گیلان", Level.PROVINCE),
        ("شهر گیلان", Level.CITY),
        ("تونس", Level.COUNTRY),
        ("شهر تونس", Level.CITY),
        ("شهرهای تونس", Level.COUNTRY),
        ("شهرستان کرمان", Level.COUNTY),
    ],
)
def test_level_is_what_the_words_call_for(text: str, level: Level, gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert [sight.level for sight in _look(text, gazetteer, words)] == [level]


def test_head_of_many_holds_along_the_list(gazetteer: Gazetteer, words: PlaceWords) -> None:
    sights = _look("شهرهای کرمان، بورسا و وان", gazetteer, words)

    assert [(sight.head, sight.listed) for sight in sights] == [
        (HeadKind.CITY, False),
        (HeadKind.CITY, True),
        (HeadKind.CITY, True),
    ]


def test_head_of_one_does_not(gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert [sight.head for sight in _look("شهر کرمان و وان", gazetteer, words)] == [HeadKind.CITY, None]


def test_name_in_brackets_of_the_same_place_is_no_second_place(gazetteer: Gazetteer, words: PlaceWords) -> None:
    text = "سن پترزبورگ (لنینگراد)"

    assert [sight.found.span.of(text) for sight in _look(text, gazetteer, words)] == [text]


def test_name_in_brackets_of_another_place_is_one(gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert len(_look("سن پترزبورگ (کرمان)", gazetteer, words)) == 2


def test_name_after_a_first_name_is_a_persons(gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert _look("علی کرمان", gazetteer, words) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("تونس، تونس", Level.CITY),
        ("بورسا ترکیه، دوشنبه تاجیکستان و تونس", Level.CITY),
        ("بورسا ترکیه و تونس", Level.COUNTRY),
        ("ترکیه، ایتالیا و تونس", Level.COUNTRY),
    ],
)
def test_country_among_cities_is_its_city(text: str, level: Level, gazetteer: Gazetteer, words: PlaceWords) -> None:
    named = [sight for sight in _look(text, gazetteer, words) if sight.found.key == "تونس"]

    assert named[0].level is level


def test_cities_of_a_province_leave_it_one(gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert [sight.level for sight in _look("شهرهای گیلان", gazetteer, words)] == [Level.PROVINCE]
    assert [sight.level for sight in _look("شهرهای گیلان و وان", gazetteer, words)] == [Level.CITY, Level.CITY]
