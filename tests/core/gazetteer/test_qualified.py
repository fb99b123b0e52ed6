from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Level
from peyvand.core.gazetteer.qualified import Qualified, qualified

LEVELS = {"county": Level.COUNTY, "province": Level.PROVINCE, "شهرستان": Level.COUNTY, "استان": Level.PROVINCE}
DISTRICTS = {"district", "منطقه"}
HEADS = {"city", "cityof", "شهرداری"}


def read(name: str) -> Qualified:
    return qualified(name, LEVELS, DISTRICTS, HEADS)


@pytest.mark.parametrize(
    ("name", "main", "qualifiers"),
    [
        ("Padua", "padua", ()),
        ("  Saint   Petersburg ", "saint petersburg", ()),
        ("Columbus, Indiana", "columbus", ("indiana",)),
        ("Columbus (Indiana), US", "columbus", ("indiana", "us")),
        ("Halle (Saale)", "halle", ("saale",)),
        ("شیراز، ایران", "شیراز", ("ایران",)),
        ("City of Canterbury", "canterbury", ()),
        ("شهرداری قازان", "قازان", ()),
        ("City", "city", ()),
    ],
)
def test_name_and_what_stands_beside_it(name: str, main: str, qualifiers: tuple[str, ...]) -> None:
    assert read(name)[:4] == (main, qualifiers, None, False)


@pytest.mark.parametrize(
    ("name", "main", "level"),
    [
        ("Loudoun County", "loudoun", Level.COUNTY),
        ("Province of Padua", "of padua", Level.PROVINCE),
        ("شهرستان کاشان", "کاشان", Level.COUNTY),
        ("استان گیلان", "گیلان", Level.PROVINCE),
    ],
)
def test_level_that_the_name_says(name: str, main: str, level: Level) -> None:
    assert (read(name).main, read(name).level) == (main, level)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Sarajevo – Stari Grad", "sarajevo"),
        ("District 12 (Tehran)", "tehran"),
        ("منطقه ۱۲ تهران", "تهران"),
        ("Prague 4", "prague"),
        ("Budapest XXI", "budapest"),
        ("Budapest XXI – Csepel", "budapest"),
        ("Budapest District I", "budapest"),
    ],
)
def test_part_of_a_city(name: str, whole: str) -> None:
    assert (read(name).district, read(name).whole) == (True, whole)


@pytest.mark.parametrize("name", ["Al-Mada'in", "Saint-Denis", "Mexico", "Bury St. Edmunds"])
def test_names_with_signs_are_whole(name: str) -> None:
    assert read(name).district is False
