"""Lists of partners: «با ۹ شهر از جمله الف و ب», «این شهرها الف، ب و پ هستند», «الف با ب و پ با ت»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from peyvand.core.calendar import DateMention
from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.cast import Pair
from peyvand.core.reading.parties import Group, Party, distinct, groups_of, ids, parties_of
from peyvand.core.reading.reference import CONTACTS, Found
from peyvand.core.reading.sentence import TIES, Clause, Sentence, is_counted
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom

# How the pairs were found of which a sentence only counts the partners again.
COUNTED_AGAIN = "counted again"
# After «با ۹ شهر» so many words may stand before the first name of a list without a word that opens it.
_NEAR = 2
# With one of these before it, a city is no subject.
_RELATING = frozenset(("with", "between", "in", "from", "to"))
_JOINING = frozenset(("with", "besides"))
_OPENING = ("count_list", "list_open")
# A city and two of its partners.
_LEAST = 3
_OF_TIE = ("city", "cities", "two_cities", "between", "municipality")
_COMMAS = frozenset("،,:")
_MOVES = ("go", "come", "send", "arrive", "return")
_LISTING = (Event.STANDING, Event.SIGNING)
_BESIDE_NAMES = ("with", "city", "municipality", "province", "region")


def opens_list(trigger: Trigger) -> bool:
    """Whether partners are counted or announced instead of named: «با سه شهر خواهرخوانده است: …»."""
    clause, sentence = trigger.clause, trigger.sentence
    if trigger.why == "list" or (clause.counts_cities and trigger.event in _LISTING):
        return True
    if counts_partners(clause) and _goes_on(clause):
        return True
    if trigger.event is not Event.STANDING or sentence.line.sign(clause.stop) != ":":
        return False
    if any(verb.finite and verb.kind not in ("be", "have") for verb in sentence.verbs if verb.first >= clause.stop):
        # «… به خواهرخواندگی یزد اشاره کرد و گفت: نخستین …»: what follows tells of itself.
        return False
    named = len(parties_of(sentence, clause.first, clause.stop))
    after = len(parties_of(sentence, clause.stop, sentence.words.stop))
    # «یک خواهرشهر دارد: ب»
    return named <= 1 and after > (0 if trigger.head.has("sister_city") and named else 1)


def counts_partners(clause: Clause) -> bool:
    """«پنج شهر خواهرخوانده», «سه خواهرشهر»: a number right before the word for partners."""
    numbers = {atom.stop for atom in clause.all("several", "two")}
    cities = {atom.stop for atom in clause.all("city") if atom.first in numbers}
    return any(atom.first in numbers | cities for atom in clause.all("sister_city"))


def _goes_on(clause: Clause) -> bool:
    """«… که الف، ب و پ هستند»: the clause after it only says who is meant."""
    sentence = clause.sentence
    after = sentence.clauses[clause.at + 1] if clause.at + 1 < len(sentence.clauses) else None
    if after is None or not after.atoms or not after.atoms[0].has("join_that") or after.atoms[0].first != after.first:
        return False
    return any(verb.kind in ("be", "have") and verb.finite and not verb.negative for verb in after.verbs[-1:])


def _lists_after(clause: Clause) -> bool:
    """«… با ۹ شهر پیمان دارد و الف، ب و پ در این فهرست هستند»: the next clause only names them."""
    sentence = clause.sentence
    after = sentence.clauses[clause.at + 1] if clause.at + 1 < len(sentence.clauses) else None
    if after is None or after.has("sign", "propose", "talk", "travel", *TIES):
        return False
    verbs = [verb for verb in after.verbs if verb.finite]
    is_told = len(verbs) == 1 and verbs[0].kind == "be" and not verbs[0].negative
    return is_told and len(parties_of(sentence, after.first, after.stop)) > 1


def listed(trigger: Trigger, home: Party | None) -> Found:
    """The city with each of the list that its clause opens; without a list it names nobody.

    ``home`` is the city whose partners they are where the clause does not name it.
    """
    clause, sentence = trigger.clause, trigger.sentence
    marks = _marks(trigger)
    if trigger.event not in _LISTING or not marks:
        return Found()
    first = min(marks[0], trigger.head.first) if trigger.head.has("they") else marks[0]
    # «پایتخت ژاپن با ۲۳ شهر …»: the city is said, but not by its name.
    stranger = any(atom.stop <= first for atom in clause.all("capital"))
    own = next(iter(parties_of(sentence, clause.first, first)), None if stranger else home)
    verb = next((verb for verb in sentence.verbs if verb.finite and verb.first > marks[0]), None)
    ends = verb.first if verb is not None and marks[0] < clause.stop else sentence.words.stop
    others = distinct(parties_of(sentence, marks[0], ends))
    return Found(tuple((own, other) for other in others if own and other.place.id != own.place.id), "list")


def are_counted_again(trigger: Trigger) -> bool:
    """«این ۱۰ شهر با … پیمان بسته‌اند»: the partners of the list before, counted and not named again."""
    clause = trigger.clause
    for city in clause.all("city"):
        number = [atom for atom in clause.all("several") if atom.stop == city.first]
        first = number[0].first if number else city.first - 1
        pointed = any(atom.stop == first for atom in clause.all("this"))
        if pointed and (number or is_counted(city, clause.sentence.line)) and city.first < trigger.head.first:
            return True
    return False


def as_standing(trigger: Trigger, found: Found) -> tuple[Trigger, Found]:
    """«الف با ب، پ و ت خواهرخوانده شده است»: of several partners at once and no day, it says how things stand."""
    verb = trigger.mode.verb
    became = trigger.event is Event.SIGNING and trigger.why == "became" and trigger.modality is Modality.DONE
    if not became or verb is None or not verb.perfect or len(found.pairs) < 2:
        return trigger, found
    if any(not _is_limit(date, trigger) for date in trigger.clause.dates) or trigger.clause.has("each_other"):
        return trigger, found
    return replace(trigger, event=Event.STANDING), found


def all_of(trigger: Trigger) -> Found:
    """«الف، ب و پ …، که همگی خواهرخوانده ت هستند»: each of those before with the city after."""
    clause, sentence, head = trigger.clause, trigger.sentence, trigger.head
    own = next(iter(parties_of(sentence, head.stop, clause.stop)), None)
    if not head.has("sister_city") or own is None or own.first - head.stop > 1:
        return Found()
    others = distinct(parties_of(sentence, sentence.words.start, head.first))
    return Found(tuple((own, other) for other in others if other.place.id != own.place.id), "all of them")


def relative_subject(named: Sequence[Party], trigger: Trigger) -> Party | None:
    """«الف که … بود، اکنون با ب و پ پیمان دارد»: the city that the relative clause was about."""
    sentence, before = trigger.sentence, trigger.clause.earlier
    if before is None or not named or trigger.event not in _LISTING:
        return None
    groups = groups_of(named, sentence)
    if len(groups) != 1 or "with" not in groups[0].lead:
        return None
    opened = {atom.first for atom in before.all("join_that")}
    cities = parties_of(sentence, before.first, before.stop)
    subject = next((p for p in cities if p.stop in opened), None)
    if subject is None and cities and _is_goal(cities[-1], trigger.clause):
        subject = cities[-1]
    return subject if subject is not None and subject.place.id not in ids(named) else None


def _is_goal(city: Party, clause: Clause) -> bool:
    """«به الف رسید که با ب خواهرخوانده است»: where something went is what the words after the predicate are about."""
    before = clause.earlier
    if before is None or not any(atom.first == clause.first for atom in clause.all("join_that")):
        return False
    moved = [verb for verb in before.verbs if verb.finite]
    travels = any(moved and atom.stop == moved[-1].first for atom in before.all("travel"))
    moves = bool(moved) and (moved[-1].kind in _MOVES or travels)
    return moves and any(0 <= city.first - atom.stop <= 1 for atom in before.all("to", "from"))


def _is_limit(date: DateMention, trigger: Trigger) -> bool:
    """«تا امروز»: no day on which anything was done."""
    first = trigger.sentence.line.first(date.span.start)
    return any(first - 1 <= atom.first <= first for atom in trigger.clause.all("until"))


def subject_of(groups: Sequence[Group], trigger: Trigger) -> Party | None:
    """The one city before partners that «با» leads in: «الف از جمله با ب، پ و ت خواهرخوانده است»."""
    if trigger.event in CONTACTS or not _RELATING.isdisjoint(groups[0].lead) or len(groups[0].parties) != 1:
        return None
    return groups[0].parties[0] if groups[1].lead & _JOINING else None


def members(trigger: Trigger) -> Found:
    """«الف و ب از خواهرخوانده‌های پ هستند»: each of those before with the city after."""
    clause, sentence, head = trigger.clause, trigger.sentence, trigger.head
    if trigger.event is not Event.STANDING or not head.has("sister_city"):
        return Found()
    if not clause.has_before(head, 1, "from") and not _closes_list(head, clause):
        return Found()
    after = (party for party in parties_of(sentence, head.stop, clause.stop) if party.first - head.stop <= _NEAR)
    own = next(after, None)
    others = distinct(parties_of(sentence, clause.first, head.first))
    if own is None or not others:
        return Found()
    return Found(tuple((own, other) for other in others if other.place.id != own.place.id), "members")


def _closes_list(head: Atom, clause: Clause) -> bool:
    """«الف و ب خواهرخوانده‌های پ هستند»: the partners' word follows their names, and whose they are follows it."""
    after = parties_of(clause.sentence, head.stop, clause.stop)
    before = parties_of(clause.sentence, clause.first, head.first)
    if not head.has("partners") or len(after) != 1 or len(distinct(before)) < _LEAST - 1:
        return False
    return before[-1].stop == head.first and after[0].first == head.stop


