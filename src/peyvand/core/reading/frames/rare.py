"""Small towns, and towns that no list has, where the words around say that a town is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.hearing import place_heard
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS, IN
from peyvand.core.reading.frames.row import cut_words
from peyvand.core.reading.frames.sighting import Sight
from peyvand.core.reading.frames.telling import HEADS, OFFICE, Telling, unknown_in
from peyvand.core.reading.frames.words import mask_of
from peyvand.core.text import fold_words

LEADING = mask_of("sister", "sistering", "society", "with", "between")
_WAYS = mask_of("to", "from")
_TIED = mask_of("sister", "sistering")
# How near (words) a word for the tie stands behind the town that it is told of: "X has been twinned".
_NEAR = 4
_IN_PLACE = _WAYS | IN | BITS["aim"]
# A first word that may stand for a whole name has so many letters.
_SHORTEST_SHORT = 5
# Behind a nationality alone, a name that is heard has so many consonants.
_HEARD_SIGNS = 3
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
        if self._begins_area(stop):
            # "Chateau du Loir, France": what the country stands behind is the name.
            return stop
        return stop if any(place.level is Level.CITY for place, _ in self.gazetteer.ranked_anywhere(whole)) else 0

    def _begins_area(self, at: int) -> bool:
        """Whether a country or region begins at a word, or behind a small one."""
        if at < len(self.row) and self.labelled.get(at, 0) & BITS["where"]:
            at += 1
        if at >= len(self.row) or "\n" in self.row.gaps[at] or not self._area(at):
            return False
        self.areas.pop()
        return True

    def _rarer(self, strange: Sequence[tuple[int, int]], sure: Sequence[Place] = ()) -> Iterator[City]:
        """Small towns, and towns that no list has, where the words around say that a town is meant.

        ``sure`` are places that the page names otherwise.
        """
        known: dict[str, Place] = {}
        open_ones: list[tuple[int, int, str]] = []
        for first, stop in strange:
            name = self.spelled(first, stop)
            told, after = self._told(stop)
            place = self._rare(first, stop, name, told)
            if place:
                known[name] = place
                yield City(first, stop, place, told, self._headed(first), after or stop, venue=self._is_venue(stop))
            else:
                open_ones.append((first, stop, name))
        short = self._short_names((*sure, *known.values()))
        for first, stop, name in open_ones:
            place = known.get(name) or short.get(name) or self._heard_behind_nation(first, name)
            if place and not self._is_officer(first):
                yield City(first, stop, place, "", self._headed(first), stop)

    def _short_names(self, places: Iterable[Place]) -> dict[str, Place]:
        """Names by which a page calls a town again: the first word of a longer one, if it is long and no other's."""
        found: dict[str, set[Place]] = {}
        for place in places:
            first, *others = cut_words(fold_words(place.name))
            if others and len(first) >= _SHORTEST_SHORT and self.words.script is Script.LATIN:
                found.setdefault(first, set()).add(place)
        return {name: places.pop() for name, places in found.items() if len(places) == 1}

    def _heard(self, name: str, country: str, signs: int = 0) -> Place | None:
        """The town of a country that a name in other letters writes by ear, as it stands or without its ending."""
        script = self.words.script
        if not country or script is Script.LATIN:
            return None
        forms = (name, *self._bare(name)) if script is Script.CYRILLIC else (name,)
        heard = (place_heard(self.gazetteer.sounds, form, script, country, signs) for form in forms)
        return next((place for place in heard if place), None)

    def _heard_behind_nation(self, first: int, name: str) -> Place | None:
        """«с китайским Шеньжэнем»: a name behind its nationality, of a town of some size."""
        if self.words.script is not Script.CYRILLIC or not first or self.row.gaps[first] != " ":
            return None
        return self._heard(name, self._demonym(self.row.words[first - 1]) or "", _HEARD_SIGNS)

    def _rare(self, first: int, stop: int, name: str, told: str) -> Place | None:
        if stop - first == 1 and self._is_officer(first):
            return None
        before = self.labelled.get(first - 1, 0) if first and self.row.soft[first] else 0
        beside = told
        by_nation = self.words.nouns_capital and bool(self._demonym(self.row.words[first - 1]))
        from_country = self.words.heads_behind or by_nation or before & (HEADS | BITS["sister"])
        told = told or (self._before(first) if from_country else "")
        known = self._is_called(first)
        led = known or before & (HEADS | LEADING | _WAYS) or self._headed(first) or self._tailed(stop)
        led = led or self._explained(stop)
        worst = Rank.OTHER if told or led else Rank.MAIN
        if not told and not led and not self._is_named_in(first, before, stop):
            if " " not in name or self._is_headline(first):
                return None
            worst = Rank.OTHER
        ranked = self.gazetteer.ranked_anywhere(name)
        found = [one for one in ranked if one[0].level is Level.CITY and one[1] <= worst]
        near = (told[:2],) if told else (*self.words.home, *self.spoken)
        fit = [one for one in found if one[0].country in near] or (self._only(found, before) if not told else [])
        if fit:
            return max(fit, key=lambda ranked: self._weight(ranked, told.partition(" ")[2]))[0]
        # A word that is both a body and a word for town («Belediyesi») has a town's name before it, known or not.
        of_town = self._tailed(stop, BITS["municipality"]) and self._tailed(stop, BITS["city"])
        if not told and of_town and not self._is_headline(first):
            told = self.words.home[0]
        # «des russischen Angriffs»: a nationality stands before any noun.
        sure = (told and self._is_told_apart(stop) and (beside or not by_nation)) or known or self._is_body(first, stop)
        if sure and len(name) > _SHORTEST_STRANGE.get(self.words.script, 3):
            return self._heard(name, told[:2]) or unknown_in(name, told[:2])
        return None

    def _only(self, found: list[tuple[Place, Rank]], before: int) -> list[tuple[Place, Rank]]:
        """The only place of a name anywhere, where words of a tie or a way lead it in: "a pact with X"."""
        exact = [one for one in found if one[1] is not Rank.OTHER and len(one[0].name) >= _SHORTEST_SHORT]
        countries = {place.country for place, _ in exact}
        return exact if len(countries) == 1 and before & (LEADING | _WAYS | BITS["society"]) else []

    def _is_body(self, first: int, stop: int) -> bool:
        """ "X Municipality": a body of a town that no list has, in a language where it stands behind."""
        if not self.words.capitals or self.words.nouns_capital or self.words.heads_behind or stop >= len(self.row):
            return False
        body = self.labelled.get(stop, 0) & BITS["municipality"] and self.row.capital[stop]
        return bool(body) and self.row.gaps[stop] == " " and not self._is_headline(first)

    def _is_named_in(self, first: int, before: int, stop: int) -> bool:
        """Whether small words or a body tell a town of the home country: "in X", "to X", "X town council"."""
        if not self.words.capitals or self.words.nouns_capital:
            return False
        if self._opens_line(first, stop):
            return True
        behind = stop < len(self.row) and self.row.gaps[stop] == " " and self.labelled.get(stop, 0) & OFFICE
        tied = any(self.labelled.get(at, 0) & _TIED for at in range(stop, stop + _NEAR))
        return bool(behind or tied or before & _IN_PLACE)

    def _opens_line(self, first: int, stop: int) -> bool:
        """ "Montville: …": the town that a report is from."""
        opens = first == 0 or "\n" in self.row.gaps[first]
        return opens and stop < len(self.row) and ":" in self.row.gaps[stop]

    def _is_told_apart(self, stop: int) -> bool:
        """Whether a country stands apart from the name before it, and not as in "the Whole of Y", "Aid for Y"."""
        if not self.words.capitals or self.words.heads_behind or stop >= len(self.row):
            return True
        return bool(set(self.row.gaps[stop]) & set(",(-–")) or not self.labelled.get(stop, 0) & (IN & ~BITS["where"])
