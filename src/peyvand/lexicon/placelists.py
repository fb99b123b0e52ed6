"""Our own lists of places, checked against GeoNames and ISO while they are read."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.slugs import slug_words

# A city of this name is taken before one with ten times the inhabitants that only also has it.
_MAIN_NAME = 10


class PlacesFault(ValueError):
    """Rows of a list that name no place, or the same place twice."""


class City(NamedTuple):
    """A city as GeoNames' list has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    timezone: str
    admin1code: str
    alternatenames: list[str]


class OwnCity(NamedTuple):
    """A row of ``cities.csv``: the common English name, and Persian names with the one to show first."""

    name: str
    names: tuple[str, ...]


def own_cities(path: Path, cities: Mapping[int, City]) -> dict[int, OwnCity]:
    """The rows of ``cities.csv`` by GeoNames number.

    A row is found by its number where it has one, else as the largest city of its country with that name.
    Raises `PlacesFault` with all rows that are not found, or found twice.
    """
    by_name = _by_name(cities)
    own: dict[int, OwnCity] = {}
    faults = []
    for line, row in enumerate(_rows(path), start=2):
        number = int(row["geonames"] or 0) or by_name.get((row["country"], slug_words(row["name"])), 0)
        if number not in cities or number in own:
            reason = "twice" if number in own else "no such city"
            faults.append(f"{path.name}:{line}: {row['country']} {row['name']}: {reason}")
        else:
            own[number] = OwnCity(row["name"], _names(row))
    if faults:
        raise PlacesFault("\n".join(faults))
    return own


def own_countries(path: Path, known: Container[str]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The rows of ``countries.csv``, each with its Persian names, the one to show first; ``known`` are ISO's codes."""
    for row in _rows(path):
        if row["code"] not in known:
            raise PlacesFault(f"{path.name}: {row['code']} is no country code")
        place = Place(id=f"iso:{row['code']}", name=row["english"], country=row["code"], level=Level.COUNTRY)
        yield place, _names(row)


def own_regions(path: Path, known: Container[str]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The rows of ``regions.csv``: first-level divisions by their code in ISO 3166-2, with Persian names."""
    for row in _rows(path):
        if row["code"] not in known:
            raise PlacesFault(f"{path.name}: {row['code']} is no code of ISO 3166-2")
        country, _, region = row["code"].partition("-")
        place = Place(
            id=f"iso:{row['code']}", name=row["english"], country=country, level=Level.PROVINCE, region=region
        )
        yield place, _names(row)


def region_names(path: Path) -> dict[tuple[str, str], str]:
    """English names of regions by country and GeoNames' number, where ``regions.csv`` has the number."""
    return {(row["code"][:2], row["geonames"]): row["english"] for row in _rows(path) if row["geonames"]}


def demonyms(path: Path) -> dict[str, str]:
    """Words for the people and things of a country, as written, with its code."""
    return {word: row["code"] for row in _rows(path) for word in row["demonyms"].split("|") if word}


def country_names(path: Path) -> tuple[str, ...]:
    """All Persian names of countries, as written."""
    return tuple(name for row in _rows(path) for name in _names(row))


def _by_name(cities: Mapping[int, City]) -> dict[tuple[str, str], int]:
    """The largest city of each country and name; one whose main name it is goes before a place that also has it."""
    best: dict[tuple[str, str], tuple[int, int]] = defaultdict(lambda: (-1, 0))
    for number, city in cities.items():
        main = slug_words(city.name)
        for name in {main, *map(slug_words, city.alternatenames)} - {""}:
            weight = city.population * (_MAIN_NAME if name == main else 1)
            best[city.countrycode, name] = max(best[city.countrycode, name], (weight, number))
    return {key: number for key, (_, number) in best.items()}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, restval="")


def _names(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in row["names"].split("|") if name.strip()))