def owners(trigger: Trigger) -> Found:
    """«خواهرخوانده‌های پ، شهرهای الف و ب هستند»: the city right after the word with each of those that follow."""
    clause, sentence, head = trigger.clause, trigger.sentence, trigger.head
    if not head.has("sister_city") or trigger.event not in _LISTING or parties_of(sentence, clause.first, head.first):
        return Found()
    after = distinct(parties_of(sentence, head.stop, clause.stop))
    if len(after) < 2 or after[0].first - head.stop > 1:
        return Found()
    opened = any(atom.first == after[0].stop for atom in clause.all("list_open")) or lists_after(head, after, clause)
    if not opened and sentence.line.sign(after[0].stop) not in _COMMAS:
        return Found()
    return Found(tuple((after[0], other) for other in after[1:]), "owner")


def lists_after(head: Atom, after: Sequence[Party], clause: Clause) -> bool:
    """«خواهرخوانده‌های الف ب و پ‌اند», «در فهرست خواهرخوانده‌های الف نام ب و پ دیده می‌شود»."""
    if not head.has("partners") or len(after) < _LEAST:
        return False
    adjacent = after[1].first == after[0].stop and clause.sentence.line.is_soft(after[1].first)
    rolled = (clause.has_before(head, 1, "roll", "ranks") or clause.has_before(head, 0, "between")) and not any(
        verb.negative for verb in clause.verbs
    )
    return adjacent or rolled


