"""Visits: a mayor or a delegation travels to the other city, or is invited there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peyvand.core.gazetteer import Level, Role
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.mode import Force, governed
from peyvand.core.reading.presence import together
from peyvand.core.reading.sentence import TIES, Clause
from peyvand.core.reading.trigger import Trigger, as_head, contact, offices_acting
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_MOVES = ("go", "come", "send", "arrive", "see", "return")
_TRAVELLERS = ("envoy", "state", "municipality", "delegation", "province", "experts")
_HOSTED = ("delegation", "municipality", "experts", "guest", "counterpart", "host")
# How many words may stand between «سفر» and «به».
_GOAL = 6
# So many words after «وارد» the place stands: «وارد فرودگاه بین‌المللی …».
_ENTERED = 4
# With these words something else than people moves.
_NO_JOURNEY = ("bill", "travel", "sign", "approve", "vote", "draft", "report", "renew", "end")


def visits(clause: Clause) -> Iterator[Trigger]:
    """The journeys between two cities that a clause tells of."""
    if clause.has("envoy", "state") and not clause.has("delegation", "municipality"):
        return
    if clause.has("pilgrimage") or _are_of_country(clause):
        return
    for head in clause.all("travel"):
        if _is_journey(head, clause):
            told = (_told_as_over(trigger) for trigger in contact(Event.VISIT, head, clause))
            yield from (trigger for trigger in told if not _is_on_the_way(trigger))
    if clause.has(*_HOSTED) or _is_said_by_mayor(clause):
        for moved in _hosted(clause):
            yield from (_told_as_over(trigger) for trigger in contact(Event.VISIT, moved, clause))
        yield from _in_city_hall(clause)
    yield from together(clause)
    yield from _invitations(clause)


def _are_of_country(clause: Clause) -> bool:
    """«هیئتی از ایران به شهرداری ب رفت»: of which city the travellers are, is not said."""
    line = clause.sentence.line
    countries = {line.first(place.span.start) for place in clause.places if place.level is Level.COUNTRY}
    froms = {atom.first: atom.stop for atom in clause.all("from")}
    sent = [atom for atom in clause.all("delegation") if froms.get(atom.stop) in countries]
    return bool(sent) and len(clause.all("delegation", "municipality")) - len(sent) < 2


def _is_on_the_way(trigger: Trigger) -> bool:
    """«ضمن بازدید از کارگاه‌ها آشنا خواهند شد»: what is to be seen there is no journey of its own."""
    verb, head, clause = trigger.mode.verb, trigger.head, trigger.clause
    if trigger.modality is Modality.DONE:
        return False
    hoped = clause.has_before(head, 1, "hope", "wants", "ready", "need", "purpose", "plan")
    hoped = hoped or clause.sentence.has("invite") or any(one.kind == "invite" for one in clause.sentence.verbs)
    if verb is not None and verb.tense is Tense.SUBJUNCTIVE and trigger.mode.force < Force.STATED and not hoped:
        # «امیدواریم مهمان از سفر خود خاطره خوشی ببرد».
        return True
    if clause.has_before(head, 0, "this") and clause.has_before(head, 2, "in"):
        # «در این سفر … دیدار می‌کند»
        return True
    return (verb is not None and "lasting" in verb.labels) or clause.has_before(head, 1, "within")


def _told_as_over(trigger: Trigger) -> Trigger:
    """«پس از سفر شهردار … پیمان امضا می‌شود»: what is still to come follows a journey that has been made."""
    mode, clause = trigger.mode, trigger.clause
    if mode.force is not Force.STATED and clause.has_before(trigger.head, 0, "program"):
        # «به برنامه سفر هیئت … اشاره کرد».
        return replace(trigger, mode=governed(Modality.PLANNED, mode.verb, "program"))
    if mode.modality is Modality.PLANNED and any(verb.kind == "invite" for verb in clause.sentence.verbs):
        # «او را فراخواند تا … ببیند».
        return replace(trigger, mode=governed(Modality.WISHED, mode.verb, "invited"))
    if trigger.head.has("host") and clause.has_before(trigger.head, 0, "purpose") and clause.has("recall"):
        # «از شهردار ب برای میزبانی سپاسگزارم».
        return replace(trigger, mode=governed(Modality.DONE, mode.verb, "thanked"))
    if mode.verb is not None and any(atom.stop == mode.verb.first for atom in clause.all("proud")):
        return replace(trigger, mode=governed(Modality.DONE, mode.verb, "proud"))
    if mode.verb is None or mode.verb.negative or mode.modality is Modality.DONE or mode.force is Force.STATED:
        return trigger
    setting = mode.verb.is_past and clause.has_before(trigger.head, 1, "aside", "in", "within")
    if not setting and not (mode.why == "with" and clause.has_before(trigger.head, 1, "after")):
        return trigger
    return replace(trigger, mode=governed(Modality.DONE, mode.verb, "after"))


def _hosted(clause: Clause) -> Iterator[Atom | Verb]:
    """Words and predicates that tell that guests of the one city came to the other."""
    if clause.has("delegation", "municipality") or any(place.role is Role.OFFICE for place in clause.places):
        offices = len(clause.all("municipality", "delegation"))
        guests = clause.has("persons") and (not offices or (offices == 1 and _are_hosted(clause)))
        yield from () if guests else (one for one in clause.all("host") if not _is_no_guest(one, clause))
    yield from (atom for atom in clause.all("welcome") if _is_welcomed(atom, clause))
    goal = clause.has("to", "from") and (clause.places or clause.has("each_other", "this_city"))
    if goal and not (_moves_else(clause) or _are_people_first(clause)):
        yield from (verb for verb in clause.verbs if verb.kind in _MOVES and _moves(verb, clause))
    if clause.has("delegation") and not clause.has("persons"):
        traders = any(clause.has_after(sent, 0, "traders") for sent in clause.all("delegation"))
        yield from () if traders else clause.all("dispatch")
        yield from (atom for atom in clause.all("presence") if _was_there(atom, clause))


def _moves_else(clause: Clause) -> bool:
    """Whether a paper or a word moves; «برای امضای پیمان به ب رفت» tells of people."""
    return any(not clause.has_before(atom, 1, "purpose") for atom in clause.all(*_NO_JOURNEY))


def _is_welcomed(head: Atom, clause: Clause) -> bool:
    """«شهردار الف از هیئت ب استقبال کرد», and not «از پیشنهاد هیئت …»."""
    verb = clause.sentence.next_verb(head)
    if verb is None or verb.first != head.stop:
        return False
    guests = [atom for atom in clause.all("delegation", "municipality") if clause.has_before(atom, 0, "from")]
    return any(0 < head.first - atom.stop <= _GOAL for atom in guests) and not clause.has("travel", "propose", *TIES)


def _is_said_by_mayor(clause: Clause) -> bool:
    """«شهردار الف گفت دوست دارد از ب دیدن کند»."""
    before = clause.earlier
    if before is None or not any(verb.kind == "say" for verb in before.verbs):
        return False
    return any(one.has("municipality") for one in clause.sentence.clauses[: clause.at])


def _are_hosted(clause: Clause) -> bool:
    """«شهردار از دانش‌آموزان ب پذیرایی کرد»: those who came are pupils."""
    return any(clause.has_before(atom, 0, "from") for atom in clause.all("persons")) and not clause.has("delegation")


def _are_people_first(clause: Clause) -> bool:
    """«ده دانشجوی شهرداری به … رفتند», and not «شهردار برای نشست متخصصان به … رفت»."""
    people, mayors = clause.all("persons"), offices_acting(clause)
    return bool(people) and not (mayors and mayors[0].first < people[0].first)


def _is_no_guest(one: Atom, clause: Clause) -> bool:
    """«میزبان سفیر», «نماینده شهردار در همایش …»."""
    if clause.has_after(one, 0, "envoy", "state", "festival"):
        return True
    inside = [atom for atom in clause.all("in") if one.has("guest") and atom.first >= one.stop]
    return any(0 <= there.first - atom.stop <= 2 for atom in inside for there in clause.all("festival"))


def _was_there(presence: Atom, clause: Clause) -> bool:
    """«هیئتی از … نیز حضور داشت»."""
    verb = clause.sentence.next_verb(presence)
    told = verb is not None and (verb.is_past or verb.tense is Tense.SUBJUNCTIVE)
    came = told and verb is not None and verb.first == presence.stop and not verb.negative
    return came and any(atom.first < presence.first for atom in clause.all("delegation"))


def _in_city_hall(clause: Clause) -> Iterator[Trigger]:
    """What a mayor did in the other city's hall was done on a visit."""
    for head in clause.all("city_hall"):
        verb = clause.sentence.next_verb(head)
        if clause.has_after(head, 0, "this_city"):
            # The hall of the mayor's own city.
            continue
        if verb is not None and verb.is_past and not verb.negative:
            yield Trigger(Event.VISIT, head, clause, governed(Modality.DONE, verb, "city hall"), why="city hall")


