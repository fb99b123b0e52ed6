"""The places of a country by the sound of their names, for names that no list spells."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from peyvand.core.gazetteer.distance import kilometres
from peyvand.core.gazetteer.lines import SortedLines
from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.gazetteer.slugs import plain_letters
from peyvand.core.gazetteer.sound import key_heard, strangeness

# How strange a spelling may be: so much at all, and so much for each letter. A name of few consonants must be plainer.
_AT_ALL, _PER_LETTER = 0.1, 0.1
_FEW, _PLAIN, _HEADED = 2, 0.4, 0.7
# The best must be so much better than another, unless that one lies beside it or is so many times smaller; fewer
# times, if it is spelled more strangely by so much. A name that is not the usual one is so much worse, and one that is
# only its first words.
_BETTER, _ONE_SPOT_KM, _SMALLER = 0.15, 15, 5
_WORSE, _SMALLER_WORSE = 0.04, 3
_ALIAS, _SHORTENED = 0.16, 0.05
# A part of a city, and a town near a city that is named after it.
_NEAR_KM = 90
_MOST_CANDIDATES = 8
# Latin letters are as many as Persian ones, less these, up to twice as many and these.
_SHORTER = 3
# Letters of a name; whatever is longer is none.
_LONGEST = 30
# A town that the news names without saying that it is one has so many inhabitants; of fewer signs, so many, and its
# name so many letters at least, spelled as one would.
_TOWN = 5_000
_FEW_SIGNS_TOWN, _FEW_SIGNS_LETTERS, _EXACT = 15_000, 5, 0.15


# Where nothing says in which country: the letters' strangeness allowed, and signs of the key, one less in a long word.
_ANYWHERE, _SIGNS_ANYWHERE, _LONG = 0.25, 3, 7
# Instead of a country: the larger towns of all, each line with its country at the end.
WORLD = "world"


class Heard(NamedTuple):
    """The one place that a name can be by its sound, or None; and all that it can be, the likeliest first."""

    place: Place | None
    candidates: tuple[Place, ...] = ()


# A name that ends in a vowel takes «ی» before its country: «سالالای عمان».
_LINKED = ("ای", "وی", "هی")
# So many countries' names, and so many answers, are kept at hand.
_COUNTRIES, _ANSWERS = 16, 8192


class Sounds:
    """``lines`` gives a country's lines, a key, an identity and a name between tabs; for `WORLD` the country too."""

    def __init__(self, place: Callable[[str], Place | None], lines: Callable[[str], SortedLines]) -> None:
        self._place = place
        self._lines = lines
        self._countries: dict[str, SortedLines] = {}
        self._heard: dict[tuple[str, str], list[tuple[float, Place]]] = {}

    def hear(
        self,
        name: str,
        country: str,
        near: Place | None = None,
        *,
        signs: int = 0,
        within: Place | None = None,
        headed: bool = False,
        few: bool = False,
    ) -> Heard:
        """The place of a country (ISO 3166-1 alpha-2) whose name a folded Persian name writes.

        ``near``: only places near this one. ``within``: those of this state or province, if any lies there.
        ``signs``: where little else says that the name is a place's, how many signs its key has at least; then only a
        town of some size is heard, by its first name; it may be spelled more strangely where it is ``headed`` by a
        word for cities. ``few``: letters enough that are spelled as usual may stand for the signs.
        """
        word = "".join(name.split())
        if not word or len(word) > _LONGEST or not _says_enough(word, signs, few=few):
            return Heard(None)
        ranked: list[tuple[float, Place]] = []
        for spelled in (word, word[:-1]) if word.endswith(_LINKED) else (word,):
            found = self._ranked(spelled, country)
            ranked += [one for one in found if _is_plain(spelled, *one, signs, headed=headed)] if signs else found
        ranked = sorted(ranked, key=lambda one: one[0])
        if near is not None:
            ranked = [(strange, place) for strange, place in ranked if _lies_near(place, near)]
        if within is not None:
            ranked = [one for one in ranked if one[1].region in (within.region, within.name)] or ranked
        return _chosen([one for one in ranked if one[1].level is Level.CITY] or ranked)

    def hear_anywhere(self, name: str, not_in: Container[str]) -> Heard:
        """The larger town of any country but some whose usual name a folded Persian name writes plainly."""
        word = "".join(name.split())
        if not _FEW_SIGNS_LETTERS <= len(word) <= _LONGEST:
            return Heard(None)
        if len(key_heard(word)) < _SIGNS_ANYWHERE - (len(word) >= _LONG):
            return Heard(None)
        limit = _limit(word) * _ANYWHERE
        found = self._ranked(word, WORLD)
        return _chosen([one for one in found if one[0] <= limit and one[1].country not in not_in])

    def _ranked(self, word: str, country: str) -> list[tuple[float, Place]]:
        """Every place whose name the word may write, the least strange first, and of equals the largest."""
        if (word, country) not in self._heard:
            best: dict[str, tuple[float, Place]] = {}
            limit = _limit(word)
            for line in self._names(country).beginning(f"{key_heard(word)}\t"):
                _, place_id, latin, *where = line.split("\t")
                if not len(word) - _SHORTER <= len(latin) <= 2 * len(word) + _SHORTER:
                    continue
                strange = strangeness(word, latin, limit, where[0] if where else country)
                if strange > limit or (place := self._place(place_id)) is None:
                    continue
                strange += _unusual(latin, place)
                if place_id not in best or strange < best[place_id][0]:
                    best[place_id] = strange, place
            found = list(best.values())
            found.sort(key=lambda one: (one[0], -one[1].population, one[1].id))
            if len(self._heard) == _ANSWERS:
                self._heard.clear()
            self._heard[word, country] = found
        return self._heard[word, country]

    def _names(self, country: str) -> SortedLines:
        """The names of a country."""
        if country not in self._countries:
            if len(self._countries) == _COUNTRIES:
                self._countries.clear()
            self._countries[country] = self._lines(country)
        return self._countries[country]


