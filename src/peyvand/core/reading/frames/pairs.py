"""Which cities a step is between: named together, in lists, one beside the city at home, or the pair spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from peyvand.core.ledger.words import Event
from peyvand.core.reading.frames.apart import are_told_apart, is_partner_alone, part_of
from peyvand.core.reading.frames.cast import Cast, Pair, distinct
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.elision import elided, opens_list, own_objects, own_stretch
from peyvand.core.reading.frames.focus import Focus, Found
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.lists import bracketed_in, called_behind, couples_in, groups_of, leads, twin_lists
from peyvand.core.reading.frames.pointing import are_of_others, is_of_state, points_to
from peyvand.core.reading.frames.steps import Step
from peyvand.core.reading.frames.table import TIED
from peyvand.core.reading.frames.words import Time, mask_of

_CONTACTS = (Event.VISIT, Event.NEGOTIATION, Event.EVENT, Event.EXCHANGE)
_ENDS = (Event.SUSPENSION, Event.TERMINATION)
_OF_A_PAPER = (Event.SIGNING, Event.RENEWAL, Event.APPROVAL)
_LIST_GAP = 4
# Between the last known of some names and a word for «after» behind them (words).
_AFTER_NAMES = 5
# Reasons that tell a pair by names alone.
BY_NAME = frozenset(("named", "between", "couples", "list beside list", "two lists", "each other"))
_FEW = 2
# Between "our city" and the small word that leads its partners in (words).
_SUBJECT_IN = 4
_LED = mask_of("with", "between")
_VERBS = mask_of("sign", "approve", "renew", "suspend", "end")


def pairs_of(step: Step, cast: Cast, focus: Focus) -> Found:
    """The pairs that a step is between; none where they cannot be known."""
    sentence = step.sentence
    found = Found()
    if len(sentence.cities) < _FEW and _is_with_stranger(step):
        return Found()
    if not step.frame.contact and _is_with_any(step):
        return Found()
    if (told := _of_item(step, cast, focus)).pairs:
        return told
    inner: list[City] = []
    past = _gone_before(sentence)
    if (told := _of_relative(step)).pairs or len((told := _between_each(step)).pairs) > 1:
        return _plausible(told, step, cast)
    for first, stop in _scopes(step):
        cities = distinct([city for city in sentence.cities if first <= city.first < stop and city not in past])
        if (
            (first, stop) == (sentence.first, sentence.stop)
            and len(cities) == _FEW
            and not (step.frame.contact or step.event is Event.STANDING)
        ):
            # «C'est à X … que Y a signé»: the place of another clause is no party.
            # But «sera signée à X, puis à Y» names both.
            cities = [one for one in cities if one in inner or not _is_venue(one, sentence)] or _main_of(cities, cast)
        alone = len(inner) == 1 and (_is_venue(inner[0], sentence) or not opens_list(step))
        apart = are_told_apart(cities, step, cast)
        if alone and (apart or (len(cities) > _FEW and step.event is not Event.STANDING)):
            # One city in a clause of its own, beside others that do other things.
            found = _beside(inner[0], step, cast, focus)
            break
        if apart and step.weak:
            break
        if len(cities) >= 2:
            found = _named(cities, step, cast)
            break
        if len(cities) == 1 and (first, stop) == (sentence.first, sentence.stop):
            found = _beside(cities[0], step, cast, focus)
        inner = cities
    if not sentence.cities:
        found = _pointed(step, cast, focus)
    return _plausible(Found((*found.pairs, *elided(step, found.pairs)), found.why), step, cast)


def _main_of(cities: list[City], cast: Cast) -> list[City]:
    """Two cities, if they are the pair that the article is about."""
    main = {city.place.id for city in cast.main} if cast.main else set()
    return cities if {city.place.id for city in cities} == main else []


def _of_item(step: Step, cast: Cast, focus: Focus) -> Found:
    """ "- Lodz (Poland): signed in 1994": what an item of a list tells is between its city and the one at home."""
    item = focus.items.get(step.sentence.paragraph)
    if item is None or cast.home is None or step.weak or not step.mode.sure:
        return Found()
    own = {item.place.id, cast.home.place.id}
    if len(own) < _FEW or any(city.place.id not in own for city in step.sentence.cities):
        return Found()
    return Found(((cast.home, item),), "item")


def _of_relative(step: Step) -> Found:
    """ "A, which is twinned with X and Y, …": the city that a clause hangs on with those within the clause."""
    sentence = step.sentence
    first, stop = sentence.clause(step.head.first)
    opens = any(hit.mask & BITS["cut"] for hit in sentence.within(first, first + 1))
    if first == sentence.first or not opens or step.frame.contact:
        return Found()
    subject = next((city for city in sentence.cities if first in (city.stop, city.after)), None)
    partners = distinct([city for city in sentence.cities if first < city.first < stop])
    if subject is None or (step.event is not Event.STANDING and _is_venue(subject, sentence)):
        # "The office in Brussels, which …": the clause hangs on what is there.
        return Found()
    if partners and all(leads([one], sentence) == "with" for one in (subject, *partners)):
        # "Has ties with A, and those with B were renewed".
        return Found()
    return Found(tuple((subject, city) for city in partners if city.place.id != subject.place.id), "relative")


def _between_each(step: Step) -> Found:
    """ "Between A and B, and between C and D"."""
    groups = groups_of(step.sentence.cities, step.sentence)
    between = [group for group in groups if len(group) == _FEW and leads(group, step.sentence) == "between"]
    return Found(tuple((one, other) for one, other in between), "between")


def _gone_before(sentence: Sentence) -> list[City]:
    """Those that the sentence names only as having come before: «A, X ve Y'den sonra Z ile …»."""
    behind = [hit.first for hit in sentence.hits if hit.mask & BITS["after"]]
    cities = list(sentence.cities)
    gone: list[City] = []
    for at in behind:
        before = [city for city in cities if city.stop <= at]
        if not before or at - before[-1].stop > _AFTER_NAMES:
            continue
        stop = at
        while before and stop - before[-1].stop <= _LIST_GAP and before[-1].first > sentence.first:
            stop = before[-1].first
            gone.append(before.pop())
    return gone if len(distinct([city for city in cities if city not in gone])) > 1 else []


