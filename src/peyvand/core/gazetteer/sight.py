"""A name as it was seen in the text: the places it may mean, what stands before it, and the level that makes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peyvand.core.gazetteer.choice import Ranked
from peyvand.core.gazetteer.context import Before, Scene
from peyvand.core.gazetteer.gazetteer import Gazetteer
from peyvand.core.gazetteer.names import Rank, read_references, write_references
from peyvand.core.gazetteer.place import Level
from peyvand.core.gazetteer.scanning import Found, scan
from peyvand.core.gazetteer.words import HeadKind
from peyvand.core.text import Span

# Below this a city that no table of ours names gives way to a province or country of its name.
_SMALL = 50_000
_LEVELS = {
    HeadKind.PROVINCE: Level.PROVINCE,
    HeadKind.COUNTY: Level.COUNTY,
    HeadKind.COUNTRY: Level.COUNTRY,
}
_OF_A_CITY = (HeadKind.CITY, HeadKind.OFFICE)


@dataclass(frozen=True, slots=True)
class Sight:
    """``listed`` says that it stands in one list with the sight before it; ``country`` where its own country stands."""

    found: Found
    places: tuple[Ranked, ...]
    before: Before
    level: Level
    listed: bool = False

    @property
    def head(self) -> HeadKind | None:
        return self.before.head.kind if self.before.head else None

    def may_be_in(self, country: str) -> bool:
        """Whether a place of this name and level lies in a country."""
        return any(place.country == country for place, _ in self.of_level())

    def of_level(self) -> tuple[Ranked, ...]:
        """The places of the level that the words call for; those of a city where a county has no row of its own."""
        level = self.level
        own = tuple(ranked for ranked in self.places if ranked[0].level is level)
        if own or level is not Level.COUNTY:
            return own
        return tuple(ranked for ranked in self.places if ranked[0].level is Level.CITY)


def look(scene: Scene, names: Mapping[str, str], gazetteer: Gazetteer) -> list[Sight]:
    """Every name of the text that some place has, except those that are a person's."""
    sights: list[Sight] = []
    for found in _without_aliases(scene, scan(scene.text, scene.tokens, names, scene.words)):
        earlier = sights[-1] if sights else None
        before = scene.before(found)
        if before.head is None and scene.person(found) and not (earlier and earlier.found.after == found.first):
            continue
        listed = earlier is not None and scene.listed(earlier.found, found)
        if listed and earlier and before.head is None and earlier.before.head and earlier.before.head.many:
            before = before._replace(head=earlier.before.head)
        places = gazetteer.entry(found.entry)
        sights.append(Sight(found, places, before, _level(places, before), listed))
    return sights


def _level(places: tuple[Ranked, ...], before: Before) -> Level:
    if before.head and (level := _LEVELS.get(before.head.kind)):
        return level
    of_a_city = before.head is not None and before.head.kind in _OF_A_CITY and not before.head.many
    levels = [place.level for place, _ in places]
    if Level.COUNTRY in levels and not (of_a_city and Level.CITY in levels):
        return Level.COUNTRY
    if Level.CITY not in levels:
        return levels[0]
    if of_a_city or Level.PROVINCE not in levels:
        return Level.CITY
    known = any(
        place.level is Level.CITY and (rank is Rank.OWN or place.population >= _SMALL) for place, rank in places
    )
    return Level.CITY if known else Level.PROVINCE


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
