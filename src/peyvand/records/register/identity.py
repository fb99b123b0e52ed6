"""Ids of places that mean one place: what the ledger says of any of them is said of the one that is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

Pair = tuple[str, str]


@dataclass(frozen=True)
class Identity:
    """``kept`` has, for each id that means another place, the id that is kept for it."""

    kept: Mapping[str, str]

    def of(self, place: str) -> str:
        """The id that is kept for a place."""
        return self.kept.get(place, place)

    def pair(self, places: Iterable[str]) -> Pair | None:
        """The pair of kept ids in the one fixed order; None where both are one place."""
        first, second = sorted(self.of(place) for place in places)
        return None if first == second else (first, second)

    def ids(self, places: Iterable[str]) -> set[str]:
        """Every id that means one of these places."""
        return {one for place in places for one in (self.of(place), *self._others.get(self.of(place), ()))}

    def pairs(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Every pair of ids that means one of these pairs."""
        return {pair_of((a, b)) for first, second in pairs for a in self.ids([first]) for b in self.ids([second])}

    @cached_property
    def _others(self) -> dict[str, list[str]]:
        others: dict[str, list[str]] = defaultdict(list)
        for place, kept in self.kept.items():
            others[kept].append(place)
        return others


def pair_of(places: Iterable[str]) -> Pair:
    """Two places in the one fixed order."""
    first, second = sorted(places)
    return first, second
