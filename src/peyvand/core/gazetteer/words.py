"""The words around names of places, of one language: what tells a city from a province, a day or a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peyvand.core.gazetteer.names import Script

# Stems that an ending makes another everyday word of; of words that are only no place alone, long ones.
_SHORTEST_STEM, _LONG_STEM = 3, 5


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
    """A name that may be no place, by what makes it one.

    Always a word that says so: a head, a country after it. Also «در», «به» or «از» before it: for ``common`` names
    where the text speaks of their country; for ``inside`` «در» in any text; for ``homonym`` any of the three; for
    ``phrase`` none, since they mean something else («در آستانه»).
    """

    PHRASE = "phrase"
    COMMON = "common"
    INSIDE = "inside"
    HOMONYM = "homonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """Cities that have the name of a weekday, all weekdays, and what stands before and after a day."""

    names: frozenset[str] = frozenset()
    week: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """All words are keys of `names.name_key`; phrases of several words are joined in them."""

    script: Script
    # The country at home: its cities are preferred to namesakes abroad.
    home: str
    # Countries whose towns have names that are words or persons' names of this language.
    kin: frozenset[str] = frozenset()
    # Countries whose towns are heard only where the text speaks of them: their names sound like words.
    only_told: frozenset[str] = frozenset()
    # Countries whose towns the news names without saying where they lie, the likeliest first.
    unsaid: tuple[str, ...] = ()
    heads: Mapping[str, Head] = field(default_factory=dict)
    # Words that point to something known, so that no name follows: «این شهر …».
    pointing: frozenset[str] = frozenset()
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
    # Words that names of outlets are made of beside a city's: «ساوه‌پیام».
    outlets: tuple[str, ...] = ()
    # How words of ties between cities begin: where a sentence has one, a strange name beside a city is a city's.
    ties: tuple[str, ...] = ()
    # Words that lead in a party: «با», «میان».
    leading: frozenset[str] = frozenset()
    # Small words that no name of several words begins or ends with, and words that alone are never a place.
    idle: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    # Words that no town is heard in, and how a word for many things or people ends.
    common: frozenset[str] = frozenset()
    # Those of the common words that are given names, and stand in names of several words too.
    forenames: frozenset[str] = frozenset()
    # Words that are common alone and stand in names of several words: «سن متئو», «لوکسوی له بن».
    within_names: frozenset[str] = frozenset()
    plurals: tuple[str, ...] = ()
    # Endings that make a further word of a common one: «روستا» «روستایی».
    inflections: tuple[str, ...] = ()
    # A doubtful name that is a place elsewhere in the text is none beside these.
    bars_before: frozenset[str] = frozenset()
    bars_after: frozenset[str] = frozenset()
    doubts: Mapping[str, Doubt] = field(default_factory=dict)
    # First names and titles: the name after them is a person's.
    persons: frozenset[str] = frozenset()
    # Offices that are no person, so that no first name follows: «شهرداری نیلوفر».
    bodies: frozenset[str] = frozenset()
    days: DayWords = DayWords()
    # Endings that writers add to a name, with the letters after which each may stand; after any letter where none are
    # given, but then only on names that nothing else is.
    endings: Mapping[str, str] = field(default_factory=dict)
    # Words that writers glue to the next one, and names of countries that they glue to a city, by their last letters.
    glued: tuple[str, ...] = ()
    country_ends: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_common(self, word: str) -> bool:
        """Whether a folded word is an everyday one, or made of one by its ending."""
        if word in self.common or word in self.never or word.endswith(self.plurals):
            return True
        stems = (word.removesuffix(ending) for ending in self.inflections if word.endswith(ending))
        return any(
            (len(stem) >= _SHORTEST_STEM and stem in self.common) or (len(stem) >= _LONG_STEM and stem in self.never)
            for stem in stems
        )
