"""Two small towns that only a joining word and their tie tell: «Carhaix et Waldkappel ont fêté leur jumelage»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.names import Rank
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.rare import Rare
from peyvand.core.reading.frames.table import TIED

# A name has so many letters, and the tie stands so near behind the two (words).
_SHORTEST, _TIED_IN = 5, 14


class Couples(Rare):
    """Knows names of towns at home and abroad that a joining word makes a couple."""

    def _in_twos(self, strange: Sequence[tuple[int, int]], cities: Sequence[City]) -> Iterator[City]:
        """Each two strange names that a word joins before a tie, one of them at home, one the only town abroad."""
        taken = {at for city in cities for at in range(city.first, city.stop)}
        free = [one for one in strange if one[0] not in taken] if self.words.capitals else []
        for one, other in pairwise(free):
            joined = one[1] + 1 == other[0] and self.labelled.get(one[1], 0) & BITS["and"]
            if not joined or not self._is_tied_within(other[1]) or self._is_headline(one[0]):
                continue
            pair = [self._just(*name) for name in (one, other)]
            if all(pair) and sum(place.country in self.words.home for place in pair if place) == 1:
                yield from (
                    City(first, stop, place, "", False, stop)
                    for (first, stop), place in zip((one, other), pair, strict=True)
                    if place
                )

    def _is_tied_within(self, stop: int) -> bool:
        """Whether a word of the tie stands behind in the sentence."""
        for at in range(stop, min(stop + _TIED_IN, len(self.row))):
            if at > stop and set(self.row.gaps[at]) & set(".!?\n"):
                return False
            if self.labelled.get(at, 0) & TIED:
                return True
        return False

    def _just(self, first: int, stop: int) -> Place | None:
        """The town at home that has just this name, or the only one anywhere."""
        name = self.spelled(first, stop)
        ranked = self.gazetteer.ranked_anywhere(name) if len(name) >= _SHORTEST else ()
        exact = [place for place, rank in ranked if place.level is Level.CITY and rank is not Rank.OTHER]
        own = [place for place in exact if place.country in self.words.home]
        alone = exact if len({place.country for place in exact}) == 1 else []
        return next(iter(own or alone), None)
