"""Which place a row of a list means, by its name and all that the row says beside it; or why a person must say.

Lists qualify names in their own ways: "Columbus, Indiana", "Tbilisi | Georgia (country)", "Sarajevo – Stari Grad",
"Halle (Saale)", «شهرستان کاشان». Nothing is matched to a mere namesake: a name that several places of the country bear,
a part of a city, a place far from the row's own coordinates wait for a person, with the candidates at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from peyvand.core.gazetteer.distance import kilometres
from peyvand.core.gazetteer.gazetteer import Gazetteer, county_of
from peyvand.core.gazetteer.names import Rank, name_key
from peyvand.core.gazetteer.parts import district_of
from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.gazetteer.qualified import qualified
from peyvand.core.gazetteer.slugs import plain_letters
from peyvand.core.text import fold_words

# A city's coordinates in two sources lie nearer than this, also where one means the municipality.
_NEAR_KM = 60
# Two entries for one town, or a town and the village beside it that bears its name.
_ONE_SPOT_KM = 15
# A namesake in the same country counts from so many inhabitants, and from such a share of the largest one's.
_RIVAL, _RIVAL_SHARE = 5_000, 20
# Sources differ in where a city ends, but not by so much.
_OTHER_SIZE = 20
# The same city in two years or two counts.
_SAME_SIZE = 1.3
_MOST_CANDIDATES = 8

Ranked = tuple[Place, Rank]
# A country's code, and a region's word in the table of places or nothing.
Area = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """The words by which lists qualify names, all as keys of the index of names.

    ``heads`` say nothing ("city of"); ``districts`` name a part of a city; ``countries`` and ``regions`` are further
    names: a country's code; a country and the region's own word in the table of places. ``counties`` are the countries
    whose counties are named after their chief cities.
    """

    levels: Mapping[str, Level]
    districts: Set[str]
    heads: Set[str]
    countries: Mapping[str, str]
    regions: Mapping[str, Sequence[Area]]
    counties: Set[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A place as a row has it, in the row's words; ``place`` is an identity, where the row or a person gave one."""

    name: str
    country: str = ""
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int | None = None
    place: str = ""


class Match(NamedTuple):
    """The place, and why; or None, why not, and what it may be, the likeliest first.

    Reasons for a place: identity, near, country_said, region_said, only, known_name, population, size.
    Reasons for none: unknown, ambiguous, country_unknown, country_differs, district, far_away, size_differs.
    """

    place: Place | None
    reason: str
    candidates: tuple[Place, ...] = ()


def match(asked: Asked, gazetteer: Gazetteer, words: ListWords) -> Match:
    """The one place that the row can mean, if there is one."""
    return _Matching(asked, gazetteer, words).match()


