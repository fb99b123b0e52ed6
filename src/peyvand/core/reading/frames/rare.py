"""Small towns, and towns that no list has, where the words around say that a town is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.sighting import Sight
from peyvand.core.reading.frames.telling import HEADS, Telling
from peyvand.core.reading.frames.words import mask_of
from peyvand.core.reading.parties import unknown_place

LEADING = mask_of("sister", "sistering", "with", "between")
_WAYS = mask_of("to", "from")
_SHORTEST_STRANGE = {Script.HAN: 1}


class Rare(Telling):
    """Names that only the longer list of small places has, or none."""

    def _longer(self, sight: Sight) -> int:
        """Where a name stops of which the sight, another name of some place, is only the first word; or 0."""
        if self.words.script is Script.HAN:
            # «哈萨克斯坦阿拉木图市» is no town called 阿拉.
            stop = self._unlisted(sight.first)
            return stop if stop > sight.stop else 0
        if not self.words.capitals or any(rank is not Rank.OTHER for _, rank in sight.places):
            return 0
        stop = self._run(sight.first)
        if stop <= sight.stop:
            return 0
        whole = " ".join(self.row.words[sight.first : stop])
        return stop if any(place.level is Level.CITY for place, _ in self.gazetteer.ranked_anywhere(whole)) else 0

    def _rarer(self, strange: Sequence[tuple[int, int]]) -> Iterator[City]:
        """Small towns, and towns that no list has, where the words around say that a town is meant."""
        known: dict[str, Place] = {}
        open_ones: list[tuple[int, int, str]] = []
        for first, stop in strange:
            name = self.spelled(first, stop)
            told, after = self._told(stop)
            place = self._rare(first, stop, name, told)
            if place:
                known[name] = place
                yield City(first, stop, place, told, self._headed(first), after or stop)
            else:
                open_ones.append((first, stop, name))
        for first, stop, name in open_ones:
            if name in known:
                yield City(first, stop, known[name], "", self._headed(first), stop)

    def _rare(self, first: int, stop: int, name: str, told: str) -> Place | None:
        before = self.labelled.get(first - 1, 0) if first and self.row.soft[first] else 0
        told = told or (self._before(first) if self.words.heads_behind or before & (HEADS | BITS["sister"]) else "")
        led = before & (HEADS | LEADING | _WAYS) or self._headed(first) or self._tailed(stop) or self._explained(stop)
        if not told and not led and (" " not in name or self._is_headline(first)):
            return None
        found = [ranked[0] for ranked in self.gazetteer.ranked_anywhere(name) if ranked[0].level is Level.CITY]
        near = (told[:2],) if told else (*self.words.home, *self.spoken)
        fit = [place for place in found if place.country in near]
        if fit:
            return max(fit, key=lambda place: self._weight((place, Rank.MAIN), told.partition(" ")[2]))
        # A word that is both a body and a word for town («Belediyesi») has a town's name before it, known or not.
        of_town = self._tailed(stop, BITS["municipality"]) and self._tailed(stop, BITS["city"])
        if not told and of_town and not self._is_headline(first):
            told = self.words.home[0]
        if told and len(name) > _SHORTEST_STRANGE.get(self.words.script, 3):
            return replace(unknown_place(name.title()), country=told[:2])
        return None
