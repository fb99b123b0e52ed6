"""Words that point back to cities: «این شهر», «دو شهر», «آنها», or nothing at all where the pair is the topic."""

from __future__ import annotations

from collections.abc import Sequence

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event
from peyvand.core.reading.cast import Cast, Pair
from peyvand.core.reading.parties import Party, distinct, ids, parties_of
from peyvand.core.reading.sentence import TIES, Clause, Sentence
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom
from peyvand.core.text.value import value

CONTACTS = (Event.VISIT, Event.EVENT, Event.EXCHANGE, Event.NEGOTIATION)
NO_CITY = ("institution", "provinces")
_POINTERS = (
    "two_cities", "this_city", "that_city", "counterpart", "draft", "text", "provided", "swap", "round", "joint",
    "they", "friends", *TIES,
)  # fmt: skip
# A pair stays the topic for so many sentences.
_REACH = 3
# So many words may stand between «با» and the city that it leads in: «با شهر بندری ب».
_LED = 2


@value()
class Focus:
    """What the last sentences spoke of: pairs, the sentence they were named in, and cities, the last one last."""

    pairs: tuple[Pair, ...] = ()
    at: int = -1
    paragraph: int = -1
    cities: tuple[Party, ...] = ()


@value()
class Found:
    """Pairs, and a code for how they were found."""

    pairs: tuple[Pair, ...] = ()
    why: str = ""


