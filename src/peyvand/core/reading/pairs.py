"""Which two cities a step is between: named ones first, then the words that point back, then the article's own pair."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event
from peyvand.core.reading.cast import Cast, Pair
from peyvand.core.reading.couples import couples_of
from peyvand.core.reading.elses import has_namesake, is_about_unknown, is_of_bodies, is_unnamed
from peyvand.core.reading.lists.listing import (
    COUNTED_AGAIN,
    all_of,
    are_counted_again,
    listed,
    matched,
    members,
    opens_list,
    owners,
    relative_subject,
    subject_of,
    tied_group,
)
from peyvand.core.reading.nameless import of_country
from peyvand.core.reading.parties import Group, Party, distinct, groups_of, ids, parties_of
from peyvand.core.reading.reference import CONTACTS, NO_CITY, Focus, Found, Reference
from peyvand.core.reading.sentence import SISTER, TIES
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom

_COUNTRY = Level.COUNTRY
_EVENT, _EXCHANGE, _NEGOTIATION, _PROPOSAL, _SIGNING = (
    Event.EVENT,
    Event.EXCHANGE,
    Event.NEGOTIATION,
    Event.PROPOSAL,
    Event.SIGNING,
)
_STANDING, _VISIT = Event.STANDING, Event.VISIT

# So many words may describe cities before the first is named: «با شهرهای زیبای الف و ب».
_NEAR = 2
# So many words may stand between «برای» and the conference that somebody travels to.
_PURPOSE = 4
# Small words that say where a journey went, or between whom it was.
_GOING = frozenset(("to", "from", "with", "between", "in"))
# Small words that lead a partner in.
_LEADING = frozenset(("with", "between", "municipality", "city"))


def pairs_of(trigger: Trigger, cast: Cast, focus: Focus) -> Found:
    """The pairs that a step is between; none where its parties are no cities or cannot be known."""
    clause, sentence = trigger.clause, trigger.sentence
    if not cast.of_cities:
        return Found()
    if len(focus.pairs) > 1 and trigger.event not in CONTACTS and are_counted_again(trigger):
        return Found(focus.pairs, COUNTED_AGAIN)
    belonging = members(trigger)
    if not belonging.pairs and (trigger.why == "among" or _are_of_this_city(trigger)):
        named = distinct(parties_of(sentence, clause.first, trigger.head.first))
        last = [party for party in focus.cities if party.place.id not in ids(named)]
        own = cast.home if cast.home and cast.home.place.id not in ids(named) else (last[-1] if last else None)
        return Found(tuple((own, party) for party in named if own and party.place.id != own.place.id), "members")
    if not belonging.pairs:
        belonging = all_of(trigger) if clause.has("all_of") else owners(trigger)
    if belonging.pairs:
        return belonging
    if opens_list(trigger):
        return listed(trigger, _host(trigger, cast, focus))
    if len(clause.all("region")) > 1:
        return Found()
    parties = parties_of(sentence, clause.first, clause.stop, hosts=trigger.event is _EXCHANGE)
    named = _without_venues(parties, trigger, cast)
    if len(ids(named)) < 2 and _is_of_nameless(trigger):
        return of_country(trigger, cast)
    if is_of_bodies(trigger, named) or has_namesake(trigger, named) or is_unnamed(trigger, named, focus):
        return Found()
    if is_about_unknown(trigger, named, focus):
        return Found()
    if not named and trigger.event is _SIGNING and _is_of_states(trigger):
        return Found()
    if trigger.event in (Event.VISIT, Event.EVENT, Event.NEGOTIATION) and _is_to_conference(trigger):
        return Found()
    subject = relative_subject(named, trigger)
    if subject is not None:
        return Found(tuple((subject, party) for party in distinct(named)), "relative")
    if len(ids(named)) >= 2:
        return _plausible(_named(named, trigger, cast, focus), trigger, cast)
    if clause.has("some_city") and trigger.event is _STANDING:
        return _only_one(trigger, named, cast)
    if clause.counts_cities or clause.counts_ties or clause.has("some_city", "generic") or _is_elses(trigger, named):
        return Found()
    reference = Reference(cast, focus)
    if len(named) == 1 and _is_of_these_two(trigger):
        return reference.these_two(named[0])
    return reference.beside(named[-1], trigger) if named else reference.pointed(trigger)


def _is_to_conference(trigger: Trigger) -> bool:
    """«شهردار الف برای شرکت در همایش شهرداران به ب رفت»: the city where many met is no partner."""
    clause = trigger.clause
    if trigger.sentence.has(*TIES) or clause.has("with"):
        return False
    return any(clause.has_after(atom, _PURPOSE, "conference") for atom in clause.all("purpose"))


def _are_of_this_city(trigger: Trigger) -> bool:
    """«الف و ب از خواهرشهرهای این شهرند»."""
    head, clause = trigger.head, trigger.clause
    told = trigger.event is _STANDING and head.has("partners") and clause.has_before(head, 1, "from")
    return told and clause.has_after(head, _NEAR, "this_city")


def _is_of_these_two(trigger: Trigger) -> bool:
    """«شهرداری الف با این دو شهر پیمان بست»."""
    clause = trigger.clause
    return trigger.event not in CONTACTS and any(clause.has_before(two, 0, "with") for two in clause.all("two_cities"))


def _only_one(trigger: Trigger, named: Sequence[Party], cast: Cast) -> Found:
    """«الف تنها شهر آلمان است که با شهری در ایران خواهرخوانده است»: the article's pair, if it fits what is said."""
    sentence, clause = trigger.sentence, trigger.clause
    own = named or distinct(parties_of(sentence, sentence.words.start, clause.first))
    if cast.main is None or len(own) != 1 or own[0].place.id not in ids(cast.main) or not clause.has("sole"):
        return Found()
    partner = next(party for party in cast.main if party.place.id != own[0].place.id)
    told = {place.place.country for place in clause.places if place.level is _COUNTRY and place.place is not None}
    fits = not told or partner.place.country in told
    return Found((cast.main,), "only one") if fits else Found()


