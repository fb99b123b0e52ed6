"""The cities that a row of words names: capitalised names of the gazetteer, weighed by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.core.reading.frames.cities import City, Names
from peyvand.core.reading.frames.hearing import LEADING
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS, IN
from peyvand.core.reading.frames.namesakes import Namesakes
from peyvand.core.reading.frames.row import Row
from peyvand.core.reading.frames.sighting import Sight
from peyvand.core.reading.frames.telling import HEADS, OFFICE, unknown_in
from peyvand.core.reading.frames.words import NameWords, mask_of
from peyvand.core.text import Folded

# A name that is known only as another name of a place counts from so many inhabitants.
_ALTERNATE = 100_000
# Below this a foreign town of a country that is not spoken of needs a word that leads it in.
_SMALL_TOWN = 50_000
_ACRONYM = 4
# How many signs a name has with the word for city.
_SHORTEST_WITH_HEAD = 3
# How many words stand between a city and one that belongs to it, and one of its province that has its genitive.
_BESIDE, _OWNED_IN = 3, 12
_PARTS = frozenset(";:.()\n")
# A city of so many inhabitants has names in other languages that no village takes.
_GREAT = 250_000
# Signs that write foreign names by their sound, and hardly begin or end another Chinese word beside one.
_SOUNDS = frozenset(
    "阿埃奥彻茨丹蒂狄厄尔菲弗盖戈哥格古吉捷卡柯克库夸拉莱兰劳勒蕾里莉林隆卢鲁伦玛迈曼蒙姆穆娜妮涅诺努帕佩皮普奇恰萨塞什斯苏索塔坦廷图托瓦维沃乌雅耶伊泽扎兹"
)
_LEADING_IN = LEADING | mask_of("in", "where", "from", "to", "and")


def find_names(
    folded: Folded, row: Row, gazetteer: Gazetteer, words: NameWords, taken: Sequence[tuple[int, int]]
) -> Names:
    """The cities, countries and regions that a page names. ``taken`` are words that name persons. Linear."""
    return _Finder(folded, row, gazetteer, words, taken).find()


def places_of_offices(folded: Folded, row: Row, gazetteer: Gazetteer, words: NameWords) -> list[tuple[int, int]]:
    """The stretches of words behind a word for an office that name its place: «мэр Казани Ильсур …», "mayor of X"."""
    finder = _Finder(folded, row, gazetteer, words, [])
    found: list[tuple[int, int]] = []
    for hit in row.hits:
        if not hit.mask & ANY_ROLE or hit.stop >= len(row) or not row.soft[hit.stop]:
            continue
        at = hit.stop
        if words.office_of_place:
            stop = finder.seen(at)
        elif row.soft[at + 1 : at + 2] == [True] and finder.labelled.get(at, 0) & (IN & ~BITS["where"]):
            at += 1
            stop = finder.seen(at) or finder.run(at)
        else:
            continue
        if at < stop < len(row) and (row.capital[stop] or not words.office_of_place):
            found.append((at, stop))
    return found


class _Finder(Namesakes):
    def find(self) -> Names:
        sights: list[Sight] = []
        strange: list[tuple[int, int]] = []
        coupled: list[City] = []
        at, count = 0, len(self.row)
        while at < count:
            if couple := self._coupled(at):
                coupled += couple
                at = couple[-1].stop
                continue
            stop = self._area(at)
            sight = self._sight(at)
            if (whole := self._whole(at)) > max(stop, sight.stop if sight else 0):
                if stop:
                    self.areas.pop()
                strange.append((at, whole))
                at = whole
                continue
            if stop and self._is_tailed_region(stop):
                # «Gilan Belediyesi»: a town that has the name of some province.
                self.areas.pop()
                if not sight:
                    strange.append((at, stop))
                stop = 0 if sight else stop
            if sight and (stop > sight.stop or (stop == sight.stop and not (self._is_own(sight) or self._is_town(at)))):
                sight = None
            elif sight and stop:
                # «Kansas City»: the longer name wins.
                self.areas.pop()
            if sight and (longer := self._longer(sight)):
                strange.append((at, longer))
                stop = longer
            elif sight:
                sights.append(sight)
                stop = sight.stop
            elif not stop and (stop := self._run(at)):
                strange.append((at, stop))
            at = stop or at + 1
        self.learn_areas()
        cities = [*coupled, *(city for sight in sights if (city := self._city(sight)))]
        sure = {self.spelled(city.first, city.stop) for city in cities}
        self.sure |= sure
        taken = {city.first for city in cities}
        cities += [city for sight in sights if sight.first not in taken and (city := self._again(sight))]
        adjectives = list(self._by_adjectives(taken))
        cities += adjectives
        cities += self._by_initials(cities)
        begun = {city.first for city in cities}
        strange = [one for one in strange if one[0] not in begun]
        rare = [*cities, *self._rarer(strange, cities)]
        cities = list(self._without_holders(sorted([*rare, *self._in_twos(strange, rare)])))
        cities = list(self._lengthened(self._called_short(cities)))
        return Names(tuple(_agreed(self._known(cities))), tuple(self.areas), tuple(self.peoples))

    def _is_town(self, at: int) -> bool:
        """«بلدية تونس»: whether a word for one city stands right before what is a country's name too."""
        known = self.labelled.get(at - 1, 0) & HEADS if at and self.row.soft[at] else 0
        return bool(known) and not self.words.capitals and not self.words.heads_behind

    def _called_short(self, cities: Sequence[City]) -> Iterator[City]:
        """ "Stetten", where the page tells of Stetten am kalten Markt: the short form of a name is no namesake."""
        long = (city for city in cities if city.stop - city.first > 1)
        short = self._short_names(city.place for city in long) if self.words.capitals else {}
        for city in cities:
            whole = short.get(self.spelled(city.first, city.stop))
            lesser = whole and not city.told and city.place.population < _GREAT and whole.id != city.place.id
            yield city._replace(place=whole) if whole and lesser else city

    def _is_tailed_region(self, stop: int) -> bool:
        return " " in self.areas[-1][2] and self._tailed(stop, BITS["municipality"])

    def seen(self, at: int) -> int:
        """Where a name of a place stops that begins at a word, or 0."""
        sight = self._sight(at)
        return sight.stop if sight else self._area(at)

    def run(self, at: int) -> int:
        """Where a row of words with capitals stops that no list knows, or 0."""
        return self._run(at)

    def _city(self, sight: Sight) -> City | None:
        told, after = self._told(sight.first, sight.stop)
        tailed = self._tailed(sight.stop)
        headed = self._headed(sight.first) or tailed
        if not told:
            told = self._before(sight.first)
        if not told and self.words.capitals:
            sight = self._at_home(sight)
        if not self._is_city(sight, told, headed, tailed):
            return None
        place = self._chosen(sight, told)
        if place is None:
            return None
        office = headed or bool(self.labelled.get(max(sight.stop, after), 0) & OFFICE)
        joined, venue = self._is_joined(sight.first), self._is_venue(sight.stop)
        return City(sight.first, sight.stop, place, told, office, after or sight.stop, joined, venue)

    def _at_home(self, sight: Sight) -> Sight:
        """With the small town at home that has just this name, which some town abroad has only in other languages."""
        if any(rank is not Rank.OTHER or place.population > _GREAT for place, rank in sight.places):
            return sight
        ranked = self.gazetteer.ranked_anywhere(" ".join(self.row.words[sight.first : sight.stop]))
        own = tuple(one for one in ranked if one[1] is not Rank.OTHER and one[0].country in self.words.home)
        return sight._replace(places=own) if own and not self._is_own(sight) else sight

    def _again(self, sight: Sight) -> City | None:
        """A name that a page has told to be a city's elsewhere needs no word beside it."""
        told = self.words.script is not Script.HAN and self.spelled(sight.first, sight.stop) in self.sure
        return self._city(sight) if told else None

    def _without_holders(self, cities: Sequence[City]) -> Iterator[City]:
        """Without a city whose part the next word names: «Konya'nın Meram ilçesi»."""
        holder: City | None = None
        for city, following in zip_longest(cities, cities[1:]):
            if following is not None and self._owns(city, following):
                continue
            if following is not None and self._belongs(city, following):
                # «Oş Şehrine bağlı Karakulca Belediyesi».
                holder = city._replace(stop=following.first)
                continue
            beside = following is not None and following.first == city.stop and self._tailed(following.stop)
            apart = set(self.row.gaps[city.stop]) & set(",;.:\n-") if beside else True
            abroad = not apart and city.place.country != following.place.country
            if apart or (abroad and not self._tailed(following.stop, BITS["municipality"])):
                yield self._part(city, holder) if holder and holder.stop == city.first else city
                holder = None
            else:
                holder = city

    def _belongs(self, city: City, following: City) -> bool:
        """Whether a word of belonging joins two cities, and no more than two others: «Nevşehir Merkez'e bağlı»."""
        between = range(city.stop, following.first)
        if not 0 < len(between) <= _BESIDE or self.row.words[following.first - 1] not in self.words.belonging:
            return False
        return not any(set(self.row.gaps[at]) & set(",;.:()\n") for at in between)

    def _owns(self, city: City, following: City) -> bool:
        """«Kayseri'nin en büyük ilçelerinden Develi»: whether a city only says in whose province the next one lies."""
        one, other = city.place, following.place
        if not (one.region and (one.country, one.region) == (other.country, other.region)) or one.id == other.id:
            return False
        near = following.first - city.stop <= _OWNED_IN and self._ends_in(city.stop, self.words.genitives)
        return near and not any(set(self.row.gaps[at]) & _PARTS for at in range(city.stop + 1, following.first + 1))

    def _part(self, city: City, holder: City) -> City:
        """A part of a city is in its country: «Saraybosna'nın Stari Grad belediyesi» is no town of Slovakia."""
        if not city.place.country or city.place.country == holder.place.country:
            return city
        name = self.spelled(city.first, city.stop)
        ranked = self.gazetteer.ranked_anywhere(name)
        there = [place for place, _ in ranked if place.level is Level.CITY and place.country == holder.place.country]
        place = there[0] if there else unknown_in(name, holder.place.country)
        return city._replace(place=place, told=holder.place.country)

    def _is_city(self, sight: Sight, told: str, headed: bool, tailed: bool) -> bool:
        first, stop = sight.first, sight.stop
        if any(at in self.person for at in range(first, stop)):
            return False
        if self.labelled.get(first - 1, 0) & BITS["near"] and not self.words.heads_behind:
            return False
        if self._holds(stop) or self._is_within_name(sight) or self._is_institution(first, stop):
            return False
        if self._is_of_officer(first, tailed):
            return False
        if not tailed and self._is_acronym(first, stop):
            # «OŞ şehri» is a town all the same.
            return False
        best = min(sight.places, key=lambda ranked: ranked[1])
        single = stop - first == 1 and self.words.capitals and not tailed
        if single and (self._demonym(self.row.words[first]) or (best[1] is not Rank.OWN and self._is_officer(first))):
            return False
        fits = bool(told) and any(place.country == told[:2] for place, _ in sight.places)
        called = fits and self.labelled.get(first - 1, 0) & HEADS
        shown = self.words.capitals or tailed or called or self._is_city_of_signs(sight)
        if not shown and self._is_form(first, stop):
            # «مدينة الجديدة المغربية» is a city, «جديدة» is new.
            return False
        if stop - first > 1 and best[1] is Rank.OTHER and self._are_small(first, stop):
            return False
        free = not self.labelled.get(first, 0) or self._is_of(first)
        headed_right = self.labelled.get(first - 1, 0) & (HEADS | BITS["sister"]) and free
        if fits or tailed or headed_right:
            return True
        if stop - first == 1 and self.words.capitals and self._is_word(first):
            return not self.words.nouns_capital and self._led(first) and not self.labelled.get(first, 0)
        if best[1] is Rank.GUESSED:
            return False
        largest = max(place.population for place, _ in sight.places)
        if largest < _SMALL_TOWN and self._is_thing(first):
            return False
        near = self._near()
        abroad = headed or any(place.country in near for place, _ in sight.places)
        latin = self.words.script not in (Script.HAN, Script.CYRILLIC)
        known = self.spelled(first, stop) in self.sure
        if best[1] is Rank.OTHER and largest < _ALTERNATE and latin and not (abroad or known):
            return False
        at_home = any(place.country in self.words.home for place, _ in sight.places)
        old_name = stop - first > 1 and best[1] is Rank.OTHER and largest < _ALTERNATE and latin
        if old_name and not (headed or known or self._led(first) or self._explained(stop)):
            # "At the Union Depot": what some small town was called once.
            return False
        noun = self.words.nouns_capital and best[1] is Rank.OTHER and not at_home
        if noun and not (headed or known or self._led(first) or self._explained(stop)):
            return False
        # In Arabic letters our own list of towns is Persian.
        persian = self.words.script is Script.ARABIC and best[0].country not in self.words.home
        own = best[1] is Rank.OWN and (not persian or self._is_own(sight))
        by_itself = own or (stop - first > 1 and best[1] is Rank.MAIN and not self._is_headline(first))
        led = self.words.capitals and (self._led(first) or self._explained(stop) or self._guests(first)[0])
        if largest < _SMALL_TOWN and not (abroad or known or by_itself or led):
            return False
        if not (self.words.capitals or abroad or known) and self._is_two_words(sight):
            return False
        return not self._is_persons(first, stop)

    def _is_within_name(self, sight: Sight) -> bool:
        """«克拉斯诺亚尔斯克»: whether the signs of a lesser place stand within a longer name written by sound."""
        if self.words.script is not Script.HAN or max(place.population for place, _ in sight.places) > _GREAT:
            return False
        return any(
            0 <= at < len(self.row) and self.row.words[at] in _SOUNDS and not self.row.gaps[gap]
            and at not in self.labelled and at not in self.within_areas
            for at, gap in ((sight.first - 1, sight.first), (sight.stop, sight.stop))
        )  # fmt: skip

    def _is_of_officer(self, first: int, tailed: bool) -> bool:
        """«市长王海宁»: whether signs right behind an office are a person's, which no word for city follows."""
        if self.words.script is not Script.HAN or tailed:
            return False
        return bool((self.labelled.get(first - 1, 0) | self.labelled.get(first - 2, 0)) & ANY_ROLE)

    def _near(self) -> tuple[str, ...]:
        """The countries whose small towns need no word that leads them in: where no capital tells a name, fewer."""
        if self.words.capitals:
            return (*self.words.home, *self.spoken)
        return () if self.words.script is Script.HAN else tuple(self.spoken)

    def _is_acronym(self, first: int, stop: int) -> bool:
        span = self.row.span(first, stop)
        if not self.words.capitals or span.stop - span.start > _ACRONYM or self._is_headline(first):
            return False
        return self.folded.quote(span).isupper()

    def _led(self, first: int) -> bool:
        """Whether a small word leads the name in, as it does with names of places."""
        return bool(self.labelled.get(first - 1, 0) & _LEADING_IN) and self.row.soft[first]

    def _is_city_of_signs(self, sight: Sight) -> bool:
        """«镇江市»: whether a name of signs ends in the word for city itself, or is a city's in our own list."""
        if self.words.script is not Script.HAN or sight.stop - sight.first < _SHORTEST_WITH_HEAD:
            return self.words.script is Script.HAN and self._is_own(sight)
        return bool(self.labelled.get(sight.stop - 1, 0) & BITS["city"]) or self._is_own(sight)

    def _is_form(self, first: int, stop: int) -> bool:
        """Whether a name is a word that says something, where no capital tells a name; «مدينة الخبر» is a city."""
        key = "".join(self.keys[first:stop])
        known = self.labelled.get(first - 1, 0) & HEADS or self.spelled(first, stop) in self.sure
        if key in self.words.doubtful and not known:
            return True
        return all(at in self.labelled for at in range(first, stop))

    def _is_word(self, at: int) -> bool:
        """Whether the name is an everyday word of the page or the language."""
        if self.keys[at] in self.words.doubtful:
            return True
        if self.words.nouns_capital:
            return bool(self.labelled.get(at, 0))
        return self.row.words[at] in self.small or bool(self.labelled.get(at, 0))

    def _is_second_name(self, sight: Sight) -> bool:
        return not self._is_own(sight) and all(rank is not Rank.OWN for _, rank in sight.places)

    def _chosen(self, sight: Sight, told: str) -> Place | None:
        country, _, region = told.partition(" ")
        fit = [ranked for ranked in sight.places if ranked[0].country == country] if told else list(sight.places)
        if told and all(rank is Rank.OTHER for _, rank in fit):
            name = " ".join(self.row.words[sight.first : sight.stop])
            lesser = [ranked for ranked in self.gazetteer.ranked_anywhere(name) if ranked[0].country == country]
            fit += [ranked for ranked in lesser if ranked not in fit and (not fit or ranked[1] is not Rank.OTHER)]
        if not fit and self._is_second_name(sight):
            # «Hindistan'ın Haydarabad kenti»: not the town of another country that is called so as well.
            name, alias = self.spelled(sight.first, sight.stop), all(rank is Rank.OTHER for _, rank in sight.places)
            heard = self._heard(name, country) if alias else self._heard_surely(name, country)
            if heard is not None:
                return heard
        if not fit and self._is_only_at_home(sight, country):
            # «韩国河东郡» is no 河东 of China.
            return unknown_in(self.spelled(sight.first, sight.stop), country)
        if not fit:
            # The country that a page gives may be a slip; a name that is well known stays what it is.
            fit = list(sight.places)
        return max(fit, key=lambda ranked: self._weight(ranked, region))[0]

    def _is_only_at_home(self, sight: Sight, told: str) -> bool:
        """Whether signs that lesser places at home have stand behind a foreign country, where small towns have any."""
        home = self.words.home
        if self.words.script is not Script.HAN or not told or told in home:
            return False
        return all(place.country in home and place.population < _GREAT for place, _ in sight.places)

    def _known(self, cities: Sequence[City]) -> Iterator[City]:
        """Each name means the city that it meant where its country was said."""
        told: dict[str, Place] = {}
        for city in cities:
            if city.told and city.place.country == city.told[:2]:
                told[city.place.name] = told[self.spelled(city.first, city.stop)] = city.place
        first: dict[str, Place] = {}
        for city in cities:
            place = told.get(self.spelled(city.first, city.stop)) or told.get(city.place.name)
            place = place or first.setdefault(city.place.name, city.place)
            yield city if city.told else city._replace(place=place)


def _agreed(cities: Iterator[City]) -> Iterator[City]:
    """Without a name that only repeats the one before it in brackets: "Baku (Baki)"."""
    before: City | None = None
    for city in cities:
        if before and before.place.id == city.place.id and city.first - before.stop <= 1:
            continue
        yield city
        before = city
