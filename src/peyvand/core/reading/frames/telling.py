"""What the words around a name say of it: its country, a word for city, a body of the city, a headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import log10

from peyvand.core.gazetteer import Place
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS, IN
from peyvand.core.reading.frames.unlisted import Unlisted
from peyvand.core.reading.parties import unknown_place

OFFICE = ANY_ROLE | BITS["municipality"] | BITS["body:city_council"] | BITS["city"]
HEADS = BITS["city"] | BITS["municipality"]
_TITLED = 0.6
# No country behind these belongs to the city before them.
_APART = frozenset("\n/;:!?")
_COUNTRY_REACH = 3


def unknown_in(name: str, country: str) -> Place:
    """A place that no list has, by its name in small letters and its country."""
    return replace(unknown_place(name.title()), country=country)


class Telling(Unlisted):
    """Knows the countries of a page once all its areas are seen (``learn_areas``)."""

    beside: dict[int, tuple[str, int]]
    ending: dict[int, str]
    # Where each area begins, by where it stops.
    begun: dict[int, int]
    within_areas: set[int]
    spoken: Counter[str]
    # Where each word stands, in a language that asks how often it does.
    standing: dict[str, list[int]]
    # Words that say of which country something is.
    peoples: list[tuple[int, str]]

    def learn_areas(self) -> None:
        """Remember where countries and regions are named, and how often each country is spoken of."""
        self.beside = {first: (code, stop) for first, stop, code in self.areas}
        self.ending = {stop: code for _, stop, code in self.areas}
        self.begun = {stop: first for first, stop, _ in self.areas}
        self.within_areas = {at for first, stop, _ in self.areas for at in range(first, stop)}
        demonyms = ((at, self._demonym(word)) for at, word in enumerate(self.row.words) if at not in self.beside)
        self.peoples = [(at, country) for at, country in demonyms if country]
        self.standing = {}
        for at, word in enumerate(self.row.words if self.words.nouns_capital else ()):
            self.standing.setdefault(word, []).append(at)
        self.spoken = Counter([code[:2] for _, _, code in self.areas] + [country for _, country in self.peoples])

    def _is_cell(self, first: int, stop: int) -> bool:
        """Whether words stand alone in their line, as in a table with each cell in its own."""
        opens = first > 0 and "\n" in self.row.gaps[first]
        return opens and (stop >= len(self.row) or "\n" in self.row.gaps[stop])

    def _told(self, first: int, stop: int) -> tuple[str, int]:
        """The country or region said right after a city: "X, Y", "X (Y)", "X in Y"; and where it stops."""
        at = stop
        if self.words.script is Script.HAN and not (stop < len(self.row) and set(self.row.gaps[stop]) & set("(（")):
            return "", 0
        if stop in self.beside and self._is_cell(first, stop) and self._is_cell(stop, self.beside[stop][1]):
            return self.beside[stop]
        for _ in range(_COUNTRY_REACH):
            if at >= len(self.row) or ". " in self.row.gaps[at] or _APART.intersection(self.row.gaps[at]):
                break
            if at in self.beside:
                return self.beside[at]
            if not self.words.capitals and (country := self._demonym(self.row.words[at])):
                # «طرابلس اللبنانية»: what says whose it is stands behind.
                return country, at + 1
            if not self._is_between(stop, at):
                break
            at += 1
        return "", 0

    def _is_between(self, stop: int, at: int) -> bool:
        """Whether a word may stand between a city and its country: "X in northern Y", "X City, Y", not "X for Y"."""
        known = self.labelled.get(at, 0)
        if at > stop or known & IN or not self.words.capitals:
            return bool(known & (IN | BITS["filler"]))
        parted = bool(set(self.row.gaps[at]) & set(",("))
        headed = bool(known & HEADS) and self.row.capital[at] and not self.words.nouns_capital
        return bool(known & BITS["filler"]) if parted else headed

    def _before(self, first: int) -> str:
        """The country said right before a city ("the Russian city of X", Chinese 俄罗斯X)."""
        at = first - 1
        if self.words.heads_behind:
            return self._possessor(first)
        while at >= 0 and first - at <= _COUNTRY_REACH + 1:
            if self.words.script is Script.HAN:
                return self.ending.get(first) or self.ending.get(self._province(first, self.ending), "")
            if country := self._demonym(self.row.words[at]):
                return country
            if not self.labelled.get(at, 0) & (BITS["city"] | BITS["filler"] | IN | BITS["sister"]):
                break
            at -= 1
        return ""

    def _possessor(self, first: int) -> str:
        """The country right before a city, as whose it is told: «Rusya'nın Kazan kenti»."""
        if not first or set(self.row.gaps[first]) & set(",.;:\n") or self._is_venue(first):
            return ""
        area = self.ending.get(first, "")
        return area or self._demonym(self.row.words[first - 1]) or ""

    def _tailed(self, stop: int, mask: int = HEADS) -> bool:
        """Whether a word for a city stands right behind, in a language that has it there."""
        known = self.words.heads_behind and stop < len(self.row) and self.row.soft[stop]
        return known and bool(self.labelled.get(stop, 0) & mask)

    def _is_told_apart(self, stop: int) -> bool:
        """Whether a country stands apart from the name before it, and not as in "the Whole of Y", "Aid for Y"."""
        if not self.words.capitals or self.words.heads_behind or stop >= len(self.row):
            return True
        if self.words.nouns_capital and stop in self.beside and self.row.gaps[stop] == " ":
            # «im Komitee Slowenien»: any noun.
            return False
        return bool(set(self.row.gaps[stop]) & set(",(-–")) or not self.labelled.get(stop, 0) & (IN & ~BITS["where"])

    def _is_called_community(self, first: int, stop: int) -> bool:
        """«die Gemeinde Awonodorf»: a word behind one for town that ends as names of towns do."""
        if not self.words.nouns_capital or stop - first != 1 or self.row.gaps[first] != " ":
            return False
        headed = self.labelled.get(first - 1, 0) & HEADS and self.row.capital[first - 1]
        word = self.row.words[first]
        return bool(headed) and word.endswith(self.words.town_endings) and word not in self.words.town_endings

    def _explained(self, stop: int) -> bool:
        """ "X, a sister city of …": what stands behind the comma says that the name is a city's."""
        at = stop
        while at < min(len(self.row), stop + 2) and self.labelled.get(at, 0) & (BITS["filler"] | IN):
            at += 1
        beside = at < len(self.row) and self.row.gaps[stop].strip() in (",", "")
        return beside and bool(self.labelled.get(at, 0) & BITS["sister"])

    def _holds(self, stop: int) -> bool:
        """Whether a name only says where the place behind it lies: «Konya'ya bağlı Meram»."""
        while stop < len(self.row) and self.words.heads_behind and self.labelled.get(stop, 0) & BITS["filler"]:
            stop += 1
        return self.words.heads_behind and bool(self.labelled.get(stop, 0) & BITS["near"])

    def _is_called(self, first: int) -> bool:
        """Whether the words before say that a city's name follows: "the city of X", "twinned with X"."""
        at = first - 1
        if at < 1 or not self.row.soft[first] or self.words.nouns_capital or not self.words.capitals:
            return False
        known, earlier = self.labelled.get(at, 0), self.labelled.get(at - 1, 0)
        tied = BITS["sister"] | BITS["sistering"]
        if known & tied:
            return not self.row.capital[at]
        by_city = known & BITS["city"] if earlier & BITS["city"] else known & IN & ~BITS["where"] and earlier & HEADS
        by_city = by_city and not self.row.capital[at]
        return bool(by_city or (known & BITS["with"] and earlier & tied and self.row.soft[at]))

    def _is_institution(self, first: int, stop: int) -> bool:
        """ "Taipei County", "Universität Vechta": a body that is no city has the name."""
        if not self.words.capitals:
            return self._is_of_body(first, stop)
        behind = stop < len(self.row) and self.row.gaps[stop] == " " and self.row.capital[stop]
        if behind and self.labelled.get(stop, 0) & BITS["not_city"]:
            return True
        at = first - 1
        while at > 0 and self.row.gaps[at + 1] == " " and self.labelled.get(at, 0) & IN:
            at -= 1
        return at >= 0 and self.row.gaps[at + 1] == " " and bool(self.labelled.get(at, 0) & BITS["not_city"])

    def _headed(self, first: int) -> bool:
        """Whether a word for a city or a body of one stands right before."""
        at = first - 1
        while at >= 0 and self.row.soft[at + 1] and self.labelled.get(at, 0) & (IN | BITS["filler"]):
            at -= 1
        return at >= 0 and self.row.soft[at + 1] and bool(self.labelled.get(at, 0) & OFFICE)

    def _is_venue(self, stop: int) -> bool:
        """Whether the ending behind a name says where something took place."""
        return self._ends_in(stop, self.words.venues)

    def _ends_in(self, stop: int, endings: Sequence[str]) -> bool:
        """Whether a name has one of some endings, behind its apostrophe."""
        gap = self.row.gaps[stop] if stop < len(self.row) and endings else ""
        return any(gap.startswith("'" + ending) and not gap[1 + len(ending) :][:1].isalpha() for ending in endings)

    def _is_headline(self, at: int) -> bool:
        low = high = at
        while low > 0 and at - low < 12 and "\n" not in self.row.gaps[low]:
            low -= 1
        while high + 1 < len(self.row) and high - at < 12 and "\n" not in self.row.gaps[high + 1]:
            high += 1
        capital = self.row.capital[low : high + 1]
        return sum(capital) > _TITLED * len(capital)

    def _weight(self, ranked: tuple[Place, Rank], region: str) -> float:
        place, rank = ranked
        weight = log10(place.population + 1) - 1.5 * rank.value
        weight += 2 * min(self.spoken.get(place.country, 0), 2) / 2
        weight += 1.0 * (place.country in self.words.home)
        return weight + 4 * bool(region and place.region == region)