def _moves(verb: Verb, clause: Clause) -> bool:
    """«هیئتی به … رفت», «شهردار … به … رفت», and not «به دست شهردار رسید»."""
    if verb.kind == "see":
        return _sees_city(verb, clause) and not clause.has("object")
    if verb.kind == "return":
        # «شهردار الف از ب بازگشت».
        return _sees_city(verb, clause) and clause.has("delegation", "municipality") and verb.is_past
    if clause.has("delegation", "counterpart"):
        return True
    starts = clause.sentence.line.starts
    cities = {place.span.start for place in clause.places}
    goals = {atom.stop for atom in clause.all("to", "city")}
    goals |= {atom.stop for atom in clause.all("venue") if atom.first in goals}
    goals |= {
        atom.stop for atom in clause.all("municipality", "city_hall", "council", "province") if atom.first in goals
    }
    reached = any(starts[at] in cities for at in goals if at in clause.sentence.words)
    reached = reached or any(atom.first in goals for atom in clause.all("this_city", "that_city"))
    speaker = _is_said_by_mayor(clause) and not verb.plural
    return verb.kind in ("go", "come") and (clause.has("municipality") or speaker) and reached


def _enters_nowhere(head: Atom, clause: Clause) -> bool:
    """«وارد مذاکره شود», «وارد مرحله تازه‌ای شد»: nobody enters a city."""
    line = clause.sentence.line
    starts = {line.first(place.span.start) for place in clause.places}
    near = range(head.stop, min(head.stop + _ENTERED, clause.stop))
    named = any(at in starts for at in near)
    return not named and not clause.has_after(head, 2, "city", "this_city", "that_city", "airport", "province")