def _is_with_stranger(step: Step) -> bool:
    """Whether the partner that a small word leads in has a name that nobody knows."""
    row, sentence = step.sentence.row, step.sentence
    if not row.tells_names:
        return False
    labelled = {hit.first for hit in sentence.hits}
    leads = (hit.stop for hit in sentence.within(*sentence.clause(step.head.first)) if hit.mask & BITS["with"])
    if row.led_behind:
        return False
    return any(
        at < sentence.stop and row.capital[at] and at not in labelled and not sentence.names.begins(at)
        for at in leads
        if row.gaps[at : at + 1] == [" "]
    )


def _is_with_any(step: Step) -> bool:
    """ "Has ties with other cities": whether the clause leads in cities that it does not name, and none by name."""
    sentence = step.sentence
    first, stop = sentence.clause(step.head.first)
    if sentence.row.led_behind:
        # «başka belediyelerle»: one word says both, right before the verb.
        near = sentence.within(max(first, step.head.first - _LIST_GAP), step.head.first)
        return any(hit.mask & BITS["with"] and hit.mask & BITS["generic"] for hit in near)
    leads = [hit.stop for hit in sentence.within(first, stop) if hit.mask & BITS["with"]]
    if not leads or any(first <= city.first < stop for city in sentence.cities):
        return False
    return all(sentence.masked(at, at + 1) & BITS["generic"] for at in leads)


