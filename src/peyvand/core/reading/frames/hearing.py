"""Towns that a page spells by ear, in the country that is said beside them or that the page speaks of."""

from __future__ import annotations

from collections.abc import Container

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.hearing import place_heard
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.telling import HEADS, Telling
from peyvand.core.reading.frames.words import mask_of

LEADING = mask_of("sister", "sistering", "society", "with", "between")
# Where no word says that a town is meant, a name that is heard has so many consonants.
_HEARD_SIGNS = 3
# A short word may be a person's name, too.
_SHORTEST_EXACT = 6


class Hearing(Telling):
    """Knows towns by the sound of their names."""

    def _heard(self, name: str, country: str, signs: int = 0) -> Place | None:
        """The town of a country that a name in other letters writes by ear, as it stands or without its ending."""
        script, letters = self.words.script, self.words.heard
        if not country or (script is Script.LATIN and country in self.words.home):
            # At home every town is spelled as it is.
            return None
        forms = (name, *self._bare(name)) if script is Script.CYRILLIC else (name,)
        heard = (place_heard(self.gazetteer.sounds, form, script, country, signs, letters) for form in forms)
        return next((place for place in heard if place and place.level is Level.CITY), None)

    def _heard_surely(self, name: str, country: str) -> Place | None:
        """The town of some size that a name writes by ear."""
        return self._heard(name, country, _HEARD_SIGNS)

    def _heard_spoken(self, name: str) -> Place | None:
        """The one town of some size that a name writes by ear, in the countries abroad that the page speaks of."""
        abroad = (country for country in self.spoken if country not in self.words.home)
        found = {place for country in abroad if (place := self._heard(name, country, _HEARD_SIGNS))}
        return found.pop() if len(found) == 1 else None

    def _heard_in_tie(self, first: int, stop: int, name: str, ends: Container[int]) -> Place | None:
        """A name beside a word for city or of a tie, or joined to a city: «Urumiye ile kardeş şehir»."""
        before = self.labelled.get(first - 1, 0) if first and self.row.soft[first] else 0
        behind = self.labelled.get(stop, 0) if stop < len(self.row) and self.row.soft[stop] else 0
        tied = (behind if self.words.heads_behind else before) & (LEADING | HEADS)
        joined = (behind & BITS["and"] and stop + 1 in ends) or (before & BITS["and"] and first - 1 in ends)
        return self._exact_spoken(name) or self._heard_spoken(name) if tied or joined else None

    def _exact_spoken(self, name: str) -> Place | None:
        """The town of just a name, if one alone of the countries abroad that the page speaks of has it."""
        if len(name) < _SHORTEST_EXACT or self.words.script is Script.HAN:
            return None
        ranked = self.gazetteer.ranked_anywhere(name)
        found = [place for place, rank in ranked if place.level is Level.CITY and rank is not Rank.OTHER]
        abroad = [place for place in found if place.country in self.spoken and place.country not in self.words.home]
        alone = len({place.country for place in abroad}) == 1
        return max(abroad, key=lambda place: place.population) if alone else None

    def _heard_behind_nation(self, first: int, name: str) -> Place | None:
        """«с китайским Шеньжэнем»: a name behind its nationality, of a town of some size."""
        if not self.words.capitals or not first or self.row.gaps[first] != " ":
            return None
        return self._heard(name, self._demonym(self.row.words[first - 1]) or "", _HEARD_SIGNS)
