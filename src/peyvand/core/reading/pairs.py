"""Which two cities a step is between: named ones first, then the words that point back, then the article's own pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from peyvand.core.ledger.words import Event
from peyvand.core.reading.cast import Cast, Pair
from peyvand.core.reading.parties import Group, Party, groups_of, parties_of
from peyvand.core.reading.sentence import TIES, Sentence, counts_cities
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom

_CONTACTS = (Event.VISIT, Event.EVENT, Event.EXCHANGE, Event.NEGOTIATION)
_POINTERS = (
    "two_cities", "this_city", "that_city", "counterpart", "draft", "text", "provided", "swap", "round", "joint", "they",
    "friends", *TIES,
)  # fmt: skip
_NO_CITY = ("institution", "provinces")
_REACH = 3


@dataclass(frozen=True, slots=True)
class Focus:
    """What the last sentences spoke of: pairs, the sentence they were named in, and cities, the last one last."""

    pairs: tuple[Pair, ...] = ()
    at: int = -1
    paragraph: int = -1
    cities: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs, and how they were found."""

    pairs: tuple[Pair, ...]
    why: str


_NOTHING = Found((), "")


def pairs_of(trigger: Trigger, cast: Cast, focus: Focus) -> Found:
    """The pairs that a step is between; none where its parties are no cities or cannot be known."""
    clause, sentence = trigger.clause, trigger.sentence
    if not cast.of_cities:
        return _NOTHING
    hosts = trigger.event is Event.EXCHANGE
    named = _without_venues(parties_of(sentence, clause.first, clause.stop, hosts=hosts), trigger, cast)
    counted = any(counts_cities(atom, sentence.line) for atom in clause.atoms)
    if trigger.why == "list" or (counted and trigger.event in (Event.STANDING, Event.SIGNING)):
        return _listed(trigger, cast)
    if sum(atom.has("region") for atom in clause.atoms) > 1:
        return _NOTHING
    if len(_ids(named)) >= 2:
        return _plausible(_named(named, trigger, cast, focus), trigger, cast)
    if counted or _is_elses(trigger, named):
        return _NOTHING
    if clause.has("some_city", "generic"):
        return _NOTHING
    if named:
        return _beside(named[-1], trigger, cast, focus)
    if clause.has("this_city", "that_city"):
        meant = _meant_city(trigger, focus)
        if meant is not None:
            return _beside(meant, trigger, cast, focus, points=False)
    return _pointed(trigger, cast, focus)


def _plausible(found: Found, trigger: Trigger, cast: Cast) -> Found:
    """Without journeys and talks between two cities of one country that no tie is told of."""
    if trigger.event not in _CONTACTS or trigger.clause.has(*TIES):
        return found
    main = _ids(cast.main) if cast.main else frozenset()
    pairs = tuple(pair for pair in found.pairs if pair[0].place.country != pair[1].place.country or _ids(pair) == main)
    return Found(pairs, found.why)


def _is_elses(trigger: Trigger, named: Sequence[Party]) -> bool:
    """Whether universities, provinces or ports are who acts, and not cities."""
    clause = trigger.clause
    if not clause.has(*_NO_CITY):
        return False
    if trigger.event is Event.PROPOSAL and clause.has("two_cities"):
        return False
    if clause.has("institutions", "provinces") and len(named) < 2 and not clause.has("city", "municipality"):
        return True
    if trigger.event in (Event.EVENT, Event.EXCHANGE):
        return not named and not clause.has("joint", "this_city", "two_cities")
    return not (len(named) == 1 and clause.has("city", "municipality"))


def _listed(trigger: Trigger, cast: Cast) -> Found:
    """«با ۸ شهر پیمان دارد: …» ties the city with each of the list that follows; without a list it names nobody."""
    clause, sentence = trigger.clause, trigger.sentence
    marks = [atom.stop for atom in clause.all("count_list") if atom.first >= trigger.head.stop]
    if trigger.event is Event.STANDING and sentence.line.sign(clause.stop) == ":":
        marks.append(clause.stop)
    if trigger.event is not Event.STANDING or not marks:
        return _NOTHING
    own = next(iter(parties_of(sentence, clause.first, marks[0])), cast.home)
    told = next((v.first for v in sentence.verbs if v.finite and v.first > marks[0]), sentence.words.stop)
    others = _distinct(parties_of(sentence, marks[0], told if marks[0] < clause.stop else sentence.words.stop))
    return Found(tuple((own, other) for other in others if own and other.place.id != own.place.id), "list")


def _without_venues(parties: tuple[Party, ...], trigger: Trigger, cast: Cast) -> tuple[Party, ...]:
    """Without cities where something between others took place: «در مشهد انجام شد»."""
    if trigger.event in (Event.VISIT, Event.EVENT, Event.EXCHANGE) or cast.main is None:
        return parties
    own = _ids(cast.main)
    return tuple(party for party in parties if party.place.id in own or not _stands_in(party, trigger))