def _scopes(step: Step) -> list[tuple[int, int]]:
    """Where the parties are sought: the clause, the sentence; a list of partners may go on over stops."""
    sentence = step.sentence
    row = sentence.row
    if step.event is Event.STANDING and any(
        set(row.gaps[at]) & set(";:；：") for at in range(sentence.first + 1, sentence.stop)
    ):
        return [(sentence.first, sentence.stop)]
    own = own_stretch(step)
    clause, whole = sentence.clause(step.head.first), (sentence.first, sentence.stop)
    return [*([own] if own else ()), clause, part_of(step), whole]


def _named(cities: list[City], step: Step, cast: Cast) -> Found:
    """Two cities or more stand in the clause."""
    home = cast.home.place.id if cast.home else ""
    own = next((city for city in cities if city.place.id == home), None)
    if own is None and _is_ours(cities[0], step):
        # «我市与A、B签署…»: the city whose news this is has no other name here.
        return Found(tuple((cast.home, city) for city in cities) if cast.home else (), "home and list")
    if own is None and cast.home and step.event is Event.STANDING and _are_behind(cities, step):
        return Found(tuple((cast.home, city) for city in cities), "home and list")
    called = called_behind(step.head, step.sentence) if step.event is Event.STANDING else []
    if own is None and cast.home and called:
        return Found(tuple((cast.home, city) for city in called), "home and list")
    groups = groups_of(cities, step.sentence)
    if step.event is Event.STANDING and (
        twin := twin_lists(groups_of(step.sentence.cities, step.sentence), step.sentence)
    ):
        return Found(twin, "list beside list")
    if len(cities) > 2 and (couples := couples_in(groups, step.sentence) or bracketed_in(cities, step.sentence)):
        return Found(couples, "couples")
    if step.frame.contact and len(cities) > _FEW and (met := _of_main(groups, cast)):
        return Found(met, "main pair")
    if len(cities) == 2:
        if all(leads(group, step.sentence) == "with" for group in groups) and (holder := _holder(cities, cast)):
            return Found(tuple((holder, city) for city in own_objects(step, cities)), "list with home")
        if cast.home and not step.frame.contact and is_partner_alone(groups, step, cast):
            return Found(((cast.home, cities[0]),), "with home")
        return Found(((cities[0], cities[1]),), "named")
    if len(cities) > _FEW and not step.frame.contact and (own_part := _own_part(cities, step)):
        return Found(tuple((own_part[0], city) for city in own_part[1:]), "own part")
    if step.sentence.has(BITS["each_other"]) and len(groups[-1]) > 2:
        longest = max(groups, key=lambda group: len(group))
        return Found(tuple(combinations(longest, 2)), "each other")
    cities = _without_venues(cities, step, cast)
    if len(cities) == 2:
        return Found(((cities[0], cities[1]),), "named")
    if (between := _between_each(step)).pairs:
        return between
    if len(groups) == 2 and min(map(len, groups)) == 1 and not step.frame.contact:
        crossed = product(groups[0], groups[1])
        return Found(tuple((a, b) for a, b in crossed if a.place.id != b.place.id), "two lists")
    if own is not None:
        return Found(tuple((own, city) for city in cities if city is not own), "home and list")
    if len(groups) > 1 and len(groups[0]) == 1 and not step.frame.contact:
        return Found(tuple((cities[0], city) for city in cities[1:]), "first and list")
    if step.frame.contact and cast.home is not None and all(city.office for city in cities):
        # "The mayors of A, B and C came": to the city whose news it is.
        return Found(tuple((cast.home, city) for city in cities), "list with home")
    if cast.home is not None and len(groups) == 1 and not _is_subject(groups[0], step):
        return Found(tuple((cast.home, city) for city in cities), "list with home")
    return Found()


def _holder(partners: Sequence[City], cast: Cast) -> City | None:
    """Whose partners two cities are that small words lead in: the city at home, else one's partner in the article."""
    ids = {city.place.id for city in partners}
    if cast.home is not None and cast.home.place.id not in ids:
        return cast.home
    others = [city for city in cast.main or () if city.place.id not in ids]
    return others[0] if len(others) == 1 else None