def _host(trigger: Trigger, cast: Cast, focus: Focus) -> Party | None:
    """The city whose partners a list names, where its clause does not: «این شهرها …» goes on from the last one."""
    if trigger.clause.has("this_city"):
        return Reference(cast, focus).meant(trigger)
    return focus.cities[-1] if trigger.head.has("they") and focus.cities else cast.home


def _without_venues(parties: tuple[Party, ...], trigger: Trigger, cast: Cast) -> tuple[Party, ...]:
    """Without cities where something between others took place: «در مشهد انجام شد»."""
    if trigger.event in (_VISIT, _EVENT, _EXCHANGE) or cast.main is None:
        return parties
    own = ids(cast.main)
    return tuple(party for party in parties if party.place.id in own or not _is_venue(party, trigger))


def _is_venue(party: Party, trigger: Trigger) -> bool:
    before = trigger.sentence.between(trigger.clause.first, party.first)
    if not before or not before[-1].has("in") or before[-1].stop != party.first:
        return False
    return len(before) < 2 or not before[-2].has("presence", "travel")


def _plausible(found: Found, trigger: Trigger, cast: Cast) -> Found:
    """Without journeys and talks between two cities of one country that no tie is told of."""
    if trigger.event not in CONTACTS or trigger.clause.has(*TIES):
        return found
    main = ids(cast.main) if cast.main else frozenset()
    if main and trigger.event is _EVENT and trigger.clause.has_before(trigger.head, 0, "this"):
        # «نمایندگان ب و پ در این جشنواره بودند»
        return Found(tuple(pair for pair in found.pairs if ids(pair) == main), found.why)
    pairs = tuple(pair for pair in found.pairs if pair[0].place.country != pair[1].place.country or ids(pair) == main)
    return Found(pairs, found.why)