def _sees_city(verb: Verb, clause: Clause) -> bool:
    """«هیئتی از … از شهر ب دیدن کرد», and not «از کارگاه‌ها دیدن کرد»."""
    line = clause.sentence.line
    cities = {line.first(place.span.start) for place in clause.places if place.level is Level.CITY}
    leads = [atom for atom in clause.all("from") if atom.first < verb.first]
    return bool(leads) and any(0 <= at - leads[-1].stop <= 1 for at in cities)


def _is_journey(head: Atom, clause: Clause) -> bool:
    if head.has("enter") and _enters_nowhere(head, clause):
        return False
    verb = clause.sentence.next_verb(head)
    if is_of_persons(head, clause):
        return False
    if head.has("inspect") and _is_own_house(clause):
        return False
    if head.has("inspect") and verb is not None and verb.kind == "become":
        # What is to be seen («بازدید شوند») is no city.
        return False
    if clause.has("invite") and clause.has_before(head, 1, "purpose"):
        return False
    if clause.has_before(head, 0, "to") and _is_invited(head, clause):
        return False
    if clause.has_after(head, 0, "he"):
        return True
    if _leads_between_cities(head, clause):
        return True
    if _is_far_from_cities(head, clause) or _is_anothers(head, clause) or _leads_to_country(head, clause):
        return False
    if clause.has_before(head, 0, "this"):
        return not clause.places
    if clause.has_before(head, 0, "transit", "with"):
        return False
    if clause.has("experts", "guest", "us", "counterpart", "delegation", "municipality", "council"):
        return True
    if clause.sentence.has("municipality", "delegation"):
        return True
    # «گفت به زودی از ب بازدید خواهد کرد»: who speaks of the tie goes on.
    told = verb is not None and verb.first == head.stop and verb.tense is not Tense.SUBJUNCTIVE
    told = told and not clause.has("institution", "persons")
    return told and clause.sentence.follows_tie and any(place.level is Level.CITY for place in clause.places)


def _is_own_house(clause: Clause) -> bool:
    """«شهردار الف از بیمارستان شهر بازدید کرد»: a mayor looks after what is in the own city."""
    seen = any(clause.has_before(atom, 0, "from") for atom in clause.all("institution"))
    own = {place.name for place in clause.places if place.level is Level.CITY}
    return seen and len(own) == 1 and clause.has("municipality") and not clause.has("delegation", "guest")