def _is_ours(first: City, step: Step) -> bool:
    """Whether the clause of a step begins with "our city", before any city is named."""
    begin, stop = step.sentence.clause(step.head.first)
    if step.sentence.row.led_behind:
        # «A ve B, belediyemizle …», «A ile ilçemiz arasında».
        here = (hit for hit in step.sentence.within(begin, stop) if hit.mask & BITS["this_city"])
        return any((hit.mask | step.sentence.masked(hit.stop, hit.stop + 1)) & _LED for hit in here)
    ours = (hit for hit in step.sentence.within(begin, first.first) if hit.mask & BITS["this_city"])
    return any(step.sentence.masked(hit.stop, hit.stop + _SUBJECT_IN) & BITS["with"] for hit in ours)


def _are_behind(cities: Sequence[City], step: Step) -> bool:
    """ "The twin towns of our city: A, B": whether all stand behind the colon that a word of the tie leads to."""
    _, stop = step.sentence.clause(step.head.first)
    between = any(leads([city], step.sentence) == "between" for city in cities)
    return opens_list(step) and not between and all(city.first >= stop for city in cities)


def _is_subject(group: Sequence[City], step: Step) -> bool:
    """Whether a list opens a sentence and its verb comes behind: those told of, each with partners of its own."""
    sentence = step.sentence
    if leads(group, sentence) == "with":
        return False
    verbs = (hit.first for hit in sentence.hits if hit.time is not Time.NOUN or hit.mask & mask_of("stand", "own"))
    return group[0].first == sentence.first and any(at >= group[-1].stop for at in verbs)


def _own_part(cities: Sequence[City], step: Step) -> list[City]:
    """ "A ended its tie with X and suspended that with Y": the subject with the cities behind a step's own verb."""
    first, stop = step.sentence.clause(step.head.first)
    verbs = [
        hit.first for hit in step.sentence.within(first, stop)
        if hit.time is step.head.time and hit.mask & _VERBS and not hit.mask & BITS["sister"]
    ]  # fmt: skip
    if len(verbs) < _FEW or step.head.first not in verbs:
        return []
    subject = [city for city in cities if city.first < verbs[0]]
    limit = next((at for at in verbs if at > step.head.first), stop)
    objects = [city for city in cities if step.head.first < city.first < limit]
    return [subject[0], *objects] if len(subject) == 1 and objects else []


def _of_main(groups: Sequence[list[City]], cast: Cast) -> tuple[Pair, ...]:
    """The pair of the article, and those listed with the partner, where other cities are named beside."""
    if cast.main is None or cast.home is None:
        return ()
    ids = {city.place.id for group in groups for city in group}
    partner = next((city for city in cast.main if city.place.id != cast.home.place.id), None)
    if partner is None or not {city.place.id for city in cast.main} <= ids:
        return ()
    mates = next(group for group in groups if partner.place.id in {city.place.id for city in group})
    if cast.home.place.id in {city.place.id for city in mates}:
        return (cast.main,)
    return tuple((cast.home, city) for city in mates if city.place.id != cast.home.place.id)


def _without_venues(cities: list[City], step: Step, cast: Cast) -> list[City]:
    """Without cities where something between two others took place."""
    main = {city.place.id for city in cast.main} if cast.main else set()
    if step.event in _CONTACTS or len(main & {city.place.id for city in cities}) < 2:
        return cities
    return [city for city in cities if city.place.id in main or not _is_venue(city, step.sentence)]


def _is_venue(city: City, sentence: Sentence) -> bool:
    return city.venue or any(hit.mask & BITS["where"] for hit in sentence.within(city.first - 1, city.first))


def _is_elsewhere(city: City, step: Step, main: Pair) -> bool:
    """Whether a paper of the pair that the article is about was signed in some other town: "signed in Paris"."""
    if city.place.id in {one.place.id for one in main}:
        return False
    return _is_venue(city, step.sentence) and not step.sentence.has(mask_of("with", "between"))


