from __future__ import annotations

from dataclasses import replace

import pytest

from peyvand.core.gazetteer import Gazetteer, PlaceWords
from peyvand.core.gazetteer.context import Link, Scene
from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.scanning import Found, scan, tokens_of
from peyvand.core.gazetteer.words import Head, HeadKind
from peyvand.core.text import Span


def _scene(text: str, gazetteer: Gazetteer, words: PlaceWords) -> tuple[Scene, list[Found]]:
    names = gazetteer.index(Script.ARABIC)
    tokens = tokens_of(text, Span(0, len(text)), gazetteer.glances(words))
    return Scene(text, tokens, words), list(scan(tokens, names, words))


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("شهر کرمان", HeadKind.CITY, None),
        ("شهر تاریخی کرمان", HeadKind.CITY, None),
        ("شهر ترکیهای بورسا", HeadKind.CITY, "TR"),
        ("شورای شهر کرمان", HeadKind.OFFICE, None),
        ("شهر. کرمان", None, None),
        ("شهر خوب کرمان", None, None),
        ("سفارت ما در کرمان", HeadKind.INSTITUTION, None),
        ("سفارت ما. در کرمان", None, None),
        ("شهری مانند کرمان", HeadKind.CITY, None),
        ("کرمان", None, None),
    ],
)
def test_head_is_the_phrase_before(
    text: str, head: HeadKind | None, country: str | None, gazetteer: Gazetteer, words: PlaceWords
) -> None:
    scene, founds = _scene(text, gazetteer, words)

    before = scene.before(founds[-1])

    assert (before.head and before.head.kind, before.country) == (head, country)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("بورسا ترکیه", Link.CLOSE),
        ("بورسا (ترکیه)", Link.CLOSE),
        ("بورسا در ترکیه", Link.LOOSE),
        ("بورسا، پایتخت ترکیه", Link.LOOSE),
        ("بورسا. ترکیه", Link.NONE),
        ("بورسا پس از ترکیه", Link.NONE),
    ],
)
def test_country_after_a_city_is_linked(text: str, link: Link, gazetteer: Gazetteer, words: PlaceWords) -> None:
    scene, (city, country) = _scene(text, gazetteer, words)

    assert scene.linked(city, country) is link


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("کرمان و اصفهان", True),
        ("کرمان، اصفهان", True),
        ("کرمان اصفهان", False),
        ("کرمان؛ و اصفهان", False),
        ("کرمان به اصفهان", False),
    ],
)
def test_names_with_a_comma_or_and_between_are_a_list(
    text: str, listed: bool, gazetteer: Gazetteer, words: PlaceWords
) -> None:
    scene, (first, second) = _scene(text, gazetteer, words)

    assert scene.listed(first, second) is listed


@pytest.mark.parametrize(("text", "said"), [("کرمان، شهر بزرگ", True), ("کرمان شهر", False), ("کرمان، خوب", False)])
def test_words_after_a_comma_may_call_it_a_city(text: str, said: bool, gazetteer: Gazetteer, words: PlaceWords) -> None:
    scene, founds = _scene(text, gazetteer, words)

    assert scene.explained(founds[0]) is said


def test_longest_head_wins(gazetteer: Gazetteer, words: PlaceWords) -> None:
    heads = {**words.heads, "دانشگاهشهر": Head(HeadKind.INSTITUTION)}
    scene, founds = _scene("دانشگاه شهر کرمان", gazetteer, replace(words, heads=heads))

    assert scene.before(founds[0]).head == Head(HeadKind.INSTITUTION)
