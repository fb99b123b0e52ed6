"""Names of a page as they are seen: stretches of words that some place or country has, before any is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.gazetteer.names import Rank, Script, name_key
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS, IN
from peyvand.core.reading.frames.row import Row
from peyvand.core.reading.frames.words import NameWords
from peyvand.core.reading.parties import unknown_place
from peyvand.core.text import Folded

_LONGEST, _LONGEST_HAN = 6, 8
_OF_A_STATE = 2
SHORTEST = {Script.HAN: 2}
# Small words inside names of towns.
PARTICLES = frozenset(
    ("de", "del", "di", "do", "da", "du", "d", "la", "le", "les", "sur", "am", "an", "der", "den", "bei", "im", "upon",
     "el", "al")
)  # fmt: skip
# Small words that lead a place in behind an office.
_LINKS = PARTICLES | {"of", "von", "des"}


class Sight(NamedTuple):
    """Words ``first`` up to ``stop`` that are the name of some places, with how well the name means each."""

    first: int
    stop: int
    places: tuple[tuple[Place, Rank], ...]


class Sighting:
    """Looks for names in a row of words. ``taken`` are words that name persons."""

    def __init__(
        self, folded: Folded, row: Row, gazetteer: Gazetteer, words: NameWords, taken: Sequence[tuple[int, int]]
    ) -> None:
        self.folded = folded
        self.row, self.gazetteer, self.words = row, gazetteer, words
        self.index = gazetteer.index(words.script).entries
        self.keys = [name_key(word) if not word.isascii() else word for word in row.words]
        self.person = {at for first, stop in taken for at in range(first, stop)}
        if words.capitals:
            families = {row.words[stop - 1] for _, stop in taken}
            self.person |= {at for at, word in enumerate(row.words) if word in families and row.capital[at]}
        self.small = {word for word, capital in zip(row.words, row.capital, strict=True) if not capital}
        self.labelled = {at: hit.mask for hit in row.hits for at in range(hit.first, hit.stop)}
        # «扬州市长»: a name of signs does not end inside a longer word.
        han = words.script is Script.HAN
        self.inside = {at for hit in row.hits for at in range(hit.first + 1, hit.stop)} if han else set()
        self.longest = _LONGEST_HAN if words.script is Script.HAN else _LONGEST
        self.areas: list[tuple[int, int, str]] = []
        # Names as written that the page tells to be cities.
        self.sure: set[str] = set()
        self.countries_of: dict[str, str | None] = {}

    def _is_officer(self, at: int) -> bool:
        """ "Mayor Kelly": right behind a word for an office stands a person, unless places stand there too."""
        office = bool(self.labelled.get(at - 1, 0) & ANY_ROLE) and self.row.gaps[at] == " "
        return office and not self.words.office_of_place and self.row.words[at - 1] not in _LINKS

    def spelled(self, first: int, stop: int) -> str:
        """A name as it is written: signs without spaces."""
        return ("" if self.words.script is Script.HAN else " ").join(self.row.words[first:stop])

    def _is_joined(self, at: int) -> bool:
        """Whether a word that joins is written on to a name: «دمشق وحلب»."""
        return (
            any(self.keys[at].startswith(joiner) for joiner in self.words.joiners) and self.keys[at] not in self.index
        )

    def _is_own(self, sight: Sight) -> bool:
        """Whether the language itself says that a name is a city's, which may be a country's too: «عمان»."""
        key = "".join(self.keys[sight.first : sight.stop])
        return any(variant in self.words.names for variant in self._variants(key))

    def _is_of_body(self, first: int, stop: int) -> bool:
        """«جامعة القدس», «上海大学»: a body that is no city has the name, in a language without capitals."""
        at = stop if self.words.heads_behind else first - 1
        return (
            0 <= at < len(self.row)
            and self.row.soft[max(at, first)]
            and bool(self.labelled.get(at, 0) & BITS["not_city"])
        )

    def _may_name(self, at: int) -> bool:
        letter = len(self.keys[at]) == 1 and self.words.script is not Script.HAN
        known = letter or at in self.labelled or at in self.person or self.keys[at] in self.words.never
        return self.row.capital[at] and not known and not (self.words.capitals and self._demonym(self.row.words[at]))

    def _demonym(self, word: str) -> str | None:
        if word not in self.countries_of:
            key = word if word.isascii() else name_key(word)
            stems = (f"{key[:length]}*" for length in range(len(key), 2, -1))
            found = (self.words.demonyms[form] for form in (key, *stems) if form in self.words.demonyms)
            self.countries_of[word] = next(found, None)
        return self.countries_of[word]

    def _spans(self, at: int) -> Iterator[tuple[int, str]]:
        """The stretches that may be one name from a word on, the longest first, as joined keys."""
        joined = [self.keys[at]]
        for last in range(at + 1, min(at + self.longest, len(self.row))):
            if not self.row.soft[last] or self._are_letters(last - 1, last + 1):
                break
            joined.append(joined[-1] + self.keys[last])
        yield from ((at + length, joined[length - 1]) for length in range(len(joined), 0, -1))

    def _are_letters(self, first: int, stop: int) -> bool:
        """ "M E T Z": whether each word is a letter alone."""
        return self.words.script is not Script.HAN and all(len(key) == 1 for key in self.keys[first:stop])

    def _variants(self, key: str) -> Iterator[str]:
        """A key as written, without endings, and without small words written on to it."""
        yield key
        yield from self._bare(key)
        for prefix in self.words.prefixes:
            if key.startswith(prefix) and len(key) - len(prefix) > 2:
                rest = key[len(prefix) :]
                yield rest
                yield from self._bare(rest)

    def _bare(self, key: str) -> Iterator[str]:
        for ending, base in self.words.endings:
            if key.endswith(ending) and len(key) - len(ending) >= self.words.shortest_bare:
                yield key[: len(key) - len(ending)] + base

    def _area(self, at: int) -> int:
        """Where the name of a country or region stops that begins at a word, or 0."""
        if self.words.capitals and not self.row.capital[at]:
            return 0
        for stop, key in self._spans(at):
            if stop - at > 1 and self.words.script is not Script.HAN and self.labelled.get(stop - 1, 0) & IN:
                continue
            if self._is_no_abbreviation(at, stop):
                continue
            for variant in self._variants(key):
                code = self.words.countries.get(variant) or self.words.regions.get(variant) or self._region(variant)
                if code or (code := self._division(variant)):
                    self.areas.append((at, stop, code))
                    return stop
        return 0

    def _is_no_abbreviation(self, at: int, stop: int) -> bool:
        """ "The Ga people": two letters, not both large, stand for a state only behind a comma: "Atlanta, Ga."."""
        if not self.words.capitals or stop - at > 1 or len(self.keys[at]) > _OF_A_STATE:
            return False
        written = self.folded.quote(self.row.span(at, stop))
        return not written.isupper() and not set(self.row.gaps[at]) & set(",(")

    def _division(self, key: str) -> str | None:
        """A state or province whose name no town has, in whatever language."""
        code = self.words.divisions.get(key)
        return code if code and key not in self.words.never and not self._places(key) else None

    def _region(self, key: str) -> str | None:
        """A country or province of the gazetteer, where no city has the name by right."""
        entry = self.index.get(key)
        if not entry or self.words.script is not Script.LATIN:
            return None
        places = self.gazetteer.entry(entry)
        if any(place.level is Level.CITY and rank is Rank.OWN for place, rank in places):
            return None
        best, rank = places[0]
        if best.level is Level.CITY or rank is not Rank.OWN:
            return None
        return best.country if best.level is Level.COUNTRY else f"{best.country} {best.region}"

    def _sight(self, at: int) -> Sight | None:
        if self.words.capitals and not self.row.capital[at]:
            return None
        if slashed := self._slashed(at):
            return slashed
        for stop, key in self._spans(at):
            short = len(key) < SHORTEST.get(self.words.script, 3) and key not in self.words.names
            never = key in self.words.never and not (stop - at == 1 and (self._is_of(at) or self._is_marked(at)))
            if (
                self._stops_inside(stop)
                or never
                or short
                or (stop - at > 1 and self._are_small(at, stop))
                or self._ends_small(stop - 1)
            ):
                continue
            found = self._places(key) or (self._agreeing(at, stop) if stop - at > 1 else ())
            if found and not (self._breaks_country(at, stop) or self._is_of_council(at, stop, found)):
                return Sight(at, stop, found)
        return None

    def _is_of_council(self, first: int, stop: int, found: tuple[tuple[Place, Rank], ...]) -> bool:
        """ "Boulder City Council": whether the last word begins another, and a larger town has the name without it."""
        over = any(hit.first == stop - 1 and hit.stop > stop for hit in self.row.hits_in(stop - 1, stop))
        shorter = self._places("".join(self.keys[first : stop - 1])) if over and stop - first > 1 else ()
        return bool(shorter) and _largest(shorter) >= _largest(found)

    def _slashed(self, at: int) -> Sight | None:
        """«Spittal/Drau», «Halle (Saale)»: a name of which a sign stands for the words in the middle."""
        if not self.words.capitals or at + 1 >= len(self.row) or not self.row.capital[at + 1]:
            return None
        gap, after = self.row.gaps[at + 1], self.row.gaps[at + 2][:1] if at + 2 < len(self.row) else ""
        if gap != "/" and not (gap == " (" and after == ")"):
            return None
        first, last = self.keys[at], self.keys[at + 1]
        for place, _ in self.gazetteer.ranked_anywhere(self.row.words[at]):
            names = self.gazetteer.keys_of(place.id) if place.level is Level.CITY else ()
            if any(name.startswith(first) and name.endswith(last) and name != last for name in names):
                return Sight(at, at + 2, ((place, Rank.MAIN),))
        return None

    def _stops_inside(self, at: int) -> bool:
        """«扬州市|长»: whether a word goes on over the end of a name; «熊本|市» is not "this city"."""
        if at not in self.inside:
            return False
        over = [hit for hit in self.row.hits_in(at - 1, at + 1) if hit.first < at < hit.stop]
        return not all(hit.mask & BITS["this_city"] and hit.stop == at + 1 for hit in over)

    def _breaks_country(self, first: int, stop: int) -> bool:
        """«陈列|日本»: whether signs of a name are the first ones of a country that goes on behind it."""
        if self.words.script is not Script.HAN:
            return False
        return any(
            "".join(self.keys[at:end]) in self.words.countries
            for at in range(first + 1, stop)
            for end in range(stop + 1, min(at + self.longest, len(self.keys)) + 1)
        )

    def _agreeing(self, at: int, stop: int) -> tuple[tuple[Place, Rank], ...]:
        """The places of a name of several words of which the first has an ending too: «Кривого Рога»."""
        first, rest = self.keys[at], "".join(self.keys[at + 1 : stop])
        for ending, base in self.words.agreeing:
            if first.endswith(ending) and (found := self._places(first.removesuffix(ending) + base + rest)):
                return found
        return ()

    def _are_small(self, first: int, stop: int) -> bool:
        """Whether none of several words is one of a name: "FOR A"."""
        spread = range(first, stop)
        return self.words.capitals and all(self.keys[at] in self.words.never or at in self.labelled for at in spread)

    def _is_marked(self, at: int) -> bool:
        """Whether marks on its letters make another word of one that is never a town: «Çan» is not «Can»."""
        word = self.row.words[at]
        return not word.isascii() and self.words.script is Script.LATIN and word not in self.words.never_words

    def _is_of(self, at: int) -> bool:
        """ "City of Mission": a phrase of a word for city and a small word, which makes any word behind it a name."""
        phrase = self.labelled.get(at - 1, 0) & self.labelled.get(at - 2, 0) & BITS["city"]
        return bool(phrase) and not self.row.capital[at - 1] and self.row.gaps[at] == " " and self.words.capitals

    def _ends_small(self, at: int) -> bool:
        """Whether a name would end with a word that has no capital, and is not tied to it by a hyphen or apostrophe."""
        if not self.words.capitals or self.row.capital[at] or self.row.words[at].isdigit():
            return False
        return self.row.gaps[at] not in ("-", "'")

    def _places(self, key: str) -> tuple[tuple[Place, Rank], ...]:
        for variant in self._variants(key):
            if variant in self.words.never and variant != key:
                continue
            if own := self.words.names.get(variant):
                name, country = own
                ranked = self.gazetteer.ranked_anywhere(name)
                known = [one for one in ranked if one[0].country == country and one[0].level is Level.CITY]
                return tuple(known[:1]) or ((replace(unknown_place(name), country=country), Rank.OWN),)
            entry = self.index.get(variant)
            listed = self.gazetteer.entry(entry) if entry else ()
            found = tuple(p for p in (*listed, *self._second(variant)) if p[0].level is Level.CITY)
            if found:
                return found
        return ()

    def _second(self, key: str) -> tuple[tuple[Place, Rank], ...]:
        """The place that a name means besides others: «丽水» is Yeosu, too."""
        name, country = self.words.second_names.get(key, ("", ""))
        ranked = self.gazetteer.ranked_anywhere(name) if name else ()
        return tuple((place, Rank.OTHER) for place, _ in ranked if place.country == country)[:1]


def _largest(places: tuple[tuple[Place, Rank], ...]) -> int:
    return max(place.population for place, _ in places)