def _is_of_nameless(trigger: Trigger) -> bool:
    """«با شهرهای روسیه», «با شانزدهمین خواهرخوانده خود»: partners that the clause does not name."""
    clause = trigger.clause
    starts = {clause.sentence.line.first(place.span.start) for place in clause.places if place.level is _COUNTRY}
    if any(atom.stop in starts or _names_none(atom, trigger) for atom in clause.all("cities")):
        return True
    if trigger.event is not _SIGNING or trigger.head.has(*SISTER):
        return False
    return any(clause.has_before(atom, 1, "with") for atom in clause.all("sister_city") if not clause.has("two_cities"))


def _names_none(cities: Atom, trigger: Trigger) -> bool:
    """«با شهرهای روسی»: partners of whom none is named right after."""
    clause = trigger.clause
    if not clause.has_before(cities, 0, "with") or clause.has_after(cities, _NEAR, "count_list", "list_open"):
        return False
    after = parties_of(clause.sentence, cities.stop, clause.stop)
    return not any(party.first - cities.stop <= _NEAR for party in after)


def _is_of_states(trigger: Trigger) -> bool:
    """«سند همکاری دو کشور که در سفر رئیس‌جمهور بسته شد»: two countries are named, or heads of state, and no city."""
    clause = trigger.clause
    countries = {place.name for place in clause.places if place.level is _COUNTRY}
    return clause.has("state", "two_states") or len(countries) > 1


def _is_elses(trigger: Trigger, named: Sequence[Party]) -> bool:
    """Whether universities, provinces or ports are who acts, and not cities."""
    clause = trigger.clause
    if not clause.has(*NO_CITY) or (trigger.event is _PROPOSAL and clause.has("two_cities")):
        return False
    if clause.has("institutions", "provinces") and not clause.has("city", "municipality"):
        return True
    if trigger.event in (_EVENT, _EXCHANGE):
        return not named and not clause.has("joint", "this_city", "two_cities")
    return not (len(named) == 1 and clause.has("city", "municipality"))


def _named(parties: Sequence[Party], trigger: Trigger, cast: Cast, focus: Focus) -> Found:
    """Two cities or more stand in the clause."""
    groups = groups_of(parties, trigger.sentence)
    if len(groups) == 1:
        return _of_one_group(groups[0], parties, trigger, cast, focus)
    told = _between(groups, trigger)
    if told is not None:
        return told
    bound = matched(parties, trigger.sentence)
    if bound:
        return Found(bound, "matched")
    two = distinct(parties)
    tied = tied_group(groups, trigger)
    if tied is not None:
        return Found(((tied.parties[0], tied.parties[1]),), "the tie's own")
    heads = _heads_before(parties[0], trigger)
    host = Reference(cast, focus).meant(trigger) if heads else None
    if heads and host is None:
        # Partners of a city that nobody knows; never of one another.
        return Found()
    if host is not None:
        return Found(tuple((host, party) for party in two if party.place.id != host.place.id), "this city")
    if all(_is_led_in(group.parties[0], trigger) for group in groups):
        return _partners_of_speaker(two, trigger, cast)
    if len(two) == 2:
        return Found(((two[0], two[1]),), "named")
    subject = subject_of(groups, trigger)
    if subject is not None:
        return Found(tuple((subject, other) for other in two if other.place.id != subject.place.id), "subject")
    if trigger.event is _VISIT:
        return Found(_journeys(groups), "journey")
    if trigger.sentence.has("each_other"):
        longest = max(groups, key=lambda group: len(group.parties))
        return Found(tuple(combinations(longest.parties, 2)), "each other")
    joined = [group for group in groups if "between" in group.lead and len(group.parties) == 2]
    if len(joined) == 1 and trigger.event not in CONTACTS:
        return Found(((joined[0].parties[0], joined[0].parties[1]),), "between")
    home = cast.home.place.id if cast.home else ""
    own = next((group.parties[0] for group in groups if group.ids == {home}), None)
    if own is not None:
        others = (party for group in groups for party in _partners(group, groups) if party.place.id != home)
        return Found(tuple((own, party) for party in others), "home and list")
    single = [group for group in groups if len(group.parties) == 1 and "with" in group.lead]
    if len(groups) == 2 and len(single) == 1:
        # «الف و ب با پ پیمان بستند»
        own = single[0].parties[0]
        return Found(tuple((party, own) for party in two if party.place.id != own.place.id), "list with one")
    known = _known_among(parties, cast, focus)
    if known is not None:
        return Found((known,), "known pair")
    if "with" in groups[0].lead:
        # Partners of a city that is not said; never of one another.
        return Found()
    crossed = product(groups[0].parties, groups[1].parties)
    return Found(tuple((a, b) for a, b in crossed if a.place.id != b.place.id), "two lists")