@value()
class Reference:
    """What is known when a step is read: the article's cast, and what was spoken of last."""

    cast: Cast
    focus: Focus

    def pointed(self, trigger: Trigger) -> Found:
        """The pairs of a step whose clause names no city."""
        clause = trigger.clause
        if clause.has("this_city", "that_city"):
            meant = self.meant(trigger)
            if meant is not None:
                return self.beside(meant, trigger, points=False)
        if not trigger.is_known or self._is_out_of_sight(trigger):
            return Found()
        if self.focus.pairs and clause.has("they"):
            return Found(self.focus.pairs, "they")
        if self.focus.pairs and self.focus.at == trigger.sentence.at:
            return Found(self.focus.pairs, "clause before")
        return self._in_sentence(trigger) or self._topic(trigger)

    def beside(self, city: Party, trigger: Trigger, *, points: bool = True) -> Found:
        """The pair of a step whose clause names one city; the other is pointed at, or is who the article is about."""
        pairs = self.focus.pairs
        if pairs and trigger.clause.has("they") and all(city.place.id in ids(pair) for pair in pairs):
            return Found(pairs, "they")
        pointed = self._other_meant(city, trigger) if points else None
        if pointed is not None:
            return Found(((pointed, city),), "this city")
        clause, sentence = trigger.clause, trigger.sentence
        whole = distinct(parties_of(sentence, _beginning(trigger), clause.stop))
        speaker = _office_that_speaks(trigger)
        likely = self._are_likely(whole) or (speaker is not None and speaker.place.id in ids(whole))
        if len(whole) == 2 and city.place.id in ids(whole) and likely:
            return Found(((whole[0], whole[1]),), "sentence")
        if speaker is not None and speaker.place.id != city.place.id:
            return Found(((speaker, city),), "speaker")
        label = _label_of(trigger)
        if label is not None and _is_partner_of(label, city, trigger):
            return Found(((label, city),), "label")
        mayor = self._mayor_before(city, trigger) if self.cast.mayors else None
        if mayor is not None:
            return Found(((mayor, city),), "mayor's name")
        if self.cast.home is not None and city.place.id == self.cast.home.place.id:
            return self._of_home(city, trigger)
        return self._known_with(city, trigger) or self._with_home(city, trigger)

    def _mayor_before(self, city: Party, trigger: Trigger) -> Party | None:
        """«زاکانی با شهردار ب دیدار کرد»: the city of the mayor whose name is the subject."""
        sentence = trigger.sentence
        leads = [atom.stop for atom in sentence.atoms if atom.has("with", "between", "to", "from")]
        led = {at for stop in leads for at in (stop, stop + 1)}
        for at in range(_beginning(trigger), city.first):
            mayor = self.cast.mayors.get(sentence.line.word(at))
            if mayor is not None and at not in led and mayor.place.id != city.place.id:
                return mayor
        return None

    def these_two(self, city: Party) -> Found:
        """«این دو شهر» beside a named one: the two that were named last, or those it is tied to."""
        pairs = self.focus.pairs
        if len(pairs) > 1 and all(city.place.id in ids(pair) for pair in pairs):
            return Found(pairs, "these cities")
        others = distinct(party for party in reversed(self.focus.cities) if party.place.id != city.place.id)[:2]
        return Found(tuple((city, other) for other in others) if len(others) == 2 else (), "these cities")

    def meant(self, trigger: Trigger) -> Party | None:
        """The city that «این شهر» means where no other is named."""
        atom = trigger.clause.all("this_city", "that_city")[0]
        fitting = self._before(atom, trigger.sentence)
        return self._listing(fitting) or (fitting[-1] if fitting else None)

    def _other_meant(self, city: Party, trigger: Trigger) -> Party | None:
        """The city that «این شهر» means beside a named one."""
        abroad = self.cast.home is not None and city.place.id != self.cast.home.place.id
        stays = any(atom.stop == city.first for atom in trigger.clause.all("in"))
        for atom in trigger.clause.all("this_city", "that_city"):
            # «در ب با شهردار این شهر دیدار کرد», «نامه شهرداری ب درباره هیئت آن شهر»: the city itself.
            if city.stop <= atom.first and (stays or (abroad and not atom.has("this_city"))):
                continue
            if atom.has("that_city") and parties_of(
                trigger.sentence, trigger.sentence.words.start, trigger.clause.first
            ):
                # «ب: متن برای طرف مقابل فرستاده شد»: the city with which the sentence begins.
                continue
            fitting = [party for party in self._before(atom, trigger.sentence) if party.place.id != city.place.id]
            if fitting:
                return self._listing(fitting) or fitting[-1]
        return None

    def _listing(self, cities: Sequence[Party]) -> Party | None:
        """After a list of partners «این شهر» is the one whose they are."""
        pairs = self.focus.pairs
        if len(pairs) < 2 or not cities or cities[-1].place.id not in {pair[1].place.id for pair in pairs}:
            return None
        common = frozenset.intersection(*(ids(pair) for pair in pairs))
        return next((party for party in cities if party.place.id in common), None)

    def _before(self, atom: Atom, sentence: Sentence) -> tuple[Party, ...]:
        """The cities named before a pointing word, of the country that it says, if it says one («این شهر هند»)."""
        if atom.has("our_city"):
            return (self.cast.home,) if self.cast.home is not None else ()
        before = (*self.focus.cities, *parties_of(sentence, sentence.words.start, atom.first))
        country = _country_after(atom, sentence)
        return tuple(party for party in before if country is None or party.place.country == country)

    def _is_out_of_sight(self, trigger: Trigger) -> bool:
        """Whether a contact is told without anything that points to the pair, or leads to the home country at large."""
        if trigger.event not in CONTACTS:
            return False
        clause, sentence = trigger.clause, trigger.sentence
        near = _points_to_journey(clause) or sentence.has("joint")
        near = near or bool(parties_of(sentence, sentence.words.start, clause.first))
        if not clause.has(*_POINTERS) and not near:
            return True
        home = self.cast.home
        return trigger.event is Event.VISIT and home is not None and any(
            place.level is Level.COUNTRY and place.place is not None and place.place.country == home.place.country
            for place in clause.places
        )  # fmt: skip

    def _in_sentence(self, trigger: Trigger) -> Found | None:
        """The cities that the sentence has named before the clause."""
        sentence = trigger.sentence
        earlier = distinct(parties_of(sentence, sentence.words.start, trigger.clause.first))
        if len(earlier) == 2:
            return Found(((earlier[0], earlier[1]),), "sentence")
        found = self.beside(earlier[0], trigger) if len(earlier) == 1 else Found()
        return found if found.pairs else None

    def _topic(self, trigger: Trigger) -> Found:
        """What the last sentences spoke of, or the article as a whole."""
        focus, main, sentence = self.focus, self.cast.main, trigger.sentence
        if main is not None and trigger.clause.has("two_cities") and focus.paragraph != sentence.paragraph:
            return Found((main,), "main pair")
        if focus.pairs and focus.at >= sentence.at - _REACH:
            return Found((self._preferred(focus.pairs),), "focus")
        if main is not None:
            return Found((main,), "main pair")
        return Found((focus.pairs[-1],), "focus") if focus.pairs else Found()

    def _are_likely(self, pair: Sequence[Party]) -> bool:
        """Whether two cities of one sentence belong together: the home city is one of them, or there is none."""
        home, main = self.cast.home, self.cast.main
        return home is None or home.place.id in ids(pair) or (main is not None and ids(main) == ids(pair))

    def _of_home(self, city: Party, trigger: Trigger) -> Found:
        """Only the home city is named: its partner is that of the last sentences, or of the article."""
        focus, main, sentence = self.focus, self.cast.main, trigger.sentence
        if not trigger.is_known or _is_local(trigger):
            return Found()
        is_main = main is not None and city.place.id in ids(main)
        if main is not None and is_main and focus.paragraph != sentence.paragraph:
            return Found((main,), "main pair")
        near = focus.at >= sentence.at - _REACH
        own = [pair for pair in focus.pairs if city.place.id in ids(pair)] if near else []
        if own:
            return Found((self._preferred(own),), "focus")
        return Found((main,), "main pair") if main is not None and is_main else Found()

    def _known_with(self, city: Party, trigger: Trigger) -> Found | None:
        """A pair that was spoken of and has the city in it."""
        focus, home, main = self.focus, self.cast.home, self.cast.main
        same = next((pair for pair in focus.pairs if city.place.id in ids(pair)), None)
        near = focus.at >= trigger.sentence.at - _REACH
        if same is not None and (near or home is None or home.place.id not in ids(same)):
            return Found((same,), "focus")
        return Found((main,), "main pair") if main is not None and city.place.id in ids(main) else None

    def _with_home(self, city: Party, trigger: Trigger) -> Found:
        """A city abroad, with the home city; one at home only where a tie is told."""
        home, clause = self.cast.home, trigger.clause
        if home is None or (clause.has(*NO_CITY) and trigger.event not in (Event.EVENT, Event.EXCHANGE)):
            return Found()
        if home.place.country == city.place.country and not clause.has(*TIES):
            return Found()
        return Found(((home, city),), "home")

    def _preferred(self, pairs: Sequence[Pair]) -> Pair:
        """The article's own pair, if it is among them; else the last."""
        main = self.cast.main
        return next((pair for pair in pairs if main is not None and ids(pair) == ids(main)), pairs[-1])