def _says_enough(word: str, signs: int, *, few: bool) -> bool:
    """Whether a word has so many signs of the key, or ``few`` and letters enough instead."""
    return len(key_heard(word)) >= signs or (few and len(word) >= _FEW_SIGNS_LETTERS)


def _unusual(latin: str, place: Place) -> float:
    """How much worse a name is than the place's usual one."""
    plain = plain_letters(latin)
    if place.name in (latin, plain):
        return 0.0
    if plain == f"{place.name} City":
        return 0.0
    return _SHORTENED if place.name.startswith((latin, plain)) else _ALIAS


def _is_plain(word: str, strange: float, place: Place, signs: int, *, headed: bool) -> bool:
    """Whether a town of some size is written by its first name, and as one would write it."""
    if place.level is not Level.CITY or place.population < _TOWN:
        return False
    if signs > len(key_heard(word)) and (strange > _EXACT or place.population < _FEW_SIGNS_TOWN):
        return False
    if strange > _limit(word) * (_HEADED if headed else _PLAIN):
        return False
    limit = _limit(word)
    return any(strangeness(word, name, limit, place.country) <= limit for name in _first_names(place.name))


def _first_names(name: str) -> Iterator[str]:
    """The usual name, its first words («Bernau bei Berlin»), and what the tables leave out of it («Foster City»)."""
    words = name.split()
    yield from (" ".join(words[:stop]) for stop in range(len(words), 0, -1))
    yield f"{name} City"


def _limit(word: str) -> float:
    return (_AT_ALL + _PER_LETTER * len(word)) * (_PLAIN if len(key_heard(word)) <= _FEW else 1)


def _lies_near(place: Place, other: Place) -> bool:
    here, there = (place.latitude, place.longitude), (other.latitude, other.longitude)
    return place.id != other.id and place.country == other.country and kilometres(here, there) <= _NEAR_KM


def _chosen(ranked: list[tuple[float, Place]]) -> Heard:
    """The best, if no other comes near it."""
    if not ranked:
        return Heard(None)
    least = ranked[0][0]
    close = [place for strange, place in ranked if strange <= least + _BETTER]
    costs = {place.id: strange for strange, place in ranked}
    largest = max(close, key=lambda place: place.population)
    # One town may be entered twice, under two spellings.
    twice = [place for place in close if not _apart(place, largest) and 2 * place.population >= largest.population]
    best = min(twice, key=lambda place: costs[place.id])
    rivals = [place for place in close if place is not best and _rivals(best, place, costs[place.id] - costs[best.id])]
    candidates = tuple(place for _, place in ranked)[:_MOST_CANDIDATES]
    if rivals:
        # Several towns of one name: which is meant is not known, but how it is called is.
        same = tuple(one for one in close if one.name == best.name)
        return Heard(None, same if len(same) == len(rivals) + 1 else candidates)
    return Heard(best, (best, *(place for place in candidates if place is not best)))


def _apart(one: Place, other: Place) -> bool:
    return kilometres((one.latitude, one.longitude), (other.latitude, other.longitude)) > _ONE_SPOT_KM


def _rivals(best: Place, place: Place, worse: float) -> bool:
    return (
        _apart(best, place) and place.population * (_SMALLER_WORSE if worse >= _WORSE else _SMALLER) > best.population
    )
