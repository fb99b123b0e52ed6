"""The cities, countries and regions that a page names, by the words that each name takes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from peyvand.core.gazetteer import Place


class City(NamedTuple):
    """A city's name: words ``first`` up to ``stop``; ``told`` the country said beside it; ``office``: a body of it."""

    first: int
    stop: int
    place: Place
    told: str = ""
    office: bool = False
    after: int = 0
    joined: bool = False
    # Whether an ending of its own says that something took place there: «Berlin'de».
    venue: bool = False


_Named = TypeVar("_Named", City, tuple[int, int, str], tuple[int, str])


@dataclass(frozen=True, slots=True)
class Names:
    """The cities of a page in order, the words that countries and regions take, and words that say of which country
    something is («French»), each with the country."""

    cities: tuple[City, ...] = ()
    areas: tuple[tuple[int, int, str], ...] = ()
    peoples: tuple[tuple[int, str], ...] = ()

    def inside(self, first: int, stop: int) -> Names:
        """The names that begin in a stretch of words."""
        return Names(
            _between(self.cities, first, stop), _between(self.areas, first, stop), _between(self.peoples, first, stop)
        )

    def begins(self, at: int) -> bool:
        """Whether a name begins at a word."""
        return any(name[0] == at for name in (*self.cities, *self.areas))

    def ends(self, at: int) -> bool:
        """Whether a name of a country or region, or a city beside one, ends before a word."""
        return any(area[1] == at for area in self.areas)


def _between(names: tuple[_Named, ...], first: int, stop: int) -> tuple[_Named, ...]:
    low = bisect_left(names, first, key=lambda name: name[0])
    return names[low : bisect_left(names, stop, low, key=lambda name: name[0])]