def _of_one_group(group: Group, parties: Sequence[Party], trigger: Trigger, cast: Cast, focus: Focus) -> Found:
    """All cities of the clause stand in one list."""
    if trigger.event not in CONTACTS and "with" not in group.lead:
        couples = couples_of(parties, trigger.sentence)
        if couples:
            return Found(couples, "couples")
    if not _heads_before(parties[0], trigger):
        return _one_list(group, trigger, cast)
    host = Reference(cast, focus).meant(trigger)
    others = (party for party in group.parties if host is not None and party.place.id != host.place.id)
    return Found(tuple((host, party) for party in others if host is not None), "this city")


def _between(groups: Sequence[Group], trigger: Trigger) -> Found | None:
    """What «میان» says of several lists; None where it says nothing of them."""
    unknown = trigger.event not in CONTACTS and any(_is_beside_unknown(group, trigger) for group in groups)
    if unknown or (len(groups) == 2 and "in" in groups[1].lead and _is_before_unknown(groups[0], trigger)):
        return Found()
    between = [group for group in groups if "between" in group.lead]
    if trigger.event is Event.VISIT and between and trigger.clause.has(*TIES):
        # «در سفر هیئت پیمان میان الف و ب امضا شد»: the words say nothing of who travelled.
        return Found()
    if len(between) > 1 and all(len(group.parties) == 2 for group in between):
        # «میان الف و ب و میان پ و ت».
        return Found(tuple((group.parties[0], group.parties[1]) for group in between), "between each")
    return None


def _is_led_in(party: Party, trigger: Trigger) -> bool:
    """«با اوش», «با شهر اوش»."""
    before = trigger.sentence.between(trigger.clause.first, party.first)
    led = next((atom for atom in reversed(before) if not atom.has("city", "municipality")), None)
    if led is None or not led.has("with"):
        return False
    known = sum(atom.stop - atom.first for atom in before if atom.first >= led.stop)
    line = trigger.sentence.line
    return known == party.first - led.stop and all(line.is_soft(at) for at in range(led.stop, party.first + 1))


def _partners_of_speaker(parties: Sequence[Party], trigger: Trigger, cast: Cast) -> Found:
    """«شهردار الف گفت پیوند با ب خوب است و باید با پ نیز …»: each with the city that speaks, and never with another."""
    told = parties_of(trigger.sentence, trigger.sentence.words.start, trigger.clause.first)
    host = next((party for party in told if party.is_office), cast.home)
    if host is None or host.place.id in ids(parties):
        return Found()
    verb = trigger.sentence.next_verb(trigger.head)
    # «پیوند با ب خوب است و باید با پ …»: a partner is that of the predicate behind it.
    between = [other.first for other in trigger.clause.verbs if other.finite and other is not verb]
    own = [party for party in parties if verb is None or not any(party.first < at < verb.first for at in between)]
    own = [party for party in own if verb is None or party.first < verb.first]
    return Found(tuple((host, party) for party in own), "partners of the speaker")


def _heads_before(first: Party, trigger: Trigger) -> bool:
    """«این شهر با الف، ب و پ …»: whether a city is meant before partners that «با» leads in."""
    clause = trigger.clause
    heads = [atom for atom in clause.all("this_city", "that_city") if atom.stop <= first.first]
    if not heads or trigger.event in CONTACTS:
        return False
    leads = [atom for atom in clause.all("with", "between") if heads[0].stop <= atom.first < first.first]
    return bool(leads) and not any(atom.has("between") for atom in leads)


