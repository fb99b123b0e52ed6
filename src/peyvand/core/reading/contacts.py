"""Visits, events and exchanges: what two cities do with each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.mode import Force, governed, stated
from peyvand.core.reading.sentence import SISTER, TIES, Clause, words_between
from peyvand.core.reading.trigger import Trigger, contact, offices_acting
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.visits import is_of_persons, visits
from peyvand.core.reading.vocabulary import Atom

_ORDINAL = "مین"
_PEOPLE_MOVE = ("go", "come", "send", "arrive", "return")
_PEOPLE_STAY = ("stay", "spend")
_PEOPLE_LEARN = ("make", "put", "call", "spend", "see", "suffer")
_DISPATCH_REACH, _SWAP_REACH, _STAGE_REACH, _ASIDE_REACH, _NAMED_REACH = 18, 3, 6, 12, 2


def events(clause: Clause) -> Iterator[Trigger]:
    """Weeks, festivals, exhibitions, ceremonies, and streets or parks named after the partner."""
    for head in (*clause.all("festival"), *_days_of(clause)):
        if _is_numbered(head, clause):
            continue
        if not (_is_aside(head, clause) or _is_field(head, clause) or _is_performed(head, clause)):
            yield from _festival(head, clause)
    if clause.has("landmark"):
        # «به نام … نام‌گذاری شد»: the last word has the predicate.
        for head in clause.all("name_after")[-1:]:
            verb = clause.sentence.next_verb(head)
            if (verb is not None and verb.kind == "see") or not _is_named_for_city(clause):
                continue
            yield from contact(Event.EVENT, head, clause)
        for head in clause.all("opening") if _is_of_two(clause) else ():
            yield from contact(Event.EVENT, head, clause)
    for head in clause.all("perform"):
        if not _is_performed(head, clause) and not _is_field(head, clause):
            yield from contact(Event.EVENT, head, clause)


def _days_of(clause: Clause) -> Iterator[Atom]:
    """«روزهای ریگا», «هفته کرمان»: days that are called after a city."""
    line = clause.sentence.line
    cities = {line.first(place.span.start) for place in clause.places if place.level is Level.CITY}
    return (atom for atom in clause.all("days_of") if atom.stop in cities)


def _is_numbered(head: Atom, clause: Clause) -> bool:
    """«سیزدهمین نمایشگاه مدیریت شهری»: a fair that a city holds anyway, unless the words say that it is of both."""
    before = clause.sentence.line.word(head.first - 1) if head.first > clause.first else ""
    if not before.endswith(_ORDINAL) or clause.has("joint", "counterpart"):
        return False
    return not clause.has_after(head, _STAGE_REACH, *SISTER, "two_cities")


def _is_named_for_city(clause: Clause) -> bool:
    """«به نام اوش», and not «میدان … به نام تراکتورسازی»."""
    if _is_of_two(clause) or clause.has("two_cities", "they"):
        return True
    line = clause.sentence.line
    names = [line.first(place.span.start) for place in clause.places]
    return any(0 <= at - atom.stop <= 1 for atom in clause.all("name_after") for at in names)


def _is_of_two(clause: Clause) -> bool:
    """Whether a clause names two cities, or one and «این شهر»: «بوستان سمرقند در شیراز گشایش یافت»."""
    cities = {place.name for place in clause.places if place.level is Level.CITY}
    return len(cities) + clause.has("this_city", "that_city", "counterpart") > 1


def _is_aside(head: Atom, clause: Clause) -> bool:
    """«در حاشیه نمایشگاه», «در جشنواره»: the festival is only where something else took place."""
    before = [atom for atom in clause.atoms if atom.stop <= head.first and head.first - atom.stop <= _ASIDE_REACH]
    for atom in reversed(before):
        if atom.has("aside"):
            return True
        if atom.verb is not None or not atom.has("ceremony", "opening", "festival", "and", "nth"):
            break
    attended = clause.has_before(head, 1, "presence") and clause.has_before(head, 3, "purpose")
    if clause.has("invite") and (attended or clause.has_before(head, 1, "to", "purpose")):
        # «او را به جشن شهر دعوت کرد».
        return True
    if clause.has_before(head, 1, "purpose") and any(verb.kind in _PEOPLE_MOVE for verb in clause.verbs):
        # «هیئت برای همایش به ب آمد».
        return True
    if clause.has_before(head, 3, "presence"):
        return False
    if clause.has_before(head, 0, "within") and _is_of_two(clause) and _is_of_city(head, clause):
        # «همزمان با هفته فرهنگی الف در ب»
        return False
    return clause.has_before(head, 2, "aside", "within", "after") or _is_inside(head, clause)


def _is_inside(head: Atom, clause: Clause) -> bool:
    """«در جشنواره», and not «در ب جشن گرفته شد»."""
    inside = [atom for atom in clause.all("in") if 0 <= head.first - atom.stop <= 2]
    starts = [clause.sentence.line.first(place.span.start) for place in clause.places]
    return any(not any(atom.stop <= at < head.first for at in starts) for atom in inside)


def _is_field(head: Atom, clause: Clause) -> bool:
    """Whether it is only what the cities will work together in, or talked about."""
    verb = clause.sentence.next_verb(head)
    if verb is None:
        return False
    return verb.kind == "call" or any(atom.stop == verb.first for atom in clause.all("relation", "review"))


def _is_performed(head: Atom, clause: Clause) -> bool:
    """«گروه … کنسرت اجرا کرد»: artists who perform are an exchange, and no festival."""
    on_stage = head.has("perform_on") or clause.has_after(head, _STAGE_REACH, "perform_on")
    return on_stage and clause.has("persons", "troupe")


def _is_on_stage(head: Atom, clause: Clause) -> bool:
    """«ارکستر الف در ب به صحنه رفت»: the word itself is the predicate's, and no agreement is carried out."""
    if head.has("festival", "perform"):
        return True
    verb = clause.sentence.next_verb(head)
    own = verb is not None and verb.first in (head.first, head.stop)
    return own and clause.has("in") and not clause.has("festival", "perform", "provided", *TIES)