def _office_that_speaks(trigger: Trigger) -> Party | None:
    """«شهردار الف: با ب پیمان می‌بندیم», «شهردار الف گفت با ب پیمان خواهد بست»: we, or he, that is the office's city."""
    sentence, clause = trigger.sentence, trigger.clause
    stop = _beginning(trigger)
    if not any(verb.first_person and verb.plural for verb in clause.verbs):
        said = [verb for verb in sentence.verbs if verb.kind == "say" and verb.stop <= clause.first]
        if not said or any(verb.plural for verb in clause.verbs) or not clause.has("with"):
            return None
        stop = said[-1].first
    before = parties_of(sentence, sentence.words.start, stop)
    return next((party for party in reversed(before) if party.is_office), None)


def _label_of(trigger: Trigger) -> Party | None:
    """«* الف: پیمان با ب امضا شد», «۲. الف: …»: the city whose news an item of a digest is."""
    sentence = trigger.sentence
    start, stop = sentence.words.start, _beginning(trigger)
    if sentence.line.word(start).isdecimal() and start + 1 < stop:
        start += 1
    cities = parties_of(sentence, start, stop)
    if len(cities) != 1 or (cities[0].first, cities[0].stop) != (start, stop):
        return None
    return cities[0] if sentence.line.sign(stop) == ":" else None


def _is_partner_of(label: Party, city: Party, trigger: Trigger) -> bool:
    """Whether an item's city may be tied to the one that it names: one abroad, or one that «با» leads in."""
    led = any(0 <= city.first - atom.stop <= _LED for atom in trigger.clause.all("with"))
    return label.place.id != city.place.id and (led or label.place.country != city.place.country)


def _points_to_journey(clause: Clause) -> bool:
    """«در این سفر درباره … گفت‌وگو شد»: what was done on the journey told before."""
    return any(clause.has_before(atom, 0, "this") for atom in clause.all("travel", "meet"))


def _beginning(trigger: Trigger) -> int:
    """Where what is said begins: after the last colon or semicolon before the clause."""
    sentence = trigger.sentence
    stops = [at for at in sentence.hard_stops if sentence.words.start < at <= trigger.clause.first]
    return stops[-1] if stops else sentence.words.start


def _country_after(atom: Atom, sentence: Sentence) -> str | None:
    """The country in «این شهر هند»."""
    after = (mention for mention in sentence.places if sentence.line.first(mention.span.start) == atom.stop)
    country = next((mention for mention in after if mention.level is Level.COUNTRY), None)
    return country.place.country if country is not None and country.place is not None else None


def _is_local(trigger: Trigger) -> bool:
    """A festival in the home city is the other city's only where something points there."""
    if trigger.event not in (Event.EVENT, Event.EXCHANGE):
        return False
    clause = trigger.clause
    pointed = any(clause.has_before(atom, 0, "this") for atom in clause.all("relation"))
    return not (pointed or clause.has("delegation", *_POINTERS) or trigger.sentence.has("joint"))