def _stands_in(party: Party, trigger: Trigger) -> bool:
    before = trigger.sentence.between(trigger.clause.first, party.first)
    if not before or not before[-1].has("in") or before[-1].stop != party.first:
        return False
    return len(before) < 2 or not before[-2].has("presence", "travel")


def _meant_city(trigger: Trigger, focus: Focus) -> Party | None:
    """The city that «این شهر» means where no other is named."""
    atom = next(trigger.clause.all("this_city", "that_city"))
    country = _country_after(atom, trigger.sentence)
    before = [p for p in _before(atom, trigger.sentence, focus) if country is None or p.place.country == country]
    return before[-1] if before else None


def _ids(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(party.place.id for party in parties)


def _named(parties: Sequence[Party], trigger: Trigger, cast: Cast, focus: Focus) -> Found:
    groups = groups_of(parties, trigger.sentence)
    if len(groups) == 1:
        return _one_list(groups[0], trigger, cast)
    home = cast.home.place.id if cast.home else ""
    if len(_ids(parties)) == 2:
        first, second = _distinct(parties)
        return Found(((first, second),), "named")
    if trigger.event is Event.VISIT:
        return Found(_journeys(groups, home), "journey")
    at_home = next((group for group in groups if home in group.ids), None)
    if at_home is not None and len(at_home.parties) == 1:
        others = [party for group in groups if group is not at_home for party in _closest(group, groups, trigger)]
        return Found(tuple((at_home.parties[0], party) for party in others if party.place.id != home), "home and list")
    known = _known_among(parties, cast, focus)
    if known is not None:
        return Found((known,), "known pair")
    first_group, second_group = groups[0], groups[1]
    pairs = tuple((a, b) for a in first_group.parties for b in second_group.parties if a.place.id != b.place.id)
    return Found(pairs, "two lists")


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.place.id, party)
    return tuple(seen.values())


def _closest(group: Group, groups: Sequence[Group], trigger: Trigger) -> tuple[Party, ...]:
    """A list beside the home city counts if it is led in as a partner; else only the one nearest to the head."""
    if group.lead & {"with", "between", "municipality", "city"}:
        return group.parties
    others = [g for g in groups if g.parties[0].place.id != group.parties[0].place.id]
    led = any(g.lead & {"with", "between", "municipality", "city"} for g in others if len(groups) > 2)
    return () if led else group.parties


def _one_list(group: Group, trigger: Trigger, cast: Cast) -> Found:
    parties = group.parties
    home = cast.home
    partners = (
        home is not None
        and home.place.id not in group.ids
        and ("with" in group.lead or any(verb.first_person for verb in trigger.clause.verbs))
    )
    if len(parties) == 2 and not (partners and not _is_mutual(trigger)):
        return Found(((parties[0], parties[1]),), "named")
    if trigger.sentence.has("each_other"):
        return Found(tuple(combinations(parties, 2)), "each other")
    if home is not None and home.place.id in group.ids:
        own = next(party for party in parties if party.place.id == home.place.id)
        return Found(tuple((own, party) for party in parties if party is not own), "home in list")
    if home is not None and (partners or len(parties) > 2):
        return Found(tuple((home, party) for party in parties), "partners of home")
    return Found(tuple(combinations(parties, 2)), "each other")


def _is_mutual(trigger: Trigger) -> bool:
    return trigger.clause.has("two_cities", "between")


def _journeys(groups: Sequence[Group], home: str) -> tuple[Pair, ...]:
    """«از الف به ب و سپس به پ»: each stop with the city that the travellers come from."""
    parties = [party for group in groups for party in group.parties]
    origin = next((g.parties[0] for g in groups if "from" in g.lead), None)
    origin = origin or next((p for p in parties if p.is_office), None) or parties[0]
    return tuple((origin, p) for p in _distinct(parties) if p.place.id != origin.place.id)


def _known_among(parties: Sequence[Party], cast: Cast, focus: Focus) -> Pair | None:
    ids = _ids(parties)
    known = [*focus.pairs, *([cast.main] if cast.main else [])]
    return next((pair for pair in known if _ids(pair) <= ids), None)


