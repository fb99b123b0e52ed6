"""Cities whose names no list spells so: told where the words leave no doubt that a city is named, found by sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.gazetteer import Gazetteer
from peyvand.core.gazetteer.listening import Listener
from peyvand.core.gazetteer.mention import PlaceMention
from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.gazetteer.sight import Sight
from peyvand.core.gazetteer.sounding import Heard
from peyvand.core.gazetteer.ties import Ties
from peyvand.core.gazetteer.unknown_name import UnknownName, mention_of
from peyvand.core.gazetteer.words import HeadKind

_LONGEST = 5
# So many words may stand between a name and its country.
_LINKS = 3
# Shorter names are not looked for elsewhere in a text, nor by sound where no head stands before them.
_SHORTEST = 4
# With nothing but «با» before it and no country behind it.
_LED = 5
# Signs of the key that a name has at least beside its country.
_FEW_SIGNS = 2
# So many words of a list may stand between its head and a name in it.
_LIST_REACH = 8
_OF_CITIES = (HeadKind.CITY, HeadKind.OFFICE)
_LISTED = frozenset("،,")
_OPENING = frozenset("\n(")


def unknown_cities(
    scene: Scene, sights: Sequence[Sight], gazetteer: Gazetteer, refused: Sequence[Sight] = ()
) -> Iterator[PlaceMention]:
    """«شهر X ترکیه», «شهردار X», «X، ترکیه» in a list, «شهرداری X» before a larger city; and X wherever it comes again.

    X is one to three words, none of them an everyday word, and not just a name that was ``refused`` as a place's here.
    """
    finder = _Finder(scene, sights, gazetteer)
    finder.refused.update((sight.found.first, sight.found.after) for sight in refused)
    names = [*finder.before_countries(), *finder.before_cities(), *finder.after_heads(), *finder.in_lists()]
    names.extend(finder.after_small_words())
    names.extend(finder.again(names))
    for name in names:
        yield mention_of(scene, name)


class _Finder:
    def __init__(self, scene: Scene, sights: Sequence[Sight], gazetteer: Gazetteer) -> None:
        self.scene = scene
        self.sights = sights
        self.hear = gazetteer.sounds.hear
        self.ties = Ties(scene)
        self.listener = Listener(scene, sights, gazetteer.sounds)
        self.refused: set[tuple[int, int]] = set()
        self.taken = {token for sight in sights for token in range(sight.found.first, sight.found.after)}

    def before_countries(self) -> Iterator[UnknownName]:
        """«شهر X ترکیه» and «شهر X (ترکیه)»; without a head only in a list, or alone on a line."""
        for at, sight in enumerate(self.sights):
            if not self._says_where(sight):
                continue
            name = self._before(at, sight)
            if name is not None:
                self.taken.update(range(name.first, name.stop))
                yield name
                yield from self._listed_before(name, sight)

    def _says_where(self, sight: Sight) -> bool:
        """Whether a name is that of a country, or of a foreign state or province («X کالیفرنیا», «X، ایالت تگزاس»)."""
        if sight.level is Level.COUNTRY:
            return sight.before.head is None
        abroad = sight.level is Level.PROVINCE and bool(sight.fit) and sight.fit[0][0].country != self.scene.words.home
        return abroad and (sight.head is None or sight.head is HeadKind.PROVINCE)

    def _listed_before(self, name: UnknownName, country: Sight) -> Iterator[UnknownName]:
        """«شهرهای X و Y ترکیه»: the names before in the list, from a word for many cities on."""
        found, first = [], name.first
        while self.scene.word(first - 1) in self.scene.words.joiners or self._follows_comma(first):
            stop = first if self._follows_comma(first) else first - 1
            one = next((self._heard(at, stop, country) for at in self._firsts(stop, loose=True)), None)
            if one is None:
                break
            found.append(one)
            first = one.first
        head = self.scene.head_at(first)
        if head is not None and head.many and head.kind in _OF_CITIES:
            for one in found:
                self.taken.update(range(one.first, one.stop))
                yield one

    def _follows_comma(self, token: int) -> bool:
        return not _LISTED.isdisjoint(self.scene.gap(token))

    def _heard(self, first: int, stop: int, country: Sight) -> UnknownName | None:
        """A name that is heard plainly in a country or state; an everyday word if it has more signs («کنت»)."""
        if (first, stop) in self.refused or self._is_everyday(first, stop):
            return None
        signs = _FEW_SIGNS + self._is_common(first, stop)
        where = country.fit[0][0]
        within = where if where.level is Level.PROVINCE else None
        heard = self.hear(self._spelled(first, stop), where.country, signs=signs, within=within)
        return UnknownName(first, stop, heard, "sound") if heard.candidates else None

    def _before(self, at: int, country: Sight) -> UnknownName | None:
        scene, stop = self.scene, country.found.first
        stop = self._before_links(stop)
        code = country.fit[0][0].country
        within = country.fit[0][0] if country.level is Level.PROVINCE else None
        if country.head is HeadKind.PROVINCE and scene.joined(stop):
            # «X ایالت تگزاس»
            stop -= 1
        closed = scene.joined(stop) or scene.gap(stop).strip() == "("
        reason = country.found.span.of(scene.text)
        for first in self._firsts(stop if closed else 0):
            head = scene.head_at(first)
            if head is not None and head.kind in _OF_CITIES:
                everyday = self._is_everyday(first, stop) or self._is_common(first, stop)
                if (first, stop) in self.refused or (everyday and code == scene.words.home):
                    return None
                # «شهر لینکلن (آمریکا)»: a word that alone is no place is one where all says so and it is spelled so.
                signs = _FEW_SIGNS + 1 if everyday else 0
                heard = self.hear(self._spelled(first, stop), code, within=within, signs=signs)
                if everyday and heard.place is None:
                    return None
                if not heard.candidates and (country.level is not Level.COUNTRY or self._is_doubtful(first, stop)):
                    return None
                why = f"sound:{reason}" if heard.place else f"unknown:{reason}"
                return UnknownName(first, stop, heard, why, country.found.span, head.kind is HeadKind.OFFICE)
        if closed or scene.gap(stop).strip() in _LISTED:
            for first in self._firsts(stop, loose=True):
                signs = self._signs_in_list(first, at, country)
                if signs and not self._is_common(first, stop) and (first, stop) not in self.refused:
                    heard = self.hear(self._spelled(first, stop), code, signs=signs, within=within)
                    if heard.candidates and not self._is_everyday(first, stop):
                        return UnknownName(first, stop, heard, f"sound:{reason}", country.found.span)
        return None

    def _is_doubtful(self, first: int, stop: int) -> bool:
        """Whether a word of a name is also another word: «پرو» in «لو پرو سور مارن»."""
        return any(self.scene.word(token) in self.scene.words.doubts for token in range(first, stop))

    def _before_links(self, stop: int) -> int:
        """Where a name ends that «در» and the like lead away from: «X در ترکیه», «X در شرق ترکیه»."""
        scene, at = self.scene, stop
        while stop - at < _LINKS and scene.joined(at) and scene.word(at - 1) in scene.words.links:
            at -= 1
            if scene.word(at) in scene.words.inside:
                return at
        return stop

    def _firsts(self, stop: int, *, loose: bool = False) -> Iterator[int]:
        """Where a name that ends before word ``stop`` may begin, the shortest first."""
        for first in range(stop - 1, max(stop - 1 - _LONGEST, -1), -1):
            if first in self.taken or not self._may_be_named(first):
                return
            if first < stop - 1 and not self.scene.joined(first + 1):
                return
            yield first
            if not loose and not self.scene.joined(first):
                return

    def _signs_in_list(self, first: int, at: int, country: Sight) -> int:
        """How many signs a name must have to be a city's here; 0 where no name is expected.

        Fewer where the line holds nothing else, or the entry before is a city with its country or its head.
        """
        scene = self.scene
        if self._length(first, country.found.first) < _SHORTEST:
            return 0
        opened = first == 0 or not _OPENING.isdisjoint(scene.gap(first)) or scene.gap(first).strip() in ("-", "•", "*")
        after = country.found.after
        closed = scene.word(after) == "" or not _OPENING.isdisjoint(scene.gap(after))
        if opened and closed:
            return 1
        joined = scene.word(first - 1) in scene.words.joiners or not _LISTED.isdisjoint(scene.gap(first))
        before = self.sights[at - 1] if at > 0 else None
        if joined and before is not None and first - before.found.after <= 2:
            listed = before.level is Level.COUNTRY or (before.level is Level.CITY and before.head is not None)
            if listed:
                return _FEW_SIGNS
        if joined and self._is_headed(first):
            return _FEW_SIGNS
        words = scene.words
        leads = (words.leading, words.towards, words.inside)
        led = scene.joined(first) and any(scene.word(first - 1) in some for some in leads)
        return _FEW_SIGNS if led and self._length(first, country.found.first) >= _SHORTEST else 0

    def _is_headed(self, first: int) -> bool:
        """Whether a word for many cities opens the list in which a name stands: «شهرهای X و Y»."""
        scene = self.scene
        for at in range(first - 1, max(first - 1 - _LIST_REACH, 0), -1):
            if not scene.joined(at) and not self._follows_comma(at):
                return False
            head = scene.head_at(at)
            if head is not None and head.many and head.kind in _OF_CITIES:
                return True
        return False

    def before_cities(self) -> Iterator[UnknownName]:
        """«شهرداری X استانبول»: a part of a larger city, or a town beside it."""
        for sight in self.sights:
            if sight.level is not Level.CITY or not sight.fit or sight.head is not None:
                continue
            stop, whole = sight.found.first, sight.fit[0][0]
            if self.scene.word(stop - 1) in self.scene.words.inside:
                # «شهرداری X در استانبول»
                stop -= 1
            if not self.scene.joined(stop):
                continue
            for first in self._firsts(stop):
                head = self.scene.head_at(first)
                if head is not None and head.kind in _OF_CITIES:
                    heard = self.hear(self._spelled(first, stop), whole.country, near=whole)
                    named = heard.place or (head.kind is HeadKind.OFFICE and self._is_abroad(first, whole))
                    if named and not self._is_everyday(first, stop):
                        self.taken.update(range(first, stop))
                        why = "sound" if heard.place else f"unknown:{sight.found.span.of(self.scene.text)}"
                        yield UnknownName(first, stop, heard, why, None, head.kind is HeadKind.OFFICE)
                    break

    def _is_abroad(self, first: int, whole: Place) -> bool:
        """Whether the municipality of a part of a foreign city is named, though nobody knows the part."""
        return whole.country != self.scene.words.home and self.scene.word(first - 1) in self.scene.words.bodies

    def after_heads(self) -> Iterator[UnknownName]:
        """«شهرداری X», «شهر X»."""
        scene = self.scene
        for at, glance in enumerate(scene.tokens.glances):
            head, first = glance.head, at + 1
            if head is None or head.kind not in _OF_CITIES or first in self.taken or not scene.joined(first):
                continue
            person = head.kind is HeadKind.OFFICE and not head.many and scene.word(at) not in scene.words.bodies
            if person and not self._follows_comma(at):
                # After «شهردار» a person's name may follow, and before it «X، شهردار …».
                continue
            if scene.head_at(first) is None or not self._may_be_named(first):
                continue
            name = self._after(first, office=head.kind is HeadKind.OFFICE, headed=True)
            if name is not None and person and not self._follows_comma(name.stop):
                continue
            if name is not None:
                self.taken.update(range(name.first, name.stop))
                yield name

    def after_small_words(self) -> Iterator[UnknownName]:
        """«به X رفت», «بورسا و X» in a text that speaks of X's country and of few others, or of a tie."""
        scene = self.scene
        if not any(self.listener.countries) and not self.ties.tokens:
            return
        for at, glance in enumerate(scene.tokens.glances):
            if not glance.leads and not (glance.joins and at - 1 in self.taken):
                continue
            first = at + 1
            if first in self.taken or not scene.joined(first) or not self._may_be_named(first):
                continue
            name = self._after(first, office=False)
            if name is not None and self._length(name.first, name.stop) >= _LED:
                self.taken.update(range(name.first, name.stop))
                yield name
        yield from self._before_ties()
        yield from self._before_partners()

    def _before_ties(self) -> Iterator[UnknownName]:
        """«بورسا و X خواهرخوانده شدند»."""
        scene = self.scene
        for tie in sorted(self.ties.tokens):
            for first in self._firsts(tie, loose=True):
                if scene.joined(tie) and scene.joined(first) and self._pairs(first - 1):
                    heard = self._heard_as(first, tie, headed=False)
                    if heard and self._length(first, tie) >= _LED:
                        self.taken.update(range(first, tie))
                        yield UnknownName(first, tie, heard, "sound")
                    break

    def _pairs(self, token: int) -> bool:
        """Whether a word leads a partner in, or joins two: «با», «و»."""
        return self.scene.word(token) in self.scene.words.leading or self.scene.word(token) in self.scene.words.joiners

    def _before_partners(self) -> Iterator[UnknownName]:
        """«X با بورسا …», and of a tie «X و بورسا», where a clause begins."""
        scene, words = self.scene, self.scene.words
        cities = [sight.found.first for sight in self.sights if sight.level is Level.CITY]
        for stop in (first - 1 for first in (*cities, *sorted(self.taken))):
            leads = scene.word(stop) in words.leading or (scene.word(stop) in words.joiners and self.ties.reach(stop))
            if stop < 1 or not leads:
                continue
            first = next((at for at in range(stop - 1, max(stop - _LONGEST, -1), -1) if not scene.joined(at)), None)
            if first is None or not all(self._goes_on(at) for at in range(first + 1, stop)):
                continue
            if first in self.taken or not self._may_be_named(first) or self._length(first, stop) < _LED:
                continue
            name = self._after(first, office=False)
            if name is not None and name.stop == stop:
                self.taken.update(range(first, stop))
                yield name

    def _after(self, first: int, *, office: bool, headed: bool = False) -> UnknownName | None:
        """The longest name from a word on that one of the countries has: of those spoken of, else of those unsaid."""
        stops = [first + 1]
        while len(stops) < _LONGEST and self._goes_on(stops[-1]):
            stops.append(stops[-1] + 1)
        for stop in reversed(stops):
            if heard := self._heard_as(first, stop, headed=headed):
                return UnknownName(first, stop, heard, "sound", None, office)
        return None

    def _heard_as(self, first: int, stop: int, *, headed: bool) -> Heard | None:
        if (first, stop) in self.refused or self._length(first, stop) < _SHORTEST:
            return None
        if self.scene.word(first) in self.listener.provinces:
            return None
        if self._is_everyday(first, stop) or self._is_common(first, stop):
            return None
        return self.listener.hear(self._spelled(first, stop), headed=headed, anywhere=headed or self.ties.reach(first))

    def in_lists(self) -> Iterator[UnknownName]:
        """«شهرهای X و بورسا», «با بورسا، X و ازمیر»: an entry of a list of cities, before another or in one with a
        head."""
        scene = self.scene
        ends = {sight.found.after for sight in self.sights if sight.level is not Level.PROVINCE}
        cities = {sight.found.first for sight in self.sights if sight.level is Level.CITY}
        glances = scene.tokens.glances
        for first, glance in enumerate(glances):
            if first == 0 or first in self.taken or not glance.nameable:
                continue
            listed = (first in ends and self._follows_comma(first)) or (
                first - 1 in ends and glances[first - 1].joins and not self._follows_comma(first)
            )
            if not listed and not (glances[first - 1].closes and self._opens_list(first)):
                continue
            name = self._entry(first, cities)
            if name is not None:
                self.taken.update(range(first, name.stop))
                ends.add(name.stop)
                yield name

    def _opens_list(self, first: int) -> bool:
        head = self.scene.head_at(first)
        return head is not None and head.many and head.kind in _OF_CITIES

    def _entry(self, first: int, cities: Set[int]) -> UnknownName | None:
        """The name from a word on up to where its entry of a list ends."""
        stop = first + 1
        while stop - first < _LONGEST and self._goes_on(stop):
            stop += 1
        comma = self._follows_comma(stop)
        closed = comma or self.scene.word(stop) in self.scene.words.joiners
        headed = self._opens_list(first) or self._is_headed(first)
        if not closed:
            return self._after(first, office=False, headed=True) if headed else None
        headed = headed or (stop if comma else stop + 1) in cities
        heard = self._heard_as(first, stop, headed=headed)
        return UnknownName(first, stop, heard, "sound") if heard else None

    def _goes_on(self, token: int) -> bool:
        free = token < len(self.scene.tokens.words) and token not in self.taken
        return free and self.scene.joined(token) and self._may_be_named(token)

    def again(self, names: Sequence[UnknownName]) -> Iterator[UnknownName]:
        """The same names elsewhere in the text."""
        known: defaultdict[str, list[UnknownName]] = defaultdict(list)
        for name in names:
            if self._length(name.first, name.stop) >= _SHORTEST:
                known[self.scene.word(name.first)].append(name)
        if not known:
            return
        words = self.scene.tokens.words
        for at, word in enumerate(words):
            for name in known.get(word, ()) if at not in self.taken else ():
                stop = at + name.stop - name.first
                if words[at:stop] == words[name.first : name.stop] and self.taken.isdisjoint(range(at, stop)):
                    self.taken.update(range(at, stop))
                    head = self.scene.head_at(at)
                    office = head is not None and head.kind is HeadKind.OFFICE
                    yield UnknownName(at, stop, name.heard, name.reason, None, office)
                    break

    def _spelled(self, first: int, stop: int) -> str:
        return "".join(self.scene.tokens.words[first:stop])

    def _length(self, first: int, stop: int) -> int:
        return len(self._spelled(first, stop))

    def _may_be_named(self, token: int) -> bool:
        return 0 <= token < len(self.scene.tokens.words) and self.scene.tokens.glances[token].nameable

    def _is_common(self, first: int, stop: int) -> bool:
        """Whether one of the words is an everyday word or has its ending of many; beside a strange word, names of
        persons and places may stand: «سائو ژوزه»."""
        own = [glance.common for glance in self.scene.tokens.glances[first:stop] if not glance.within]
        if len(own) > 1 and not all(own):
            return False
        return not own or any(own)

    def _is_everyday(self, first: int, stop: int) -> bool:
        return all(glance.never for glance in self.scene.tokens.glances[first:stop])
