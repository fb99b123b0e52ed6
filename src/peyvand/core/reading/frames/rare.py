"""Small towns, and towns that no list has, where the words around say that a town is meant."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.reading.frames.again import Again
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.hearing import LEADING
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS, IN
from peyvand.core.reading.frames.sighting import Sight
from peyvand.core.reading.frames.telling import HEADS, OFFICE, unknown_in
from peyvand.core.reading.frames.unlisted import KINDS
from peyvand.core.reading.frames.words import mask_of

_WAYS = mask_of("to", "from")
_TIED = mask_of("sister", "sistering")
# How near (words) a word for the tie stands behind the town that it is told of: "X has been twinned".
_NEAR = 4
_OF_COUPLES, _TWO = mask_of("sister", "sistering", "society"), 2
_CITY = "ciudad"
_OF_TOWN = mask_of("role:mayor", "role:deputy_mayor", "role:council_chair", "role:council_member", "municipality")
_IN_PLACE = _WAYS | IN | BITS["aim"]
# The only town of a name is believed if the name has so many letters.
_SHORTEST_ONLY = 5
# Behind a way, a strange noun is a town's name if it is said more often than this.
_OFTEN, _MENTIONS = 2, 50
# Articles inside names of towns, before an apostrophe.
_ARTICLES = ("l", "d")
# A town of so many inhabitants is meant by its name, whatever follows.
_GREAT = 250_000
_SHORTEST_STRANGE = {Script.HAN: 1}


class Rare(Again):
    """Names that only the longer list of small places has, or none."""

    def _longer(self, sight: Sight) -> int:
        """Where a name stops of which the sight, another name of some place, is only the first word; or 0."""
        if self.words.script is Script.HAN:
            # «哈萨克斯坦阿拉木图市» is no town called 阿拉.
            stop = self._unlisted(sight.first)
            return stop if stop > sight.stop else 0
        if self.words.capitals and self._goes_on_behind(sight.stop):
            return sight.stop + 2
        if self.words.capitals and (stop := self._whole_of(sight)):
            return stop
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

    def _whole_of(self, sight: Sight) -> int:
        """Where «Novi Grad» stops, of which «Novi» is some lesser town abroad, or 0."""
        stop = sight.stop + 1
        if stop > len(self.row) or sight.stop - sight.first > 1 or self.row.gaps[sight.stop] not in (" ", "-"):
            return 0
        great = any(
            (place.population > _GREAT and rank is not Rank.OTHER) or place.country in self.words.home
            for place, rank in sight.places
        )
        if great or not self._may_name(sight.stop):
            return 0
        ranked = self.gazetteer.ranked_anywhere(self.spelled(sight.first, stop))
        return stop if any(place.level is Level.CITY and rank is not Rank.OTHER for place, rank in ranked) else 0

    def _goes_on_behind(self, at: int) -> bool:
        """ "Clermont L'Hérault": whether an article and a name that no town has belong to the name before them."""
        if at + 1 >= len(self.row) or self.row.words[at] not in _ARTICLES or self.row.gaps[at] not in (" ", "-"):
            return False
        return self.row.gaps[at + 1] == "'" and self.row.capital[at + 1] and self._sight(at + 1) is None

    def _is_name_before(self, at: int) -> bool:
        """Whether a word with a capital that says nothing stands before, as a first name does."""
        return not self.words.nouns_capital and self._may_name(at - 1)

    def _whole(self, at: int) -> int:
        """Where a name of several words stops that some small town at home has, or that holds a small word
        («Bradford on Avon», «Les Marches», «Stetten am kalten Markt»); or 0."""
        if not self.words.capitals or not self.row.capital[at] or at in self.person:
            return 0
        headline = self._is_headline(at) and self.row.gaps[at + 1 : at + 2] != ["-"]
        if at and self.row.gaps[at] == " " and self._is_name_before(at):
            # "Clarisse Montreuil-Bellay".
            return 0
        for stop in range(min(at + self.longest, len(self.row)), at + 1, -1):
            last = self.row.capital[stop - 1] and stop - 1 not in self.labelled
            if not (last and all(self.row.soft[at + 1 : stop])):
                # "Dallas City Council" is of no Dallas City.
                continue
            ranked = self.gazetteer.ranked_anywhere(" ".join(self.row.words[at:stop]))
            exact = [place for place, rank in ranked if place.level is Level.CITY and rank is not Rank.OTHER]
            inner = not all(self.row.capital[at:stop])
            if not headline and any(inner or place.country in self.words.home for place in exact):
                return stop
            if exact and (self._tailed(stop) or (self._headed(at) and not headline)):
                # «Novi Grad Belediyesi»: not the town of Novi.
                return stop
        return 0

    def _coupled(self, at: int) -> list[City]:
        """ "Jumelage Landivisiau-Bideford": two towns that a hyphen joins behind a word of the tie."""
        led = self.labelled.get(at - 1, 0) & _OF_COUPLES and self.row.gaps[at] == " "
        if not (led and self.words.capitals and self.row.capital[at]):
            return []
        stop = at + 1
        while stop < len(self.row) and self.row.gaps[stop] == "-":
            stop += 1
        if stop - at < _TWO or self._begins_area(at) or self.gazetteer.ranked_anywhere(self.spelled(at, stop)):
            return []
        if any(self._begins_area(middle) for middle in range(at + 1, stop)):
            # «Kardeş şehirleri Marl-Almanya»: a town and its country.
            return []
        for middle in range(at + 1, stop):
            halves = self._half(at, middle), self._half(middle, stop)
            pair = self._at_home_and_abroad(*halves, alone=stop - at == _TWO) if self.row.capital[middle] else None
            if pair:
                spans = (at, middle), (middle, stop)
                return [self._half_city(first, end, place) for (first, end), place in zip(spans, pair, strict=True)]
        return []

    def _at_home_and_abroad(
        self, one: Place | None, other: Place | None, *, alone: bool
    ) -> tuple[Place | None, Place | None] | None:
        """Two halves of a joined name that are towns of two countries, one of them at home, be it in no list."""
        home = self.words.home
        known = one and other and one.country != other.country
        if known and one and other and (one.country in home or other.country in home):
            return one, other
        abroad = max((place for place in (one, other) if place), key=lambda place: place.population, default=None)
        if abroad is None or abroad.country in home or not alone:
            return None
        return (abroad, None) if abroad is one else (None, abroad)

    def _half(self, first: int, stop: int) -> Place | None:
        """The town of just a name, at home if there is one, else the largest."""
        ranked = self.gazetteer.ranked_anywhere(self.spelled(first, stop))
        exact = [place for place, rank in ranked if place.level is Level.CITY and rank is not Rank.OTHER]
        return max(exact, key=lambda place: (place.country in self.words.home, place.population), default=None)

    def _half_city(self, first: int, stop: int, place: Place | None) -> City:
        place = place or unknown_in(self.spelled(first, stop), self.words.home[0])
        return City(first, stop, place, place.country, False, stop)

    def _begins_area(self, at: int) -> bool:
        """Whether a country or region begins at a word, or behind a small one."""
        if at < len(self.row) and self.labelled.get(at, 0) & BITS["where"]:
            at += 1
        if at >= len(self.row) or "\n" in self.row.gaps[at] or not self._area(at):
            return False
        self.areas.pop()
        return True

    def _rarer(self, strange: Sequence[tuple[int, int]], sure: Sequence[City] = ()) -> Iterator[City]:
        """Small towns, and towns that no list has, where the words around say that a town is meant.

        ``sure`` are the cities that the page names otherwise.
        """
        known: dict[str, Place] = {}
        ends = {at for city in sure for at in (city.first, city.stop)}
        open_ones: list[tuple[int, int, str]] = []
        at_home: list[tuple[int, int, str]] = []
        holders = {city.stop: city.place.country for city in sure}
        for first, stop in strange:
            name = self.spelled(first, stop)
            told, after = self._told(first, stop)
            if not told and self._tailed(stop):
                # «Saraybosna'nın Novi Grad Belediyesi»: a part of a city is in its country.
                told = holders.get(first, "")
            place = self._rare(first, stop, name, told)
            if place and not told and place == unknown_in(name, self.words.home[0]):
                # «Salfeet Belediyesi»: of a town abroad, if the page tells it elsewhere.
                at_home.append((first, stop, name))
            elif place:
                known[name] = place
                ends |= {first, stop}
                yield City(first, stop, place, told, self._headed(first), after or stop, venue=self._is_venue(stop))
            else:
                open_ones.append((first, stop, name))
        for first, stop, name in at_home:
            place = known.get(name) or self._heard_spoken(name) or unknown_in(name, self.words.home[0])
            ends |= {first, stop}
            yield City(first, stop, place, "", True, stop, venue=self._is_venue(stop))
        if known and not self.words.capitals:
            yield from self._repeated(known, {first for first, _ in strange})
        short = self._short_names((*(city.place for city in sure), *known.values()))
        for first, stop, name in open_ones:
            place = known.get(name) or short.get(name) or self._heard_behind_nation(first, name)
            place = place or self._joined_to_city(first, stop, name, ends)
            place = place or self._heard_in_tie(first, stop, name, ends)
            if place and not self._is_officer(first):
                yield City(first, stop, place, "", self._headed(first), stop)

    def _joined_to_city(self, first: int, stop: int, name: str, ends: Container[int]) -> Place | None:
        """A small town at home, or of a country spoken of, that a word joins to a city: "X and Wareham"."""
        behind = self.labelled.get(stop, 0) & BITS["and"] and stop + 1 in ends
        before = self.labelled.get(first - 1, 0) & BITS["and"] and first - 1 in ends
        if not (behind or before) or not self.words.capitals:
            return None
        near = (*self.words.home, *self.spoken)
        ranked = self.gazetteer.ranked_anywhere(name)
        return next((place for place, rank in ranked if rank is not Rank.OTHER and place.country in near), None)

    def _rare(self, first: int, stop: int, name: str, told: str) -> Place | None:
        named = told and not self.words.capitals
        if (stop - first == 1 and self._is_officer(first) and not named) or self._is_anothers(stop):
            return None
        if self.words.capitals and (self._is_institution(first, stop) or self._is_barred(first, stop)):
            return None
        before = self.labelled.get(first - 1, 0) if first and self.row.soft[first] else 0
        before = before or self._before_nation(first)
        beside = told
        by_nation = self.words.nouns_capital and bool(self._demonym(self.row.words[first - 1]))
        from_country = self.words.heads_behind or by_nation or before & (HEADS | BITS["sister"])
        told = told or (self._before(first) if from_country else "")
        guests, nation = self._guests(first)
        told = told or nation or self._apposed(first)
        known = self._is_called(first)
        led = known or before & (HEADS | LEADING | _WAYS) or self._headed(first) or self._tailed(stop)
        led = led or self._explained(stop) or self._opens_partners(first)
        belongs = first > 0 and self.row.words[first - 1] in self.words.belonging
        led = led or belongs
        worst = Rank.OTHER if told or led else Rank.MAIN
        if not told and not led and not self._is_named_in(first, before, stop):
            if " " not in name or self._is_headline(first):
                return None
            worst = Rank.OTHER
        ranked = self.gazetteer.ranked_anywhere(name)
        found = [one for one in ranked if one[0].level is Level.CITY and one[1] <= worst]
        near = (told[:2],) if told else (*self.words.home, *self.spoken)
        fit = [one for one in found if one[0].country in near] or self._with_kind(name, told)
        if not fit and not told:
            whole = not all(self.row.capital[first:stop])
            by_words = led or whole or before & BITS["society"] or self._is_tied_behind(stop)
            by_words = by_words or guests
            fit = self._only(found, by_words=bool(by_words))
        if fit:
            return max(fit, key=lambda ranked: self._weight(ranked, told.partition(" ")[2]))[0]
        # A word that is both a body and a word for town («Belediyesi») has a town's name before it, known or not.
        of_town = self._tailed(stop, BITS["municipality"]) and self._tailed(stop, BITS["city"])
        of_town = of_town or belongs
        if not told and of_town and not self._is_headline(first):
            told = self.words.home[0]
        if stop - first == 1 and self.words.capitals and self._are_initials(first) and not self._is_headline(first):
            # "Union of Cities (UC)": letters that stand for a body.
            return None
        # «des russischen Angriffs»: a nationality stands before any noun.
        known = known or self._is_repeated(first, stop, before) or self._is_quoted(first, stop)
        apart = self._is_told_apart(stop) and not (self.words.nouns_capital and self._is_thing_in(first, stop, before))
        apart = apart and not (first and self.row.words[first - 1] in self.words.articles)
        told_of_town = told and apart and (beside or not by_nation) and self._is_of_place(stop)
        sure = told_of_town or belongs or known or self._is_body(first, stop) or self._is_called_community(first, stop)
        if self._is_kind(stop - 1):
            return unknown_in(name.replace(" ", "-"), KINDS[self.row.words[stop - 1]])
        if not sure and self._is_shaped(first, stop):
            return unknown_in(name, told[:2] or self.words.home[0])
        if sure and len(name) > _SHORTEST_STRANGE.get(self.words.script, 3):
            heard = self._heard(name, told[:2]) if told else self._heard_spoken(name)
            return heard or unknown_in(name, told[:2])
        return None

    def _is_shaped(self, first: int, stop: int) -> bool:
        """«Woluwe-Saint-Pierre», «Pont-sur-Sambre»: whether hyphens and a small word between them tell a town."""
        if stop - first < _TWO or not all(self.row.gaps[at] in ("-", "'") for at in range(first + 1, stop)):
            return False
        inner = self.row.words[first + 1 : stop - 1] or self.row.words[first : stop - 1]
        return any(word in self.words.shapes for word in inner) and not self._is_institution_before(first)

    def _is_institution_before(self, first: int) -> bool:
        return bool(self.labelled.get(first - 1, 0) & (BITS["not_city"] | BITS["near"]))

    def _before_nation(self, first: int) -> int:
        """«sa jumelle italienne X»: the word for a city or a tie that a nationality parts from the name."""
        apart = first > 1 and self.row.soft[first - 1] and self.row.soft[first] and not self.row.capital[first - 1]
        if not apart or not self.words.capitals or not self._demonym(self.row.words[first - 1]):
            return 0
        return self.labelled.get(first - 2, 0) & (HEADS | BITS["sister"])

    def _apposed(self, first: int) -> str:
        """ "A village in Mali, X": the country of a town whose name follows what it is."""
        code = self.ending.get(first, "")
        if not code or self.row.gaps[first].strip() != "," or self.words.heads_behind or not self.words.capitals:
            return ""
        at = self.begun[first] - 1
        while at > 0 and self.labelled.get(at, 0) & (IN | BITS["filler"]):
            at -= 1
        return code if self.labelled.get(at, 0) & BITS["city"] else ""

    def _guests(self, first: int) -> tuple[bool, str]:
        """ "The delegation of X", «leurs amis gallois de X»: whether those who travel are of the town, and the country
        that is said of them."""
        at, nation = first - 2, ""
        if at < 1 or not self.row.soft[first] or not self.labelled.get(first - 1, 0) & (IN & ~BITS["where"]):
            return False, ""
        if not self.row.capital[at]:
            nation = self._demonym(self.row.words[at]) or ""
            at -= bool(nation)
        guests = bool(self.labelled.get(at, 0) & (BITS["delegation"] | BITS["students"]))
        return guests, nation if guests else ""

    def _with_kind(self, name: str, told: str) -> list[tuple[Place, Rank]]:
        """ "Mante, Mexico": the town that its country calls a city by name, "Ciudad Mante"."""
        ranked = self.gazetteer.ranked_anywhere(f"{_CITY} {name}") if told else ()
        return [one for one in ranked if one[0].country == told[:2] and one[1] is not Rank.OTHER]

    def _is_anothers(self, stop: int) -> bool:
        """«Kamu Yönetimi Bakanı», «Attika bölgesi»: whether an officer of no town, or a body that is none, has the
        name before it."""
        if not self.words.heads_behind or stop >= len(self.row) or self.row.gaps[stop] != " ":
            return False
        mask = self.labelled.get(stop, 0)
        return bool(mask & BITS["not_city"] or (mask & ANY_ROLE and not mask & _OF_TOWN))

    def _is_barred(self, first: int, stop: int) -> bool:
        """ "Real Madrid": a word before a city that makes a name of no city of it."""
        if stop - first == 1 or self.keys[first] not in self.words.bars:
            return False
        sight = self._sight(first + 1)
        return sight is not None and sight.stop == stop

    def _is_of_place(self, stop: int) -> bool:
        """Where a word for town stands behind a name: whether one does, or a small word of a tie, or a sign that tells
        the country: «Yunanistan'ın X kenti», «X (Yunanistan)», not «Yunanistan'ın X Bayramı»."""
        if not (self.words.heads_behind and self.words.capitals) or stop >= len(self.row) or self._tailed(stop):
            return True
        tied = self.labelled.get(stop, 0) & (LEADING | BITS["and"])
        return bool(tied or set(self.row.gaps[stop]) & set("(-–/'"))

    def _is_repeated(self, first: int, stop: int, before: int) -> bool:
        """Where every noun has a capital: a word that is said again, and that a tie leads in («Partnerschaft mit X»),
        or a way, if it is said often and behind more than one small word: «nach X», «aus X»."""
        if not self.words.nouns_capital or stop - first != 1 or self.row.words[first] in self.small:
            return False
        word = self.row.words[first]
        tied = before & BITS["with"] and self.labelled.get(first - 2, 0) & (BITS["sister"] | BITS["sistering"])
        noun = word.endswith(self.words.noun_endings)
        ats = self.standing.get(word, [])[:_MENTIONS]
        small = {self.row.words[at - 1] for at in ats if self.labelled.get(at - 1, 0) & _IN_PLACE}
        often = before & _WAYS and len(ats) > _OFTEN and len(small) > 1
        return not noun and bool((tied and len(ats) > 1) or often)

    def _is_thing_in(self, first: int, stop: int, before: int) -> bool:
        """«zum Goldjubiläum in Frankreich»: a noun that small words tie to a country, and none leads in as a town."""
        beside = stop < len(self.row) and not set(self.row.gaps[stop]) & set(",(-–")
        tied = beside and self.labelled.get(stop, 0) & IN
        led = self.row.gaps[first] == " " and before and not before & (IN & ~BITS["where"])
        return bool(tied) and not led

    def _only(self, found: list[tuple[Place, Rank]], *, by_words: bool) -> list[tuple[Place, Rank]]:
        """The only place of a name anywhere, where words lead it in: "a pact with X", "the mayor of X"."""
        exact = [one for one in found if one[1] is not Rank.OTHER and len(one[0].name) >= _SHORTEST_ONLY]
        countries = {place.country for place, _ in exact}
        return exact if len(countries) == 1 and by_words else []

    def _is_body(self, first: int, stop: int) -> bool:
        """ "X Municipality": a body of a town that no list has, in a language where it stands behind."""
        if not self.words.capitals or self.words.nouns_capital or self.words.heads_behind or stop >= len(self.row):
            return False
        body = self.labelled.get(stop, 0) & BITS["municipality"] and self.row.capital[stop]
        return bool(body) and self.row.gaps[stop] == " " and not self._is_headline(first)

    def _is_named_in(self, first: int, before: int, stop: int) -> bool:
        """Whether small words or a body tell a town of the home country: "in X", "to X", "X town council"."""
        if not self.words.capitals:
            return False
        if self._opens_line(first, stop):
            return True
        if self.words.nouns_capital:
            return False
        behind = stop < len(self.row) and self.row.gaps[stop] == " " and self.labelled.get(stop, 0) & OFFICE
        return bool(behind or self._is_tied_behind(stop) or before & _IN_PLACE)

    def _is_tied_behind(self, stop: int) -> bool:
        """ "X has been twinned": whether a word of the tie stands near behind."""
        return any(self.labelled.get(at, 0) & _TIED for at in range(stop, stop + _NEAR))

    def _opens_line(self, first: int, stop: int) -> bool:
        """ "Montville: …", «Wanfried. Am …», «BURGWEDEL (red)»: the town that a report is from."""
        opens = first == 0 or "\n" in self.row.gaps[first]
        return opens and stop < len(self.row) and bool(set(self.row.gaps[stop]) & set(":.("))

    def _opens_partners(self, first: int) -> bool:
        """ "The twin towns of X: A, B and C": whether a name stands behind the colon that a tie leads to."""
        if not first or ":" not in self.row.gaps[first] or "\n" in self.row.gaps[first]:
            return False
        return any(self.labelled.get(at, 0) & BITS["sister"] for at in range(first - _NEAR, first))
