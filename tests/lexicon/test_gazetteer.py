from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from peyvand.core.gazetteer import Gazetteer, Level, PlaceMention, Role, find_places
from peyvand.core.text import fold
from peyvand.lexicon.gazetteer import built_gazetteer, place_words
from peyvand.lexicon.loader import LexiconFault, load_yaml

_MARK = re.compile(r"⟦([^=⟧]*)=[^⟧]*⟧")
_SENTENCES = [
    line
    for line in (Path(__file__).parent / "places_fa.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def _label(mention: PlaceMention) -> str:
    name = mention.place.name if mention.place else "?"
    level = "" if mention.level is Level.CITY else f"{mention.level.value}:"
    return f"{level}{name}{'' if mention.role is Role.PLAIN else f'@{mention.role.value}'}"


def _drawn(text: str, world: Gazetteer) -> str:
    folded = fold(text)
    pieces, done = [], 0
    for mention in find_places(folded, world, place_words("fa")):
        if mention.level is not Level.COUNTRY:
            start, stop = folded.back(mention.span)
            pieces += [text[done:start], f"⟦{text[start:stop]}={_label(mention)}⟧"]
            done = stop
    return "".join((*pieces, text[done:]))


@pytest.mark.parametrize("drawn", _SENTENCES)
def test_reader_sees_the_places_that_are_drawn(drawn: str, world: Gazetteer) -> None:
    assert _drawn(_MARK.sub(r"\1", drawn), world) == drawn


@pytest.mark.parametrize(
    ("spellings", "english", "country"),
    [
        ("اصفهان أصفهان اصفهان‌ اصـفهان", "Isfahan", "IR"),
        ("سن‌پترزبورگ سنپترزبورگ سنت‌پطرزبورگ لنینگراد", "Saint Petersburg", "RU"),
        ("هانگژو هانگجو هانگ‌ژو", "Hangzhou", "CN"),
        ("شیان شی‌آن", "Xi'an", "CN"),
        ("لودز ووچ", "Lodz", "PL"),
        ("باتومی باطوم", "Batumi", "GE"),
        ("ماری مرو", "Mary", "TM"),
        ("خاروغ خوروغ", "Khorugh", "TJ"),
        ("خواف", "Khaf", "IR"),
        ("نایین نائین", "Na'in", "IR"),
        ("غوریان", "Ghoriyan", "AF"),
        ("میبد", "Meybod", "IR"),
        ("پاوه", "Paveh", "IR"),
        ("حلبچه حلبچة حلبجه", "Halabja", "IQ"),
        ("قیروان القیروان", "Kairouan", "TN"),
    ],
)
def test_spellings_of_one_city_meet(spellings: str, english: str, country: str, world: Gazetteer) -> None:
    found = {
        spelling: (world.lookup(fold(spelling).text)[0].name, world.lookup(fold(spelling).text)[0].country)
        for spelling in spellings.split()
    }

    assert found == dict.fromkeys(spellings.split(), (english, country))


@pytest.mark.parametrize(
    ("place_id", "persian", "english"),
    [
        ("geonames:418863", "اصفهان", "Isfahan"),
        ("geonames:551487", "کازان", "Kazan"),
        ("iso:TR", "ترکیه", "Turkey"),
        ("iso:AZ", "جمهوری آذربایجان", "Azerbaijan"),
        ("iso:IR-09", "خراسان رضوی", "Razavi Khorasan"),
    ],
)
def test_places_have_names_to_show(place_id: str, persian: str, english: str, world: Gazetteer) -> None:
    assert (world.name(place_id, "fa"), world.name(place_id, "en")) == (persian, english)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Köln", "DE"), ("iasi", "RO"), ("Флоренция", "IT"), ("Ташкент", "UZ"), ("西安", "CN"), ("İzmir", "TR")],
)
def test_other_scripts_are_known(name: str, country: str, world: Gazetteer) -> None:
    assert world.lookup(fold(name).text)[0].country == country


def test_city_of_iran_knows_its_province(world: Gazetteer) -> None:
    assert [world.lookup(name)[0].region for name in ("اصفهان", "خواف", "کرج")] == [
        "Isfahan",
        "Razavi Khorasan",
        "Alborz",
    ]


def test_addresses_are_different_for_namesakes(world: Gazetteer) -> None:
    columbus = [place for place in world.lookup("columbus") if place.country == "US"]

    addresses = [world.slug(place) for place in columbus]

    assert addresses[0] == "columbus"
    assert len(set(addresses)) == len(addresses)
    assert [world.by_slug(address) for address in addresses] == columbus


def test_missing_tables_say_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(LexiconFault, match="run python -m"):
        built_gazetteer(tmp_path)


def test_no_word_is_doubtful_in_two_ways() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, listed in load_yaml("fa", "places")["doubts"].items():
        for word in listed:
            kinds[fold(word).text].add(kind)

    assert {word: kind for word, kind in kinds.items() if len(kind) > 1} == {}


def test_no_doubtful_word_is_ruled_out_as_well() -> None:
    words = place_words("fa")

    assert words.never & words.doubts.keys() == set()


@pytest.mark.parametrize(
    "sense", load_yaml("fa", "places")["heads"], ids=lambda sense: f"{sense['kind']}-{sense['forms'][0]}"
)
def test_each_head_is_seen_in_its_own_witness(sense: dict[str, object], world: Gazetteer) -> None:
    folded = fold(str(sense["witness"]))
    expected = {"office": "office", "institution": "institution"}.get(str(sense["kind"]), "plain")

    mentions = find_places(folded, world, place_words("fa"))

    assert mentions[0].role.value == expected
    if sense["kind"] in ("city", "province", "county", "country"):
        assert mentions[0].level.value == sense["kind"]