def _beside(city: City, step: Step, cast: Cast, focus: Focus) -> Found:
    """One city is named: the other is the city at home, or its partner."""
    if cast.home is None and (known := focus.known_pair(city, None)):
        return Found((known,), "known pair")
    if cast.home is None:
        # An article on many cities: the partner is the one spoken of before in the paragraph.
        last = focus.last if focus.paragraph == step.sentence.paragraph else None
        if last is None or last.place.id == city.place.id or step.frame.contact or step.weak:
            return Found()
        return Found(((last, city),), "with the last")
    venue = city.venue and step.sentence.has(BITS["two_cities"])
    if step.event in (*_OF_A_PAPER, *_ENDS) and cast.main and (venue or _is_elsewhere(city, step, cast.main)):
        return Found((focus.pair or cast.main,), "pair spoken of")
    if city.place.id == cast.home.place.id and (pointed := _pointed(step, cast, focus)).pairs:
        return pointed
    general = step.frame.contact or step.event is Event.STANDING
    unsaid = (general and step.sentence.has(BITS["generic"])) or (step.frame.contact and is_of_state(step))
    if city.place.id == cast.home.place.id and (unsaid or _is_of_several(step)):
        return Found()
    known = focus.known_pair(city, cast.home)
    if known is not None:
        return Found((known,), "known pair")
    if city.place.id != cast.home.place.id:
        near = focus.neighbour(step.sentence, cast.home)
        if near is not None and not step.frame.contact and city.place.country != near.place.country:
            return Found(((near, city),), "with the last")
        if focus.pair and city.place.id in {one.place.id for one in focus.pair} and not step.sentence.has(TIED):
            return Found((focus.pair,), "pair spoken of")
        return Found(((cast.home, city),), "with home")
    return _pointed(step, cast, focus)


def _pointed(step: Step, cast: Cast, focus: Focus) -> Found:
    """No city is named, or only the one at home."""
    vague = step.head.time is Time.NOUN and not step.mode.sure and not step.head.mask & BITS["delegation"]
    # A verb without tense tells it of the two cities alone.
    tenses = ("present", "told") if not step.sentence.has(BITS["two_cities"]) else ("present",)
    vague = vague or (step.event is Event.SIGNING and step.mode.why in tenses)
    pair = focus.pair or cast.main
    if focus.recent and step.sentence.has(BITS["latter"]):
        pair = focus.recent[-1]
    if pair and step.frame.contact and (are_of_others(pair, step) or is_of_state(step)):
        return Found()
    points = step.follows or step.sentence.has(step.frame.points) or points_to(step, pair, cast)
    if step.weak or vague or _is_of_several(step) or not points or step.sentence.has(BITS["generic"]):
        return Found()
    return Found((pair,), "pair spoken of") if pair else Found()


def _is_of_several(step: Step) -> bool:
    """«Geschlossen, trugen die Partnerschaften …», «Gäste aus den Partnerstädten»: whether a step is of no one tie."""
    sentence = step.sentence
    first, stop = sentence.clause(step.head.first)
    if step.event is Event.SIGNING:
        first, stop = sentence.first, sentence.stop
    elif step.frame.contact:
        first, stop = step.head.stop, step.head.stop + _FEW
    return bool(sentence.masked(first, stop) & BITS["several"])


def _plausible(found: Found, step: Step, cast: Cast) -> Found:
    """Without meetings of two cities of one country that no tie is told of, and without a city with itself."""
    main = {city.place.id for city in cast.main} if cast.main else set()
    home = cast.home.place.id if cast.home else ""
    kept = []
    for one, other in found.pairs:
        if one.place.id == other.place.id:
            continue
        if step.frame.contact and home not in (one.place.id, other.place.id) and {one.place.id, other.place.id} != main:
            continue
        domestic = one.place.country == other.place.country
        tied = step.sentence.has(TIED) and not step.frame.contact
        if domestic and {one.place.id, other.place.id} != main and not tied:
            continue
        kept.append((one, other))
    return Found(tuple(kept), found.why)