class _Matching:
    def __init__(self, asked: Asked, gazetteer: Gazetteer, words: ListWords) -> None:
        self.asked = asked
        self.gazetteer = gazetteer
        self.words = words
        self.name = qualified(asked.name, words.levels, words.districts, words.heads)
        self.countries = [self._countries(part) for part in _parts(asked.country)]
        beside = (self._areas(part) for part in (*self.name.qualifiers, *_parts(asked.region)))
        self.said = [alternatives for alternatives in (*self.countries, *beside) if alternatives]

    def match(self) -> Match:
        if self.asked.place:
            return self._identified()
        if self.asked.country and not any(self.countries):
            return Match(None, "country_unknown", self._candidates(self._named(self.name.main)))
        if fitting := self._compatible(self._of_level(self._named(self.asked.name))):
            return self._choose(fitting)
        if self.name.district:
            return self._district(self._compatible(self._named(self.name.whole)), self.name.part)
        if part := self._part_of_another():
            return part
        found = self._of_level(self._named(self.name.main))
        fitting = self._compatible(found)
        if fitting:
            return self._choose(fitting)
        return Match(None, "country_differs" if found else "unknown", self._candidates(found))

    def _identified(self) -> Match:
        place = self.gazetteer.place(self.asked.place)
        if place is None:
            return Match(None, "unknown")
        if not self._compatible([(place, Rank.OWN)]):
            return Match(None, "country_differs", (place,))
        return Match(None, "far_away", (place,)) if self._is_far(place) else Match(place, "identity")

    def _part_of_another(self) -> Match | None:
        """ "X (Y)" where Y is a city as well: X is a part of Y, or a village beside it."""
        for part in self.name.qualifiers:
            if not self._areas(part) and (cities := self._compatible(self._named(part))):
                return self._district(cities, self.name.main)
        return None

    def _district(self, wholes: Sequence[Ranked], part: str) -> Match:
        """A district waits: it may be meant itself, or the list may mean the city and say it oddly."""
        cities = self._candidates(wholes)
        districts = (district for city in cities if (district := district_of(city, part)))
        return Match(None, "district", (*districts, *cities)[:_MOST_CANDIDATES])

    def _choose(self, fitting: Sequence[Ranked]) -> Match:
        located = self.asked.latitude is not None
        if located:
            near = [ranked for ranked in fitting if not self._is_far(ranked[0])]
            if not near:
                return Match(None, "far_away", self._candidates(fitting))
            fitting = near
        best, rank = max(fitting, key=_standing)
        rivals = [place for place, other in fitting if _rivals(best, place, other)]
        if rivals and not located:
            return self._by_size([best, *rivals]) or Match(None, "ambiguous", self._candidates(fitting))
        if not located and self._is_other_size(best):
            return Match(None, "size_differs", self._candidates(fitting))
        return Match(best, "near" if located else self._reason(rank, fitting))

    def _by_size(self, places: Sequence[Place]) -> Match | None:
        """The one of several that has about as many inhabitants as the row says, where no other comes near."""
        said = self.asked.population
        if not said:
            return None
        ratios = sorted((_ratio(place.population, said), place.id, place) for place in places)
        clear = ratios[0][0] <= _SAME_SIZE and ratios[1][0] > _SAME_SIZE**2
        return Match(ratios[0][2], "size") if clear else None

    def _reason(self, rank: Rank, fitting: Sequence[Ranked]) -> str:
        if any(region for said in self.said for _, region in said):
            return "region_said"
        if self.said:
            return "country_said"
        if len(fitting) == 1:
            return "only"
        return "known_name" if rank is Rank.OWN else "population"

    def _countries(self, part: str) -> list[Area]:
        """The countries that a cell of countries may mean, or the part of one («England») where it names none."""
        return [area for area in self._areas(part) if not area[1]] or self._areas(part)

    def _areas(self, part: str) -> list[Area]:
        """The countries and regions that a qualifier may mean."""
        key, code = name_key(part), part.strip().upper()
        found = [(place.country, "") for place, _ in self._named(part) if place.level is Level.COUNTRY]
        found += [(self.words.countries[key], "")] if key in self.words.countries else []
        found += [(code, "")] if self.gazetteer.place(f"iso:{code}") else []
        return found + list(self.words.regions.get(key, ()))

    def _named(self, name: str) -> list[Ranked]:
        found = dict(self.gazetteer.ranked_anywhere(fold_words(name)))
        if plain := plain_letters(name):
            found |= {p: rank for p, rank in self.gazetteer.ranked_anywhere(fold_words(plain)) if p not in found}
        return list(found.items())

    def _of_level(self, found: Sequence[Ranked]) -> list[Ranked]:
        """The places of the level that the row says; where it says none, cities, or else provinces of the name."""
        cities = [ranked for ranked in found if ranked[0].level is Level.CITY]
        provinces = [ranked for ranked in found if ranked[0].level is Level.PROVINCE]
        if self.name.level is Level.COUNTY:
            return [(county_of(city), rank) for city, rank in cities if city.country in self.words.counties]
        if self.name.level is Level.PROVINCE:
            return provinces
        return cities if self._compatible(cities) or not self._compatible(provinces) else provinces

    def _compatible(self, found: Iterable[Ranked]) -> list[Ranked]:
        """Those that lie where everything said of country and region allows."""
        return [ranked for ranked in found if all(_lies_in(ranked[0], said) for said in self.said)]

    def _is_far(self, place: Place) -> bool:
        latitude, longitude = self.asked.latitude, self.asked.longitude
        if latitude is None or longitude is None or not (place.latitude or place.longitude):
            return False
        return kilometres((latitude, longitude), (place.latitude, place.longitude)) > _NEAR_KM

    def _is_other_size(self, place: Place) -> bool:
        said = self.asked.population
        return bool(said and place.population and _ratio(place.population, said) >= _OTHER_SIZE)

    def _candidates(self, found: Iterable[Ranked]) -> tuple[Place, ...]:
        ordered = sorted(found, key=_standing, reverse=True)
        return tuple(dict.fromkeys(place for place, _ in ordered if place.level is not Level.COUNTRY))[
            :_MOST_CANDIDATES
        ]


def _parts(words: str) -> list[str]:
    """The pieces of a cell such as "Wales, United Kingdom" or "Georgia (country)"; brackets only explain."""
    return [part.strip() for part in words.replace("،", ",").split("(", 1)[0].split(",") if part.strip()]


def _lies_in(place: Place, said: Iterable[Area]) -> bool:
    return any(place.country == country and region in ("", place.region) for country, region in said)


def _standing(ranked: Ranked) -> tuple[bool, bool, int, str]:
    """The order of several places of a name: one that our lists name, one that has the name by right, the largest."""
    place, rank = ranked
    return rank is Rank.OWN, rank <= Rank.MAIN, place.population, place.id


def _rivals(best: Place, place: Place, rank: Rank) -> bool:
    """Whether a place has the name by right, too, is of some size, and is not the best one entered twice."""
    large = place.population >= max(_RIVAL, best.population / _RIVAL_SHARE)
    twice = place.population == best.population or _apart(place, best) <= _ONE_SPOT_KM
    return place != best and rank <= Rank.MAIN and large and not twice


def _apart(one: Place, other: Place) -> float:
    return kilometres((one.latitude, one.longitude), (other.latitude, other.longitude))


def _ratio(one: int, other: int) -> float:
    return max(one, other, 1) / max(min(one, other), 1)
