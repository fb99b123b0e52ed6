from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.frames import sentences_in, world

from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.core.reading.frames.places import find_names
from peyvand.core.reading.frames.row import row_of
from peyvand.core.text import fold
from peyvand.lexicon.frames import frame_lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [("Im Kasaner Rat", ["Kazan"]), ("Lwiw", ["Lviv"]), ("In kasan", []), ("In Frankreich", [])],
)
def test_names_are_seen_with_their_endings_and_other_spellings(text: str, found: list[str]) -> None:
    words = frame_lexicon("de")
    folded = fold(text)
    names = find_names(folded, row_of(folded, words), world(), words.names, [])

    assert [city.place.name for city in names.cities] == found


def test_a_name_of_several_words_ends_where_its_words_part() -> None:
    words = frame_lexicon("en")
    folded = fold("Kazan. Bursa")
    row = row_of(folded, words)

    assert len(find_names(folded, row, world(), replace(words.names, never=frozenset()), []).cities) == 2


def test_words_of_persons_are_no_names_of_places() -> None:
    words = frame_lexicon("en")
    folded = fold("Lyon and Kazan")

    assert [c.place.name for c in find_names(folded, row_of(folded, words), world(), words.names, [(0, 1)]).cities] == [
        "Kazan"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("与熊本市签署协议。", ["Kumamoto"]),
        ("与列日市签署协议。", ["Liege"]),
        ("陈列日本文学。", []),
        ("本市与列日市签署协议。", ["Liege"]),
    ],
)
def test_signs_of_a_name_are_not_those_of_this_city_nor_of_a_country(text: str, found: list[str]) -> None:
    named = [("Kumamoto", "JP", "熊本"), ("Liege", "BE", "列日")]
    towns = Gazetteer.of(
        [(Place(id=f"geonames:{name}", name=name, country=country, population=300_000), [sign])
         for name, country, sign in named]
    )  # fmt: skip
    folded, lexicon = fold(text), frame_lexicon("zh")
    names = find_names(folded, row_of(folded, lexicon), towns, lexicon.names, [])
    assert [city.place.name for city in names.cities] == found


def test_marks_make_another_word_of_one_that_is_never_a_town() -> None:
    towns = Gazetteer.of([(Place(id="geonames:1", name="Can", country="TR", population=30_000), ["Çan"])])
    lexicon = frame_lexicon("tr")
    for text, found in (("Çan Belediyesi geldi.", ["Can"]), ("Bu Can Belediyesi midir.", [])):
        folded = fold(text)
        names = find_names(folded, row_of(folded, lexicon), towns, lexicon.names, [])
        assert [city.place.name for city in names.cities] == found


def test_letters_apart_are_no_name() -> None:
    lexicon = frame_lexicon("en")
    folded = fold("L Y O N is twinned with Kazan.")
    names = find_names(folded, row_of(folded, lexicon), world(), lexicon.names, [])
    assert [city.place.name for city in names.cities] == ["Kazan"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("与韩国丽水市签署协议。", "Yeosu"), ("与丽水市签署协议。", "Lishui"), ("与浙江省丽水市签署协议。", "Lishui")],
)
def test_a_name_of_two_towns_is_the_one_of_the_country_that_is_said(text: str, found: str) -> None:
    towns = Gazetteer.of(
        [
            (Place(id="geonames:1", name="Lishui", country="CN", population=900_000), ["丽水"]),
            (Place(id="geonames:2", name="Yeosu", country="KR", population=300_000), []),
        ]
    )
    lexicon = frame_lexicon("zh")
    folded = fold(text)
    names = find_names(folded, row_of(folded, lexicon), towns, lexicon.names, [])
    assert [city.place.name for city in names.cities] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wareham/Avon schrieb an Kassel.", ["Wareham on Avon", "Kassel"]),
        ("Wareham (Avon) schrieb an Kassel.", ["Wareham on Avon", "Kassel"]),
        ("Kassel/Bremen schrieb.", ["Kassel", "Bremen"]),
    ],
)
def test_a_sign_may_stand_for_words_of_a_name(text: str, found: list[str]) -> None:
    places = [
        (
            Place(id="geonames:1", name="Wareham on Avon", country="DE", population=90_000),
            ["Wareham on Avon", "Wareham"],
        ),
        (Place(id="geonames:2", name="Kassel", country="DE", population=90_000), ["Kassel"]),
        (Place(id="geonames:3", name="Bremen", country="DE", population=90_000), ["Bremen"]),
    ]
    lexicon = frame_lexicon("de")
    folded = fold(text)
    names = find_names(folded, row_of(folded, lexicon), Gazetteer.of(places), lexicon.names, [])
    assert [city.place.name for city in names.cities] == found


@pytest.mark.parametrize(
    ("text", "found"), [("The Kazan City Council met.", "Kazan"), ("The people of Kazan City met.", "Kazan City")]
)
def test_the_city_of_a_council_is_no_other_town(text: str, found: str) -> None:
    places = [
        (Place(id="geonames:1", name="Kazan City", country="US", population=90_000), ["Kazan City"]),
        (Place(id="geonames:2", name="Kazan", country="RU", population=990_000), ["Kazan"]),
    ]
    lexicon = frame_lexicon("en")
    folded = fold(text)
    names = find_names(folded, row_of(folded, lexicon), Gazetteer.of(places), lexicon.names, [])
    assert [city.place.name for city in names.cities] == [found]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("The Ga elders came.", []),
        ("They met in Norfolk, Va. and left.", ["US VA"]),
        ("Norfolk VA wrote.", ["US VA"]),
    ],
)
def test_two_letters_stand_for_a_state_when_large_or_behind_a_comma(text: str, areas: list[str]) -> None:
    assert [code for sentence in sentences_in("en", text) for _, _, code in sentence.names.areas] == areas