def tied_group(groups: Sequence[Group], trigger: Trigger) -> Group | None:
    """The two cities right after a tie («سند خواهرخواندگی الف و ب»), or called two cities («الف و ب، دو شهر خواهر»)."""
    clause, sentence = trigger.clause, trigger.sentence
    two = [group for group in groups if len(group.parties) == 2]
    if trigger.event not in CONTACTS:
        for group in two:
            first = group.parties[0].first
            ties = (
                atom for atom in clause.all(*TIES) if 0 <= first - atom.stop <= _NEAR and not atom.has("sister_city")
            )
            if any(_leads_on(sentence, tie.stop, first) for tie in ties):
                return group
    called = {atom.first for atom in clause.all("two_cities", "sister_city") if _is_aside(atom, sentence)}
    return next((group for group in two if group.parties[1].stop in called), None)


def _is_aside(atom: Atom, sentence: Sentence) -> bool:
    """Whether commas, or for «دو شهر» a comma before, part a word from the rest."""
    line = sentence.line
    closed = atom.has("two_cities") or line.sign(atom.stop) in _COMMAS
    return bool(line.sign(atom.first)) and line.sign(atom.first) in _COMMAS and closed


def _leads_on(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether only words for cities stand between a tie and its cities."""
    known = {at for atom in sentence.between(first, stop) if atom.has(*_OF_TIE) for at in range(atom.first, atom.stop)}
    return all(at in known for at in range(first, stop))


def _marks(trigger: Trigger) -> list[int]:
    """The word indexes at which a list may begin: after «از جمله», after a colon, after «با ۹ شهر»."""
    clause, sentence = trigger.clause, trigger.sentence
    if trigger.head.has("they"):
        return [trigger.head.stop]
    numbers = {atom.stop for atom in clause.all("several")}
    cities = clause.all("city", "sister_city")
    counted = [atom.stop for atom in cities if is_counted(atom, sentence.line) or atom.first in numbers]
    since = min([trigger.head.stop, *counted])
    marks = [atom.stop for atom in clause.all(*_OPENING) if atom.first >= since]
    after = [atom for atom in sentence.between(clause.stop, sentence.words.stop) if not atom.has("join_that")][:1]
    opened = [atom.stop for atom in after if atom.first - clause.stop <= 1 and atom.has(*_OPENING)]
    if opened and counted:
        marks += opened
    elif sentence.line.sign(clause.stop) == ":" or (counts_partners(clause) and _goes_on(clause)):
        marks.append(clause.stop)
    if not marks and counted and _lists_after(clause):
        marks.append(clause.stop)
    if marks or len(counted) != 1:
        return marks
    named = parties_of(sentence, counted[0], clause.stop)
    return [counted[0]] if len(named) > 1 and named[0].first - counted[0] <= _NEAR else []


def matched(parties: Sequence[Party], sentence: Sentence) -> tuple[Pair, ...]:
    """«الف با ب و پ با ت»: two pairs or more that «با» ties; nothing where there are not so many."""
    bound = bound_in_turn(parties, sentence)
    return bound if len(bound) > 1 else ()


def bound_in_turn(parties: Sequence[Party], sentence: Sentence) -> tuple[Pair, ...]:
    """The pairs that «با» ties, if every city named is of one."""
    bound = [(one, other) for one, other in pairwise(parties) if _are_bound(one, other, sentence)]
    apart = all(earlier[1] is not later[0] for earlier, later in pairwise(bound))
    return tuple(bound) if apart and len(bound) * 2 == len(parties) else ()


def _are_bound(one: Party, other: Party, sentence: Sentence) -> bool:
    """Whether only «با», and words for cities and countries, stand between two names."""
    between = sentence.between(one.stop, other.first)
    if not between or not any(atom.has("with") for atom in between):
        return False
    known = {at for atom in between if atom.has(*_BESIDE_NAMES) for at in range(atom.first, atom.stop)}
    for mention in sentence.places:
        if mention.level is not Level.CITY:
            known |= {*sentence.line.inside(mention.span)}
    return all(at in known for at in range(one.stop, other.first))
