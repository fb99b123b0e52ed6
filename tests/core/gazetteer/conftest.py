from __future__ import annotations

from dataclasses import replace

import pytest

from peyvand.core.gazetteer import Gazetteer, Level, Place, PlaceWords
from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.words import DayWords, Doubt, Head, HeadKind


def city(number: int, name: str, country: str, population: int = 10_000) -> Place:
    return Place(id=f"geonames:{number}", name=name, country=country, population=population)


@pytest.fixture
def gazetteer() -> Gazetteer:
    """A world of a dozen places."""
    return Gazetteer.of(
        [
            (Place(id="iso:TR", name="Turkey", country="TR", level=Level.COUNTRY), ["ترکیه"]),
            (Place(id="iso:TJ", name="Tajikistan", country="TJ", level=Level.COUNTRY), ["تاجیکستان"]),
            (Place(id="iso:IT", name="Italy", country="IT", level=Level.COUNTRY), ["ایتالیا"]),
            (Place(id="iso:TN", name="Tunisia", country="TN", level=Level.COUNTRY), ["تونس"]),
            (Place(id="iso:IR-08", name="Kerman", country="IR", level=Level.PROVINCE), ["کرمان"]),
            (Place(id="iso:IR-01", name="Gilan", country="IR", level=Level.PROVINCE), ["گیلان"]),
            (city(1, "Kerman", "IR", 700_000), ["کرمان"]),
            (city(2, "Isfahan", "IR", 1_500_000), ["اصفهان"]),
            (city(3, "Van", "TR", 300_000), ["وان"]),
            (city(4, "Bursa", "TR", 1_400_000), ["بورسا"]),
            (city(5, "Dushanbe", "TJ", 700_000), ["دوشنبه"]),
            (city(6, "Tunis", "TN", 600_000), ["تونس"]),
            (city(7, "Astara", "IR", 50_000), ["آستارا"]),
            (city(8, "Astara", "AZ", 20_000), ["آستارا"]),
            (city(9, "Saint Petersburg", "RU", 5_000_000), ["سن پترزبورگ", "لنینگراد"]),
            (city(10, "Mehran", "IR", 12_000), ["مهران"]),
            (city(11, "Gravina", "IT", 40_000), []),
            (city(12, "Osmangazi", "TR", 90_000), []),
            (Place(id="iso:IT-52", name="Tuscany", country="IT", level=Level.PROVINCE, region="52"), ["توسکانی"]),
            (city(15, "San Lorenz", "IT", 20_000), []),
            (replace(city(13, "Lorenzo", "IT", 8_000), region="52"), []),
            (replace(city(14, "Lorenzo", "IT", 6_000), region="45", latitude=30.0), []),
        ]
    )


@pytest.fixture
def words() -> PlaceWords:
    """A small language: a few Persian words of each kind."""
    city_head, cities_head = Head(HeadKind.CITY), Head(HeadKind.CITY, many=True)
    return PlaceWords(
        script=Script.ARABIC,
        home="IR",
        heads={
            "شهر": city_head,
            "شهرهای": cities_head,
            "شهری": city_head,
            "شهردار": Head(HeadKind.OFFICE),
            "شهرداری": Head(HeadKind.OFFICE),
            "شورایشهر": Head(HeadKind.OFFICE),
            "استان": Head(HeadKind.PROVINCE),
            "شهرستان": Head(HeadKind.COUNTY),
            "دانشگاه": Head(HeadKind.INSTITUTION),
        },
        pointing=frozenset({"این"}),
        seats=frozenset({"سفارت"}),
        describing=frozenset({"تاریخی"}),
        demonyms={"ترکیهای": "TR"},
        joiners=frozenset({"و"}),
        links=frozenset({"در", "پایتخت"}),
        examples=frozenset({"مانند"}),
        inside=frozenset({"در"}),
        towards=frozenset({"به", "از"}),
        idle=frozenset({"در", "به", "از", "و", "که"}),
        never=frozenset({"در", "به", "از", "و", "که", "جشنواره"}),
        leading=frozenset({"با"}),
        common=frozenset({"سن"}),
        within_names=frozenset({"سن"}),
        bodies=frozenset({"شهرداری"}),
        bars_before=frozenset({"این"}),
        doubts={"وان": Doubt.COMMON, "مهران": Doubt.INSIDE},
        persons=frozenset({"علی"}),
        days=DayWords(
            names=frozenset({"دوشنبه"}), week=frozenset({"جمعه"}), before=frozenset({"روز"}), after=frozenset({"گذشته"})
        ),
        endings={"ی": "اوه", "اند": ""},
        glued=("در", "و"),
        country_ends={"کیه": ("ترکیه",), "لیا": ("ایتالیا",)},
    )
