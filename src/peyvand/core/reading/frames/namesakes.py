"""What has a town's name and is none: persons, everyday things, words apart."""

from __future__ import annotations

from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.reading.frames.adjectives import Adjectives
from peyvand.core.reading.frames.sighting import Sight


class Namesakes(Adjectives):
    """Knows by the words beside that a name is no town's."""

    def _is_persons(self, first: int, stop: int) -> bool:
        """Whether an unknown word with a capital stands beside, as a first or family name does."""
        following = stop < len(self.row) and self.row.gaps[stop] == " " and self._is_strange(stop)
        following = following and stop not in self.person
        if first and self.keys[first - 1] in self.words.bars and self.row.soft[first] and self.row.capital[first - 1]:
            return True
        if not self.words.capitals or self._is_headline(first):
            return False
        if self.words.nouns_capital:
            strange = first > 0 and self.row.gaps[first] == " " and self._is_strange(first - 1)
            alias = all(rank is Rank.OTHER for _, rank in self._places("".join(self.keys[first:stop])))
            return stop - first == 1 and (following or (strange and alias))
        before = first > 0 and self.row.soft[first] and self._is_strange(first - 1) and self.row.gaps[first] == " "
        before = before or self._is_first_name(first)
        return before or (following and stop - first == 1)

    def _is_first_name(self, first: int) -> bool:
        """«Fatma Yıldırım»: whether a word that is never a town, and has a capital within a line, stands before."""
        at = first - 1
        begins = at < 1 or set(self.row.gaps[at]) - {" "}
        apart = begins or self.row.gaps[first] != " " or not self.words.heads_behind
        return not apart and self.row.capital[at] and at not in self.labelled and self.keys[at] in self.words.never

    def _is_strange(self, at: int) -> bool:
        if not self.row.capital[at] or at in self.labelled or self.row.words[at] in self.small:
            return False
        key = self.keys[at]
        if key in self.words.never or self._demonym(self.row.words[at]) or len(key) == 1:
            return False
        return at not in self.within_areas

    def _is_thing(self, first: int) -> bool:
        """«la Saint-Jean», «le Carrefour»: whether an article stands before, where it is no part of names."""
        led = first > 0 and self.row.words[first - 1] in self.words.articles and not self.row.capital[first - 1]
        return led and not self.words.nouns_capital and self.row.soft[first]

    def _is_two_words(self, sight: Sight) -> bool:
        """«دور هام»: whether words apart make the name of towns that is one word elsewhere."""
        several = sight.stop - sight.first > 1 and self.words.script is Script.ARABIC
        return several and all(not set(place.name) & set(" -") for place, _ in sight.places) and not self._is_own(sight)
