"""Cities that only an adjective names, beside their council, mayor or guests: «брянский горсовет»."""

from __future__ import annotations

from collections.abc import Container, Iterator

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.names import Rank
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.couples import Couples
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS
from peyvand.core.reading.frames.words import mask_of

# What belongs to a city, and not to its region.
_OF_CITY = (ANY_ROLE & ~BITS["role:governor"]) | mask_of("municipality", "body:city_council", "delegation", "students")
_SHORTEST_STEM = 2
_TOWN = 20_000


class Adjectives(Couples):
    """Knows the endings by which a language makes an adjective of a city's name."""

    def _by_adjectives(self, taken: Container[int]) -> Iterator[City]:
        """Each adjective right before a body of a city or its people, where it is no word of the language."""
        for at in range(len(self.row) - 1 if self.words.adjectives else 0):
            of_city = self.labelled.get(at + 1, 0) & _OF_CITY and self.row.gaps[at + 1] == " "
            if of_city and at not in taken and at not in self.labelled and (place := self._of_adjective(at)):
                yield City(at, at + 1, place, "", True, at + 1)

    def _of_adjective(self, at: int) -> Place | None:
        word = self.row.words[at]
        if self._demonym(word):
            return None
        found: list[Place] = []
        named: list[Place] = []
        for ending, base in self.words.adjectives:
            stem = word.removesuffix(ending)
            if len(stem) < len(word) and len(stem) >= _SHORTEST_STEM:
                found += self._towns(stem + base)
                named += self._named_so(stem + base)
        return max(named or found, key=lambda place: self._weight((place, Rank.MAIN), ""), default=None)

    def _towns(self, key: str) -> Iterator[Place]:
        entry = self.index.get(key)
        places = [place for place, _ in self.gazetteer.entry(entry)] if entry else []
        yield from (place for place in places if place.level is Level.CITY and place.population >= _TOWN)

    def _named_so(self, key: str) -> Iterator[Place]:
        """The town that has a name in the language's own list: «нижегородский», and «ставропольский» no Tolyatti."""
        own = self.words.names.get(key)
        ranked = self.gazetteer.ranked(own[0]) if own else ()
        fit = (place for place, _ in ranked if own and place.country == own[1])
        yield from (place for place in fit if place.level is Level.CITY and place.population >= _TOWN)
