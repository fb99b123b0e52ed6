from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.towns import sentence, told

from peyvand.core.gazetteer import Level, Place, PlaceMention
from peyvand.core.reading.parties import Party, city_unchosen, distinct, groups_of, ids, parties_of, unknown_place
from peyvand.core.text import Span


def parties(text: str, *, hosts: bool = False) -> tuple[Party, ...]:
    said = sentence(text)
    return parties_of(said, said.words.start, said.words.stop, hosts=hosts)


def names(text: str, *, hosts: bool = False) -> list[str]:
    return [party.place.name for party in parties(text, hosts=hosts)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("کاشمر و اوش پیمان بستند.", ["Kashmar", "Osh"]),
        ("شهردار کاشمر به اوش رفت.", ["Kashmar", "Osh"]),
        ("سفیر گرجستان در کاشمر به اوش رفت.", ["Osh"]),
        ("استان یزد با اوش پیمان بست.", ["Osh"]),
        ("کاشمر- شهردار اوش آمد.", ["Osh"]),
        ("شهرداری قونیه وان پیمان بست.", ["Konya"]),
        ("شهرداری قونیه کاشمر پیمان بست.", ["Konya", "Kashmar"]),
        ("کاشمر مانند وان و باتومی با اوش پیمان بست.", ["Kashmar", "Osh"]),
        ("کاشمر - ایران", ["Kashmar"]),
        ("هیچ شهری نبود.", []),
    ],
)
def test_cities_that_may_act(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_city_of_which_only_the_university_is_named_acts_in_exchanges_alone() -> None:
    text = "دانشگاه کاشمر دانشجویانی از اوش پذیرفت."
    assert names(text) == ["Osh"]
    assert names(text, hosts=True) == ["Kashmar", "Osh"]


def test_the_words_of_a_party_are_known() -> None:
    (party,) = parties("شهردار مزارشریف آمد.")
    assert (party.first, party.stop, party.is_office) == (1, 2, True)


def groups(text: str) -> list[list[str]]:
    said = sentence(text)
    return [[party.place.name for party in group.parties] for group in groups_of(parties(text), said)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قونیه، بورسا و وان ترکیه با کاشمر خواهرخوانده‌اند.", [["Konya", "Bursa", "Van"], ["Kashmar"]]),
        ("قونیه در ترکیه و شهر باتومی گرجستان آمدند.", [["Konya", "Batumi"]]),
        ("کاشمر با اوش پیمان دارد.", [["Kashmar"], ["Osh"]]),
        ("کاشمر؛ اوش", [["Kashmar"], ["Osh"]]),
        ("کاشمر که در خراسان است و اوش", [["Kashmar"], ["Osh"]]),
    ],
)
def test_cities_stand_in_lists(text: str, found: list[list[str]]) -> None:
    assert groups(text) == found


def test_a_list_is_led_in_by_small_words() -> None:
    said = sentence("پیمان میان کاشمر و اوش بسته شد.")
    (group,) = groups_of(parties("پیمان میان کاشمر و اوش بسته شد."), said)
    assert "between" in group.lead
    assert group.ids == ids(group.parties)


def test_each_city_counts_once() -> None:
    assert [party.first for party in distinct(parties("کاشمر و اوش و کاشمر آمدند."))] == [0, 2]


def test_a_city_that_the_gazetteer_lacks_bears_its_own_name() -> None:
    place = unknown_place("ناکجا")
    assert (place.id, place.name, place.country) == ("local:ناکجا", "ناکجا", "")


def test_a_first_name_is_no_city() -> None:
    assert told("پیمان خواهرخواندگی میان کیا رامش، شهردار کاشمر، و یزد فرهی، شهردار قونیه، امضا شد.") == {
        "signing done: Kashmar, Konya"
    }
    assert told("پیمان خواهرخواندگی کاشمر و کراکوف لهستان، شهرداری بزرگ اروپا، امضا شد.") == {
        "signing done: Kashmar, Krakow"
    }


def test_city_of_which_only_the_name_is_sure_bears_it() -> None:
    two = (Place(id="geonames:1", name="Lorenzo", country="IT"), Place(id="geonames:2", name="Lorenzo", country="IT"))
    mention = PlaceMention(
        span=Span(0, 6), name="لورنزو", place=None, candidates=two, level=Level.CITY, reason="sound:ایتالیا"
    )

    assert city_unchosen(mention) == Place(id="local:لورنزو", name="Lorenzo", country="IT")
    assert city_unchosen(replace(mention, reason="country_differs")) == unknown_place("لورنزو")
    assert city_unchosen(replace(mention, candidates=(two[0], replace(two[1], name="Lorenza")))).name == "لورنزو"
