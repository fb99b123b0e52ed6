"""Where names stop that no list knows: rows of capitals, and names between a word for city and a country."""

from __future__ import annotations

from collections.abc import Container

from peyvand.core.gazetteer import Level
from peyvand.core.gazetteer.hearing import heard_as
from peyvand.core.gazetteer.names import Rank
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS
from peyvand.core.reading.frames.sighting import PARTICLES, SHORTEST, Sighting
from peyvand.core.reading.frames.words import mask_of

# Signs in which names of provinces, states and districts end.
_PROVINCES = frozenset("省州县道府郡区盟邦")
# Small words whose signs stand in names too.
_IN_NAMES = mask_of("filler", "not")
# Signs before a known city that make a row no longer name of its own.
_BEFORE_CITY = 3
# A body of a city has so many signs at least («市政府»; «政府» is any government).
_SHORTEST_BODY = 3
_PROVINCES_SEEN = 3
_COUNTRY_CODE = 2
# Words for a town at the end of its name, behind a hyphen, in the letters of other languages, and their countries.
KINDS = {"gu": "KR", "si": "KR", "gun": "KR", "shi": "JP", "ku": "JP", "machi": "JP"}
_QUOTES = frozenset('"“”„«»‘’')


class Unlisted(Sighting):
    """Knows stretches of words that may be names, though no place has them."""

    def _run(self, at: int) -> int:
        """Where a row of words with capitals stops that no list knows, or 0."""
        if not self.words.capitals:
            return self._unlisted(at)
        if not self._may_name(at):
            return 0
        stop = at + 1
        while stop < len(self.row) and stop - at <= self.longest and self.row.soft[stop] and not self._is_known(stop):
            if self.row.gaps[stop] == "-" and self._begins_country(stop):
                # «Sinaia-Romanya».
                break
            inner = self.row.gaps[stop] in ("-", "'") or self.row.words[stop] in PARTICLES
            if self._is_kind(stop):
                return stop + 1
            if not (self._may_name(stop) or (inner and stop + 1 < len(self.row) and self.row.soft[stop + 1])):
                break
            stop += 1
        while stop > at and not self.row.capital[stop - 1]:
            stop -= 1
        return stop

    def _is_kind(self, at: int) -> bool:
        """«Dobong-gu», «Awono-shi»: whether a word of Korean or Japanese for a town ends a name."""
        return self.row.gaps[at] == "-" and self.row.words[at] in KINDS

    def _begins_country(self, at: int) -> bool:
        """Whether the name of a country begins at a word."""
        if not self._area(at):
            return False
        return len(self.areas.pop()[2]) == _COUNTRY_CODE

    def _is_known(self, at: int) -> bool:
        """Whether a nationality, or a known name of several words, begins within a row of unknown ones."""
        if self._demonym(self.row.words[at]):
            return True
        # «im Komitee Slowenien-Kärnten»: where every noun has a capital, a country ends a row of them.
        before_country = ("-", " ") if self.words.nouns_capital else ("-",)
        if self.row.gaps[at] in before_country and self.keys[at] in self.words.countries:
            return True
        sight = self._sight(at) if self.row.gaps[at] == " " else None
        if self.words.nouns_capital and self.row.gaps[at] == " " and self.row.words[at - 1] not in PARTICLES:
            # «und Umgebung Butzbach»: a noun stands before the name of a town.
            ranked = self.gazetteer.ranked_anywhere(self.row.words[at])
            exact = [place for place, rank in ranked if place.level is Level.CITY and rank is not Rank.OTHER]
            if any(place.country in self.words.home for place in exact):
                return True
        return sight is not None and sight.stop - at > 1

    def _unlisted(self, at: int) -> int:
        """Where a name stops that no list knows, in a language without capitals: between a word for city and a country
        («مدينة ستافنجر النرويجية», «韩国义王市»); or 0."""
        heads = BITS["city"] | BITS["municipality"]
        before, behind = (heads, 0) if not self.words.heads_behind else (0, heads)
        led = self.labelled.get(at - 1, 0) & before if before else self.areas and self.areas[-1][1] in self._abroad(at)
        led = led or (before and self._goes_on(at))
        heard = bool(behind and not led and self.labelled.get(at - 1, 0) & BITS["with"])
        led = led or heard
        if before and self.labelled.get(at - 1, 0) & (before | ANY_ROLE) and (stop := self._quoted(at)):
            return stop
        if not at or not led or not self.row.soft[at] or (behind and self._opens_form(at)):
            return 0
        for stop in range(at, min(at + self.longest, len(self.row))):
            if behind:
                ends = bool(self.labelled.get(stop, 0) & behind) and not self._says_cities(stop)
            else:
                ends = self._demonym(self.row.words[stop]) is not None
            # «济州市»: a word for city may be the last sign of a name.
            whole = not (behind and self.labelled.get(stop + 1, 0) & behind) or stop + 1 in self.inside
            if ends and whole and stop - at >= SHORTEST.get(self.words.script, 1):
                plain = any(inner not in self.labelled for inner in range(at, stop))
                plain = plain and (not heard or bool(heard_as(self.spelled(at, stop), self.words.script)))
                return 0 if behind and (self._ends_in_city(at, stop) or not plain) else stop
            if (
                (stop in self.labelled and not (behind and (ends or self._is_sign_of_name(stop))))
                or not self.row.soft[stop]
                or self.row.words[stop].isdigit()
            ):
                break
        return 0

    def _quoted(self, at: int) -> int:
        """Where a name in quotation marks stops that begins at a word: «مدينة "كوكيمبو"»; or 0."""
        if not at or not _QUOTES & set(self.row.gaps[at]) or set(self.row.gaps[at]) - _QUOTES - {" "}:
            return 0
        for stop in range(at + 1, min(at + self.longest, len(self.row))):
            if _QUOTES & set(self.row.gaps[stop][:1]):
                return stop
            if not self.row.soft[stop]:
                break
        return 0

    def _is_quoted(self, first: int, stop: int) -> bool:
        return not self.words.capitals and self._quoted(first) == stop

    def _says_cities(self, at: int) -> bool:
        """«边境城市», «地方城市»: whether a word for towns of several signs stands here, which is no part of a name."""
        over = [
            hit for hit in self.row.hits_in(at - 1, at + 1) if hit.first <= at < hit.stop and hit.stop - hit.first > 1
        ]
        return any(not hit.mask & BITS["municipality"] or hit.stop - hit.first < _SHORTEST_BODY for hit in over)

    def _opens_form(self, at: int) -> bool:
        """Whether a word for city of several signs begins here: «捷克首都布拉格市»."""
        return any(hit.first == at and hit.stop - at > 1 for hit in self.row.hits_in(at, at + 1))

    def _is_sign_of_name(self, at: int) -> bool:
        """Whether the sign of a small word may as well be one of a name: «摩洛哥非斯市»."""
        mask = self.labelled.get(at, 0)
        single = all(hit.stop - at == 1 for hit in self.row.hits_in(at, at + 1) if hit.first == at)
        return single and bool(mask & _IN_NAMES) and not mask & ~_IN_NAMES

    def _ends_in_city(self, at: int, stop: int) -> bool:
        """Whether the last signs of a long row are a known city: «国民党台北市»."""
        starts = range(at + _BEFORE_CITY, stop - 1)
        return any((sight := self._sight(first)) is not None and sight.stop >= stop for first in starts)

    def _goes_on(self, at: int) -> bool:
        """«بلديتا تابه باشي التركية وسلفيت الفلسطينية»: whether a joined name follows one that its country ends."""
        joined = any(self.row.words[at].startswith(joiner) for joiner in self.words.joiners)
        return joined and at > 0 and self._demonym(self.row.words[at - 1]) is not None

    def _abroad(self, at: int) -> tuple[int, int]:
        """Where a country ends before a name of signs: right before it, or before a province of the country."""
        return at, self._province(at, [stop for _, stop, _ in self.areas[-_PROVINCES_SEEN:]])

    def _province(self, at: int, ends: Container[int]) -> int:
        """Where a province begins that ends before a word, if a country stands before it: «韩国忠清北道忠州市»."""
        if at < 1 or self.row.words[at - 1] not in _PROVINCES:
            return -1
        for first in range(at - 2, max(at - 2 - self.longest, 0), -1):
            if self.row.gaps[first + 1]:
                return -1
            if first in ends:
                return first
        return -1
