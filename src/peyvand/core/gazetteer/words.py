"""The words around names of places, of one language: what tells a city from a province, a day or a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peyvand.core.gazetteer.names import Script


class HeadKind(StrEnum):
    """What a word before a name makes of it."""

    CITY = "city"
    OFFICE = "office"
    COUNTY = "county"
    PROVINCE = "province"
    COUNTRY = "country"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Head:
    """A word before a name; ``many`` says that it holds for each name of a list («شهرهای الف و ب»)."""

    kind: HeadKind
    many: bool = False


class Doubt(StrEnum):
    """Why a name may be no place: an everyday word, a word seldom met, or a person's name."""

    COMMON = "common"
    HOMONYM = "homonym"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """A city that has the name of a weekday: what stands beside the day, and what beside the city."""

    names: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """All words are keys of `names.name_key`; phrases of several words are joined in them."""

    script: Script
    # The country at home: its cities are preferred to namesakes abroad.
    home: str
    heads: Mapping[str, Head] = field(default_factory=dict)
    # Bodies that sit in a place without being of it: «سفارت ایران در …».
    seats: frozenset[str] = frozenset()
    # Describing words between a head and a name: «شهر تاریخی …».
    describing: frozenset[str] = frozenset()
    demonyms: Mapping[str, str] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    # Words between a city and its country, or between a list's head and its examples.
    links: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()
    # «در» makes a place of almost any name, «به» and «از» only of names that are no person's.
    inside: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    # Small words that no name of several words begins or ends with, and words that alone are never a place.
    idle: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    # A doubtful name that is a place elsewhere in the text is none beside these.
    bars_before: frozenset[str] = frozenset()
    bars_after: frozenset[str] = frozenset()
    doubts: Mapping[str, Doubt] = field(default_factory=dict)
    # First names and titles: the name after them is a person's.
    persons: frozenset[str] = frozenset()
    days: DayWords = DayWords()
    # Letters after which an added ending is dropped from a name, and the ending.
    ending: str = ""
    ending_after: frozenset[str] = frozenset()
    # Words that writers glue to the next one, and names of countries that they glue to a city, by their last letters.
    glued: tuple[str, ...] = ()
    country_ends: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