def _is_beside_unknown(group: Group, trigger: Trigger) -> bool:
    """«میان شهرداری‌های ؟ و اوش»: one of the two that a paper ties has a name that nobody knows."""
    if "between" not in group.lead or len(group.parties) != 1:
        return False
    first = group.parties[0].first
    joint = next((atom for atom in trigger.clause.all("and") if atom.stop == first), None)
    if joint is None or joint.first <= trigger.clause.first:
        return False
    at = joint.first - 1
    known = any(atom.first <= at < atom.stop for atom in trigger.clause.atoms)
    line = trigger.sentence.line
    return not known and not any(at in line.inside(place.span) for place in trigger.sentence.places)


def _is_before_unknown(group: Group, trigger: Trigger) -> bool:
    """«میان اوش و ؟ در بیت‌المقدس»: the other city is the one that nobody knows, and not where they met."""
    if "between" not in group.lead or len(group.parties) != 1:
        return False
    joint = next((atom for atom in trigger.clause.all("and") if atom.first == group.parties[0].stop), None)
    return joint is not None and not any(atom.first <= joint.stop < atom.stop for atom in trigger.clause.atoms)


def _partners(group: Group, groups: Sequence[Group]) -> tuple[Party, ...]:
    """A list beside the home city counts if it is led in as a partner, or if no other list is."""
    if group.lead & _LEADING or len(groups) < 3:
        return group.parties
    return () if any(other.lead & _LEADING for other in groups if other is not group) else group.parties


def _one_list(group: Group, trigger: Trigger, cast: Cast) -> Found:
    """«الف و ب خواهرخوانده شدند», «با الف و ب», «میان الف، ب و پ»."""
    parties, home = group.parties, cast.home
    at_home = home is not None and home.place.id in group.ids
    if trigger.event is _VISIT and home is not None and not at_home and not group.lead & _GOING:
        # «نمایندگان ب و پ آمدند»: to whom, is not said.
        return Found()
    ours = trigger.head.has("sister_city") and trigger.clause.has_after(trigger.head, 1, "us")
    led = ours or "with" in group.lead or any(verb.first_person for verb in trigger.clause.verbs)
    are_partners = home is not None and not at_home and led
    if "between" in group.lead and len(parties) > 2 and not _has_cities_between(parties, trigger):
        return Found(tuple(combinations(parties, 2)), "between")
    if len(parties) == 2 and not (are_partners and not (trigger.clause.has("two_cities") or "between" in group.lead)):
        return Found(((parties[0], parties[1]),), "named")
    if home is None or trigger.sentence.has("each_other"):
        return Found(tuple(combinations(parties, 2)), "each other")
    if not at_home:
        return Found(tuple((home, party) for party in parties), "partners of home")
    if trigger.event in (_VISIT, _NEGOTIATION) and len(parties) > 2:
        # «شهرداران الف، ب و پ حضور دارند»: they met somewhere, and not one another.
        return Found()
    own = next(party for party in parties if party.place.id == home.place.id)
    return Found(tuple((own, party) for party in parties if party is not own), "home in list")


def _has_cities_between(parties: Sequence[Party], trigger: Trigger) -> bool:
    """«میان الف و شهرهای ب و پ»: the first with each of the others, and not those with one another."""
    between = trigger.sentence.between(parties[0].stop, parties[-1].first)
    return any(atom.has("cities") for atom in between)


def _journeys(groups: Sequence[Group]) -> tuple[Pair, ...]:
    """«از الف به ب و سپس به پ»: each stop with the city that the travellers come from."""
    parties = [party for group in groups for party in group.parties]
    origin = next((group.parties[0] for group in groups if "from" in group.lead), None)
    origin = origin or next((party for party in parties if party.is_office), None) or parties[0]
    return tuple((origin, party) for party in distinct(parties) if party.place.id != origin.place.id)


def _known_among(parties: Sequence[Party], cast: Cast, focus: Focus) -> Pair | None:
    known = [*focus.pairs, *([cast.main] if cast.main else [])]
    return next((pair for pair in known if ids(pair) <= ids(parties)), None)
