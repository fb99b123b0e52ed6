"""A name as it was seen in the text: the places it may mean, what stands before it, and the level that makes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peyvand.core.gazetteer.choice import Ranked
from peyvand.core.gazetteer.context import Before, Scene
from peyvand.core.gazetteer.gazetteer import Gazetteer
from peyvand.core.gazetteer.names import NameIndex, Rank, read_references, write_references
from peyvand.core.gazetteer.place import Level
from peyvand.core.gazetteer.scanning import Found, scan
from peyvand.core.gazetteer.ties import Ties
from peyvand.core.gazetteer.words import HeadKind
from peyvand.core.text import Span
from peyvand.core.text.value import value

_CITY, _COUNTRY, _PROVINCE = Level.CITY, Level.COUNTRY, Level.PROVINCE
_COUNTRY_HEADKIND = HeadKind.COUNTRY
_MAIN, _OWN = Rank.MAIN, Rank.OWN

_LEVELS = {
    HeadKind.PROVINCE: Level.PROVINCE,
    HeadKind.COUNTY: Level.COUNTY,
    HeadKind.COUNTRY: Level.COUNTRY,
}
_INSTEAD = {Level.COUNTY: Level.CITY, Level.CITY: Level.PROVINCE}
# So many names back a row of two cities, each with its country, begins.
_ROW = 4
_OF_A_CITY = (HeadKind.CITY, HeadKind.OFFICE)


@value()
class Sight:
    """``places`` are all of the name, ``fit`` those of the level; ``listed`` that the sight before is in its list."""

    found: Found
    places: tuple[Ranked, ...]
    before: Before
    level: Level
    fit: tuple[Ranked, ...]
    listed: bool = False

    @property
    def head(self) -> HeadKind | None:
        return self.before.head.kind if self.before.head else None

    def at(self, country: str | None) -> Sight:
        """The sight as the province of a country said beside it, where no city of the name lies there."""
        if country is None or self.head is not None or self.level is not _CITY or self.may_be_in(country):
            return self
        there = tuple(ranked for ranked in self.places if ranked[0].level is _PROVINCE and ranked[0].country == country)
        return replace(self, level=_PROVINCE, fit=there) if there else self

    def may_be_in(self, country: str) -> bool:
        """Whether a place of this name and level lies in a country."""
        return any(place.country == country for place, _ in self.fit)


def look(scene: Scene, names: NameIndex, gazetteer: Gazetteer) -> list[Sight]:
    """Every name of the text that some place has, except those that are a person's."""
    sights: list[Sight] = []
    for found in _without_aliases(scene, scan(scene.tokens, names, scene.words)):
        earlier = sights[-1] if sights else None
        places = gazetteer.entry(found.entry)
        before = _fitting(scene.before(found), places)
        if before.head is None and scene.person(found) and not (earlier and earlier.found.after == found.first):
            continue
        listed = earlier is not None and scene.listed(earlier.found, found)
        if listed and earlier and before.head is None and earlier.before.head and earlier.before.head.many:
            before = replace(before, head=earlier.before.head)
        if listed and earlier and earlier.level is _PROVINCE and _heads_cities(earlier.before):
            # «شهرهای نهاوند و دیاله»
            sights[-1] = replace(earlier, level=_CITY, fit=_of_level(earlier.places, _CITY))
        level = _level(places, before, scene.words.home, alone=not listed)
        sights.append(Sight(found, places, before, level, _of_level(places, level), listed))
    _as_city_states(scene, sights)
    return sights


def _as_city_states(scene: Scene, sights: list[Sight]) -> None:
    """«کویت، کویت», and «شیان چین، یاش رومانی و کویت»: a country's name where cities stand is its city of that name."""
    told = [_is_linked(scene, sights, at) for at in range(len(sights))]
    ties = Ties(scene)
    for at, sight in enumerate(sights):
        said = at > 0 and told[at - 1] and sights[at - 1].level is not _COUNTRY
        said = said and any(sights[at - 1].may_be_in(place.country) for place, _ in sight.fit)
        headed = sight.head is not None and not _heads_cities(sight.before)
        if sight.level is not _COUNTRY or headed or said:
            continue
        cities = tuple(ranked for ranked in sight.places if ranked[0].level is _CITY and _is_own(ranked, sight))
        twice = told[at] and sights[at + 1].found.key == sight.found.key
        in_row = sight.listed and at >= _ROW and all(told[at - _ROW : at : 2])
        in_row = in_row or _is_among_cities(sights, at)
        # «خواهرخواندگی با دوحه و کویت»
        in_row = in_row or (sight.listed and sights[at - 1].level is _CITY and ties.reach(sight.found.first))
        if cities and (twice or in_row):
            sights[at] = replace(sight, level=_CITY, fit=cities)


