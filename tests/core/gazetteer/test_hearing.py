"""Names in other letters, heard as Persian writes them."""

from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.gazetteer.hearing import heard_as, letters_of, place_heard
from peyvand.core.gazetteer.names import Script


def town(number: int, name: str, country: str, population: int = 9_000) -> Place:
    return Place(
        id=f"geonames:{number}", name=name, country=country, region="", latitude=float(number), longitude=0.0,
        population=population, level=Level.CITY,
    )  # fmt: skip


WORLD = Gazetteer.of(
    [
        (town(1, "Imatra", "FI"), ["ایماترا"]),
        (town(2, "Neubrandenburg", "DE"), ["نویبراندنبورگ"]),
        (town(3, "Lublin", "PL", 300_000), ["لوبلین"]),
        (town(4, "Lublin", "PL", 900), ["لوبلین"]),
        (town(5, "Okazaki", "JP"), ["اوکازاکی"]),
    ]
)


@pytest.mark.parametrize(
    ("name", "script", "country", "found"),
    [
        ("伊马特拉", Script.HAN, "FI", "geonames:1"),
        ("нойбранденбург", Script.CYRILLIC, "DE", "geonames:2"),
        ("卢布林", Script.HAN, "PL", "geonames:3"),
        ("لوبلین", Script.ARABIC, "PL", "geonames:3"),
        ("海边城", Script.HAN, "FI", None),
        ("奥卡扎基", Script.HAN, "JP", None),
        ("imatra", Script.LATIN, "FI", None),
    ],
)
def test_a_town_of_a_country_is_heard(name: str, script: Script, country: str, found: str | None) -> None:
    place = place_heard(WORLD.sounds, name, script, country)
    assert (place and place.id) == found


def test_one_sign_is_r_or_l() -> None:
    assert heard_as("拉", Script.HAN) == ("را", "لا")


def test_not_every_spelling_of_a_hostile_name_is_made() -> None:
    assert len(heard_as("拉" * 12, Script.HAN)) == 16
    assert heard_as("拉" * 13, Script.HAN) == ()


@pytest.mark.parametrize(
    ("rows", "name", "found"),
    [
        ("l:ل ou:و b:ب i:ی n:ن e:", "loubline", "geonames:3"),
        ("l:ل u:و b:ب i:ی n:ن", "lüblin", "geonames:3"),
        ("l:ل u:و b:ب i:ی n:ن r:ر", "rublin", None),
        ("l:ل u:و b:ب i:ی n:ن", "lublins", None),
        ("", "lublin", None),
    ],
)
def test_latin_letters_are_heard_as_the_language_reads_them(rows: str, name: str, found: str | None) -> None:
    place = place_heard(WORLD.sounds, name, Script.LATIN, "PL", letters=letters_of(rows.split()))
    assert (place and place.id) == found


def test_a_first_vowel_of_a_latin_name_has_a_bearer() -> None:
    letters = letters_of(["i:ی", "m:م", "a:ا", "t:ت", "r:ر"])
    assert place_heard(WORLD.sounds, "immatra", Script.LATIN, "FI", letters=letters)


def test_a_hostile_latin_name_is_not_read() -> None:
    assert place_heard(WORLD.sounds, "a" * 31, Script.LATIN, "FI", letters=letters_of(["a:ا"])) is None