def _festival(head: Atom, clause: Clause) -> Iterator[Trigger]:
    hosted = clause.has_before(head, 0, "host") and not clause.has("joint", "two_cities", "delegation")
    if hosted and (clause.has("municipality") or not (_is_of_two(clause) and _is_of_city(head, clause))):
        # «میزبان نمایشگاه کتاب بود», but «الف میزبان هفته فرهنگی ب بود» is of both.
        return
    verb = clause.sentence.next_verb(head)
    adds = verb is not None and verb.kind in ("add", "include") and not verb.negative
    if adds and clause.has("provided", "text"):
        # The text was written in the past, the festival is to come: «در متن تازه جشنواره‌ای افزوده شد».
        yield Trigger(Event.EVENT, head, clause, stated(Modality.PLANNED, verb, "provided"))
        return
    told_before = clause.has_before(head, 0, "this")
    offered = clause.has_before(head, 1, "propose") and verb is not None and verb.is_past and not verb.negative
    if offered and verb is not None:
        # «پیشنهاد برگزاری هفته فرهنگی … را داد»
        yield Trigger(Event.EVENT, head, clause, governed(Modality.WISHED, verb, "proposed"))
        return
    for told in contact(Event.EVENT, head, clause):
        if head.has("days_of") and told.mode.force is not Force.STATED:
            continue
        if told.mode.why == "with" and told.modality is Modality.PLANNED and clause.has("propose"):
            yield replace(told, mode=governed(Modality.WISHED, told.mode.verb, "proposed"))
        elif not (told.is_weak and told_before):
            yield told


def _is_of_city(head: Atom, clause: Clause) -> bool:
    """«هفته فرهنگی ب»: a city's name follows."""
    line = clause.sentence.line
    cities = [line.first(place.span.start) for place in clause.places if place.level is Level.CITY]
    return any(0 <= at - head.stop <= _NAMED_REACH and all(line.soft[head.stop : at + 1]) for at in cities)


def told_with_date(trigger: Trigger) -> Trigger:
    """A festival that is only attended, as the sentence tells it before: «با اشاره به برگزاری نمایشگاه در ۱۰ مهر …»."""
    clause, line = trigger.clause, trigger.sentence.line
    if trigger.event is not Event.EVENT or not trigger.head.has("festival") or clause.dates:
        return trigger
    places = {place.place for place in clause.places}
    for earlier in trigger.sentence.clauses[: clause.at]:
        for head in earlier.all("festival") if earlier.dates else ():
            same = line.words[head.first : head.stop] == line.words[trigger.head.first : trigger.head.stop]
            if same and not places.isdisjoint(place.place for place in earlier.places):
                return replace(trigger, head=head, clause=earlier, mode=replace(trigger.mode, verb=None))
    return trigger