def _is_among_cities(sights: Sequence[Sight], at: int) -> bool:
    """«ایروان، کویت، هاوانا و لاهور»: in a list with cities before and after."""
    if not sights[at].listed or not 0 < at < len(sights) - 2:
        return False
    around = (sights[at - 1], sights[at + 1], sights[at + 2])
    return all(one.level is _CITY for one in around) and sights[at + 1].listed and sights[at + 2].listed


def _is_linked(scene: Scene, sights: Sequence[Sight], at: int) -> bool:
    """Whether the next name says the country of this one."""
    after = sights[at + 1] if at + 1 < len(sights) else None
    return after is not None and after.level is _COUNTRY and bool(scene.linked(sights[at].found, after.found))


def _is_own(ranked: Ranked, sight: Sight) -> bool:
    place, rank = ranked
    countries = {other.country for other, _ in sight.places if other.level is _COUNTRY}
    return rank <= _MAIN and place.country in countries


def _fitting(before: Before, places: tuple[Ranked, ...]) -> Before:
    """«وزارت کشور X»: the word for a country says nothing of a name that no country has."""
    if before.head is None or before.head.kind is not _COUNTRY_HEADKIND:
        return before
    return before if any(place.level is _COUNTRY for place, _ in places) else replace(before, head=None)


def _of_level(places: tuple[Ranked, ...], level: Level) -> tuple[Ranked, ...]:
    """The places of a level.

    Where a county has no row of its own, its chief city; where a text calls a province a city, the province.
    """
    own = tuple(ranked for ranked in places if ranked[0].level is level)
    if own or level not in _INSTEAD:
        return own
    return tuple(ranked for ranked in places if ranked[0].level is _INSTEAD[level])


def _level(places: tuple[Ranked, ...], before: Before, home: str, *, alone: bool) -> Level:
    levels = {place.level for place, _ in places}
    called = _LEVELS.get(before.head.kind) if before.head else None
    if called:
        return called
    of_a_city = before.head is not None and before.head.kind in _OF_A_CITY
    one_city = of_a_city and before.head is not None and not before.head.many
    if _COUNTRY in levels and not (one_city and _CITY in levels):
        return _COUNTRY
    if alone and _heads_cities(before) and levels == {_PROVINCE}:
        # «شهرهای گیلان»
        return _PROVINCE
    if of_a_city or _PROVINCE not in levels:
        return _CITY
    return _CITY if _outshines(places, home) else _PROVINCE


def _heads_cities(before: Before) -> bool:
    return before.head is not None and before.head.many and before.head.kind in _OF_A_CITY


def _outshines(places: tuple[Ranked, ...], home: str) -> bool:
    """Whether a city of the name is what is meant without a head, rather than a province of the name."""
    provinces = {place.country for place, _ in places if place.level is _PROVINCE}
    return any(
        place.level is _CITY and rank is _OWN and (place.country in provinces or home not in provinces)
        for place, rank in places
    )


def _without_aliases(scene: Scene, founds: Iterator[Found]) -> Iterator[Found]:
    """«ووچ (لودز)» is one name, where both names mean one place."""
    held: Found | None = None
    for found in founds:
        if held is not None:
            one = _one_place(scene, held, found)
            if one is None:
                yield held
            found = one or found
        held = found
    if held is not None:
        yield held


def _one_place(scene: Scene, name: Found, alias: Found) -> Found | None:
    text = scene.text
    if alias.first != name.after or text[name.span.stop : alias.span.start].strip(" ") != "(":
        return None
    if text[alias.span.stop : alias.span.stop + 1] != ")":
        return None
    lines = {reference.line for reference in read_references(alias.entry)}
    shared = [reference for reference in read_references(name.entry) if reference.line in lines]
    if not shared:
        return None
    span = Span(name.span.start, alias.span.stop + 1)
    return Found(name.first, alias.after, span, name.key, write_references(shared))