def is_of_persons(head: Atom, clause: Clause) -> bool:
    """«سفر دانش‌آموزان الف به ب», «هنرمندان الف به ب سفر کردند»: an exchange, and no visit."""
    if clause.has_after(head, 0, "persons"):
        return not head.has("inspect", "enter")
    people = [atom for atom in clause.all("persons") if atom.stop <= head.first]
    who = clause.all("municipality", "delegation", "council", "experts", "guest", "us", "he")
    carried = clause.sentence.next_verb(head)
    led = clause.has("to") or clause.has_before(head, _GOAL, "from")
    return bool(people) and not who and led and carried is not None and carried.first == head.stop


def _is_invited(head: Atom, clause: Clause) -> bool:
    """«او را به سفر به الف دعوت کرد», «… فراخواند»."""
    noun = any(head.stop <= atom.first for atom in clause.all("invite"))
    return noun or any(verb.kind == "invite" and head.stop <= verb.first for verb in clause.verbs)


def _leads_between_cities(head: Atom, clause: Clause) -> bool:
    """«سفر استاندار الف به شهر ب»: the noun itself names where from and where to."""
    if clause.has("envoy", "state"):
        return False
    line = clause.sentence.line
    cities = [line.first(place.span.start) for place in clause.places if place.level is not Level.COUNTRY]
    for lead in clause.all("to"):
        origin = any(head.stop <= at < lead.first and lead.first - head.stop <= _GOAL for at in cities)
        if origin and any(0 <= at - lead.stop <= 1 for at in cities):
            return True
    return False


def _is_anothers(head: Atom, clause: Clause) -> bool:
    """«در سفر رئیس‌جمهور به …», «سفیر … در سفر به …»: the nearest who may travel is of no city."""
    travellers = clause.all(*_TRAVELLERS)
    after = next((a for a in travellers if 0 <= a.first - head.stop <= 1), None)
    before = next((a for a in reversed(travellers) if a.stop <= head.first), None)
    who = after or before
    return who is not None and who.has("envoy", "state")


def _leads_to_country(head: Atom, clause: Clause) -> bool:
    """«سفر استاندار … به ترکیه»: a governor's journey to a country at large is no journey to the other city."""
    governor = any(0 <= atom.first - head.stop <= 1 for atom in clause.all("province"))
    starts = {place.span.start for place in clause.places if place.level is Level.COUNTRY}
    line = clause.sentence.line
    goals = [atom.stop for atom in clause.all("to") if 0 < atom.first - head.stop <= _GOAL and atom.stop < len(line)]
    return governor and any(line.starts[at] in starts for at in goals)


def _is_far_from_cities(head: Atom, clause: Clause) -> bool:
    """Whether a tie stands between the journey and every city named: then it is a journey of others."""
    if not clause.places or not clause.has("province", "envoy"):
        return False
    ties = [atom.span.start for atom in clause.all(*TIES)]
    cities = [place.span.start for place in clause.places if place.level is Level.CITY]
    return all(any(min(head.span.start, city) < tie < max(head.span.start, city) for tie in ties) for city in cities)


def _is_bidden(head: Atom, clause: Clause) -> bool:
    """«او را به سفر … فراخواند», «همتای خود در ب را به شهرش فراخواند»."""
    if clause.has_before(head, _GOAL, "travel"):
        return True
    homes = [atom for atom in clause.all("this_city", "city") if clause.has_before(atom, 0, "to")]
    return bool(homes) and clause.has("counterpart", "municipality", "delegation") and clause.has("object")


def _invitations(clause: Clause) -> Iterator[Trigger]:
    """An invitation is a wish, unless the journey that it led to is told in the same breath."""
    if not clause.has("municipality", "travel", "counterpart", "delegation"):
        return
    for head in clause.all("invite"):
        verb = clause.sentence.next_verb(head)
        if verb is None or verb.negative or clause.has_before(head, 0, "to", "with"):
            # «به دعوت شهردار …» tells why somebody came.
            continue
        if not (clause.has("travel") and verb.is_past and verb.first - head.stop > 2):
            yield Trigger(Event.VISIT, head, clause, governed(Modality.WISHED, verb, "invited"))
    for verb in clause.verbs:
        if verb.kind == "invite" and not verb.negative and _is_bidden(as_head(verb, "invite"), clause):
            yield Trigger(Event.VISIT, as_head(verb, "invite"), clause, governed(Modality.WISHED, verb, "invited"))