def exchanges(clause: Clause) -> Iterator[Trigger]:
    """Pupils, students, teachers, artists, staff and trainees go from one city to the other."""
    people = clause.all("persons", "experts") if clause.has("study", "training") else clause.all("persons")
    for head in clause.all("training"):
        if not (clause.has("dispatch") and clause.has_before(head, 1, "purpose", "spend")):
            # «برای گذراندن دوره آموزشی اعزام شدند»: they were sent.
            yield from contact(Event.EXCHANGE, head, clause)
    for head in clause.all("donate") if clause.has("books") and clause.has("to") else ():
        yield from contact(Event.EXCHANGE, head, clause)
    for head in clause.all("swap"):
        if clause.has_after(head, 0, "experience"):
            continue
        sent = clause.has_after(head, _SWAP_REACH, "persons", "delegation") or _swaps_experts(head, clause)
        verb = clause.sentence.next_verb(head)
        told = verb is not None and (verb.plural or verb.negative)
        passed = told and verb is not None and verb.kind == "become" and verb.first == head.stop
        if sent or clause.has_before(head, _STAGE_REACH if passed else _SWAP_REACH, "persons"):
            yield from contact(Event.EXCHANGE, head, clause)
    for head in clause.all("travel"):
        if is_of_persons(head, clause):
            yield from contact(Event.EXCHANGE, head, clause)
    for head in clause.all("dispatch"):
        if any(words_between(head, person) <= _DISPATCH_REACH for person in people):
            yield from contact(Event.EXCHANGE, head, clause)
    for head in clause.all("festival", "perform", "perform_on"):
        if _is_performed(head, clause) and _is_on_stage(head, clause):
            yield from contact(Event.EXCHANGE, head, clause)
    for head in clause.all("host"):
        if people and not clause.has("municipality", "delegation"):
            yield from contact(Event.EXCHANGE, head, clause)
    for verb in clause.verbs:
        if verb.kind == "play" and clause.has("persons", "troupe") and clause.has("in"):
            yield from contact(Event.EXCHANGE, verb, clause)
    mayor = min((atom.first for atom in offices_acting(clause)), default=clause.stop)
    for verb in clause.verbs:
        # «شهردار برای نشست متخصصان به … می‌رود» is the mayor's journey.
        if any(person.first < min(verb.first, mayor) for person in people) and _moves_people(verb, clause):
            yield from contact(Event.EXCHANGE, verb, clause)


def _swaps_experts(head: Atom, clause: Clause) -> bool:
    """«دو شهر کارشناسان خود را مبادله می‌کنند», and not «با جابه‌جایی مدیران»."""
    verb = clause.sentence.next_verb(head)
    carried = verb is not None and verb.first == head.stop and verb.plural
    return carried and clause.has_before(head, _SWAP_REACH, "experts")


def _moves_people(verb: Verb, clause: Clause) -> bool:
    if verb.kind in ("arrive", "return") and not (verb.plural and clause.has("from", "to")):
        return False
    if verb.kind in _PEOPLE_MOVE and not clause.has("travel", "host"):
        return True
    if verb.kind in _PEOPLE_STAY and clause.has("in") and clause.has("from"):
        # «ده دانش‌آموز از ب در خانه‌های الف ماندند».
        return True
    if verb.kind == "accept":
        # «آماده‌ایم دانشجویان ب را بپذیریم».
        return clause.has("object") and not clause.has(*TIES, "propose", "bill")
    return clause.has("study") and verb.kind in _PEOPLE_LEARN


def contact_steps(clause: Clause) -> Iterator[Trigger]:
    """Everything in a clause that the cities do with each other."""
    yield from visits(clause)
    if clause.has("festival", "days_of", "name_after", "perform", "landmark"):
        yield from events(clause)
    if clause.has("persons", "training", "swap", "troupe", "donate"):
        yield from exchanges(clause)