def _beside(city: Party, trigger: Trigger, cast: Cast, focus: Focus, *, points: bool = True) -> Found:
    """One city is named; the other is pointed at, or is the one the article is about."""
    sentence, clause = trigger.sentence, trigger.clause
    pointed = _pointed_city(city, trigger, focus) if points else None
    if pointed is not None:
        return Found(((pointed, city),), "this city")
    home, main = cast.home, cast.main
    whole = _distinct(parties_of(sentence, _begin(trigger), clause.stop))
    if len(whole) == 2 and city.place.id in _ids(whole) and _is_likely(whole, cast):
        return Found(((whole[0], whole[1]),), "sentence")
    near = focus.at >= sentence.at - _REACH
    if home is not None and city.place.id == home.place.id:
        if not trigger.is_known or _is_local(trigger):
            return _NOTHING
        own = [pair for pair in focus.pairs if city.place.id in _ids(pair)] if near else []
        if main is not None and city.place.id in _ids(main) and focus.paragraph != sentence.paragraph:
            return Found((main,), "main pair")
        if own:
            return Found((_preferred(own, main),), "focus")
        if main is not None and city.place.id in _ids(main):
            return Found((main,), "main pair")
        return _NOTHING
    same = next((pair for pair in focus.pairs if city.place.id in _ids(pair)), None)
    if same is not None and (home is None or home.place.id not in _ids(same) or near):
        return Found((same,), "focus")
    if main is not None and city.place.id in _ids(main):
        return Found((main,), "main pair")
    if home is None or (clause.has(*_NO_CITY) and trigger.event not in (Event.EVENT, Event.EXCHANGE)):
        return _NOTHING
    if home.place.country == city.place.country and not clause.has(*TIES):
        return _NOTHING
    return Found(((home, city),), "home")


def _is_local(trigger: Trigger) -> bool:
    """A festival in the home city is the other city's only where something points there."""
    if trigger.event not in (Event.EVENT, Event.EXCHANGE):
        return False
    return not (trigger.clause.has("delegation", "foreign", *_POINTERS) or trigger.sentence.has("joint"))


def _begin(trigger: Trigger) -> int:
    """Where what is said begins: after the last colon or semicolon before the clause."""
    clause, sentence = trigger.clause, trigger.sentence
    stops = [at for at in range(sentence.words.start + 1, clause.first + 1) if sentence.has_hard_stop(at, at)]
    return stops[-1] if stops else sentence.words.start


def _is_likely(pair: Sequence[Party], cast: Cast) -> bool:
    """Whether two cities of one sentence belong together: the home city is one of them, or there is none."""
    if cast.home is None or cast.home.place.id in _ids(pair):
        return True
    return cast.main is not None and _ids(cast.main) == _ids(pair)


def _pointed_city(city: Party, trigger: Trigger, focus: Focus) -> Party | None:
    """The city that «این شهر» means beside a named one."""
    for atom in trigger.clause.all("this_city", "that_city"):
        before = [p for p in _before(atom, trigger.sentence, focus) if p.place.id != city.place.id]
        if before:
            country = _country_after(atom, trigger.sentence)
            fitting = [p for p in before if country is None or p.place.country == country]
            if fitting:
                return fitting[-1]
    return None


def _before(atom: Atom, sentence: Sentence, focus: Focus) -> tuple[Party, ...]:
    own = parties_of(sentence, sentence.words.start, atom.first)
    return (*focus.cities, *own)


def _country_after(atom: Atom, sentence: Sentence) -> str | None:
    """The country in «این شهر هند»."""
    for mention in sentence.places:
        if sentence.line.first(mention.span.start) == atom.stop and mention.level == "country" and mention.place:
            return mention.place.country
    return None


def _goes_home(trigger: Trigger, cast: Cast) -> bool:
    """Whether a journey is told to lead to the home country, not to a city of it."""
    clause = trigger.clause
    return cast.home is not None and any(
        place.level == "country" and place.place is not None and place.place.country == cast.home.place.country
        for place in clause.places
    )


def _preferred(pairs: Sequence[Pair], main: Pair | None) -> Pair:
    if main is not None:
        for pair in pairs:
            if _ids(pair) == _ids(main):
                return pair
    return pairs[-1]


def _pointed(trigger: Trigger, cast: Cast, focus: Focus) -> Found:
    """No city is named in the clause."""
    sentence, clause = trigger.sentence, trigger.clause
    earlier = _distinct(parties_of(sentence, sentence.words.start, clause.first))
    if not trigger.is_known:
        return _NOTHING
    if trigger.event in _CONTACTS and not clause.has(*_POINTERS) and not (earlier or sentence.has("joint")):
        return _NOTHING
    if trigger.event is Event.VISIT and _goes_home(trigger, cast):
        return _NOTHING
    if clause.has("they") and focus.pairs:
        return Found(focus.pairs, "they")
    if focus.pairs and focus.at == sentence.at:
        return Found(focus.pairs, "clause before")
    if len(earlier) == 2:
        return Found(((earlier[0], earlier[1]),), "sentence")
    if len(earlier) == 1:
        beside = _beside(earlier[0], trigger, cast, focus)
        if beside.pairs:
            return beside
    if cast.main is not None and clause.has("two_cities") and focus.paragraph != sentence.paragraph:
        return Found((cast.main,), "main pair")
    if focus.pairs and focus.at >= sentence.at - _REACH:
        return Found((_preferred(focus.pairs, cast.main),), "focus")
    if cast.main is not None:
        return Found((cast.main,), "main pair")
    return Found((_preferred(focus.pairs, None),), "focus") if focus.pairs else _NOTHING
