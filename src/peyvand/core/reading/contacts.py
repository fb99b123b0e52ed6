"""Visits, events and exchanges: what two cities do with each other."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.core.gazetteer import Level, Role
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.modality import Force, Mode, mode_of
from peyvand.core.reading.sentence import TIES, Clause, Sentence
from peyvand.core.reading.trigger import Trigger, nearest, next_verb, words_between
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom

_MOVES = frozenset(("go", "come", "send", "arrive"))
_TRAVELLERS = ("envoy", "state", "municipality", "delegation", "province", "experts")
_PEOPLE_MOVE = frozenset(("go", "come", "send"))
_NEAR = 6
# With these words something else than people moves.
_NO_JOURNEY = ("bill", "travel", "sign", "approve", "vote", "draft", "report", "sister_city", "renew", "end", "persons")


def visits(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """A mayor or a delegation travels to the other city, or is invited there."""
    if _is_envoys(clause):
        return
    for head in clause.all("travel"):
        if _is_journey(head, clause, sentence):
            yield from _moded(Event.VISIT, head, clause, sentence)
    if not clause.has("delegation", "municipality", "experts", "guest", "counterpart", "host"):
        yield from _invitations(clause, sentence)
        return
    for head in clause.all("guest", "host"):
        if clause.has("delegation", "municipality") or any(place.role is Role.OFFICE for place in clause.places):
            yield from _moded(Event.VISIT, head, clause, sentence)
    for verb in clause.verbs:
        if verb.kind in _MOVES and clause.has("to", "from") and clause.places and not clause.has(*_NO_JOURNEY):
            if clause.has("delegation", "counterpart") or _is_led_by_mayor(verb, clause, sentence):
                yield from _moved(Event.VISIT, verb, clause, sentence)
    for head in clause.all("dispatch"):
        if nearest(head, clause, "delegation") and not clause.has("persons"):
            yield from _moded(Event.VISIT, head, clause, sentence)
    for head in clause.all("city_hall"):
        verb = next_verb(head, sentence)
        if verb is not None and verb.is_past and not verb.negative:
            mode = Mode(Modality.DONE, Force.GOVERNED, verb, "city hall")
            yield Trigger(Event.VISIT, head, clause, sentence, mode, why="city hall")
    yield from _invitations(clause, sentence)


def _is_led_by_mayor(verb: Verb, clause: Clause, sentence: Sentence) -> bool:
    """«شهردار … به … رفت», and not «به دست شهردار رسید»."""
    towards = {atom.stop for atom in clause.all("to")} | {atom.stop for atom in clause.all("city")}
    line_starts = {place.span.start for place in clause.places}
    reached = any(sentence.line.starts[at] in line_starts for at in towards if at in sentence.words)
    return verb.kind in ("go", "come") and clause.has("municipality") and reached


def _is_envoys(clause: Clause) -> bool:
    """Whether an ambassador or a consul is who travels."""
    return clause.has("envoy", "state") and not clause.has("delegation", "municipality")


def _is_journey(head: Atom, clause: Clause, sentence: Sentence) -> bool:
    if clause.has("invite") and any(a.has("purpose") and 0 <= head.first - a.stop <= 1 for a in clause.atoms):
        return False
    if any(atom.has("he") and atom.first == head.stop for atom in clause.atoms):
        return True
    if _is_far_from_cities(head, clause) or _is_anothers(head, clause):
        return False
    before = [atom for atom in clause.atoms if atom.stop == head.first]
    if any(atom.has("this") for atom in before):
        return not clause.places
    if any(atom.has("transit", "with") for atom in before):
        return False
    return clause.has("delegation", "municipality", "experts", "guest", "us", "counterpart") or bool(
        sentence.has("municipality", "delegation")
    )


def _is_anothers(head: Atom, clause: Clause) -> bool:
    """«در سفر رئیس‌جمهور به …», «سفیر … در سفر به …»: the nearest who may travel is of no city."""
    after = next((a for a in clause.atoms if 0 <= a.first - head.stop <= 1 and a.has(*_TRAVELLERS)), None)
    before = next((a for a in reversed(clause.atoms) if a.stop <= head.first and a.has(*_TRAVELLERS)), None)
    who = after or before
    return who is not None and who.has("envoy", "state")


def _is_far_from_cities(head: Atom, clause: Clause) -> bool:
    """Whether a tie stands between the journey and every city named: then it is a journey of others."""
    if not clause.places or not clause.has("province", "envoy"):
        return False
    ties = [atom.span for atom in clause.all(*TIES)]
    return all(
        any(min(head.span.start, place.span.start) < tie.start < max(head.span.start, place.span.start) for tie in ties)
        for place in clause.places
        if place.level is Level.CITY
    )


def _moded(event: Event, head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    mode = mode_of(head, clause, sentence)
    if mode is None:
        return
    if mode.modality is Modality.DONE and mode.force is not Force.STATED and clause.has("provided", "text"):
        mode = Mode(Modality.PLANNED, Force.GOVERNED, mode.verb, "provided")
    yield Trigger(event, head, clause, sentence, mode)


def _moved(event: Event, verb: Verb, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    mode = mode_of(Atom(verb.first, verb.first, verb.span, frozenset()), clause, sentence)
    if mode is not None and verb.finite:
        head = Atom(verb.first, verb.stop, verb.span, frozenset(("travel",)))
        yield Trigger(event, head, clause, sentence, mode, why="moves")


def _invitations(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """An invitation is a wish, unless the journey that it led to is told in the same breath."""
    for head in clause.all("invite"):
        verb = next_verb(head, sentence)
        if clause.has("travel") and verb is not None and verb.is_past and verb.first - head.stop > 2:
            continue
        if verb is not None and not verb.negative and clause.has("municipality", "travel", "counterpart", "delegation"):
            mode = Mode(Modality.WISHED, Force.GOVERNED, verb, "invited")
            yield Trigger(Event.VISIT, head, clause, sentence, mode)


def events(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Weeks, festivals, exhibitions, ceremonies, and streets or parks named after the partner."""
    for head in clause.all("festival"):
        if not _is_aside(head, clause):
            told = _provided(head, clause, sentence) or _moded(Event.EVENT, head, clause, sentence)
            yield from (trigger for trigger in told if not (trigger.is_weak and _is_pointed_at(head, clause)))
    for head in clause.all("name_after"):
        if clause.has("landmark"):
            yield from _moded(Event.EVENT, head, clause, sentence)
    for head in clause.all("perform"):
        yield from _moded(Event.EVENT, head, clause, sentence)


def _is_pointed_at(head: Atom, clause: Clause) -> bool:
    """«این جشنواره»: it was told of before."""
    return any(atom.has("this") and atom.stop == head.first for atom in clause.atoms)


def _provided(head: Atom, clause: Clause, sentence: Sentence) -> list[Trigger]:
    """What a text provides for is planned, even where the text is told of in the past («در متن تازه افزوده شد»)."""
    verb = next_verb(head, sentence)
    if verb is None or verb.negative or verb.kind not in ("add", "include") or not clause.has("provided", "text"):
        return []
    return [Trigger(Event.EVENT, head, clause, sentence, Mode(Modality.PLANNED, Force.STATED, verb, "provided"))]


def _is_aside(head: Atom, clause: Clause) -> bool:
    """«در حاشیه نمایشگاه», «در جشنواره»: the festival is only where something else took place."""
    before = [atom for atom in clause.atoms if 0 <= head.first - atom.stop <= 2]
    if any(atom.has("presence") for atom in clause.atoms if 0 <= head.first - atom.stop <= 3):
        return False
    return any(atom.has("aside", "within", "after", "in") for atom in before)


def exchanges(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Pupils, students, teachers, artists, staff, trainees and books go from one city to the other."""
    people = tuple(clause.all("persons"))
    for head in clause.all("training"):
        yield from _moded(Event.EXCHANGE, head, clause, sentence)
    for head in clause.all("swap"):
        if any(0 <= person.first - head.stop <= 3 for person in people):
            yield from _moded(Event.EXCHANGE, head, clause, sentence)
    if not people:
        return
    for head in clause.all("dispatch"):
        if any(words_between(head, person) <= _NEAR * 3 for person in people):
            yield from _moded(Event.EXCHANGE, head, clause, sentence)
    for verb in clause.verbs:
        if not any(person.first < verb.first for person in people):
            continue
        if (verb.kind in _PEOPLE_MOVE and not clause.has("travel", "host")) or (
            clause.has("study") and verb.kind in ("make", "put", "call", "spend", "see", "suffer")
        ):
            yield from _moved(Event.EXCHANGE, verb, clause, sentence)


def contact_steps(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Everything in a clause that the cities do with each other."""
    yield from visits(clause, sentence)
    if clause.has("festival", "name_after", "perform"):
        yield from events(clause, sentence)
    if clause.has("persons", "training"):
        yield from exchanges(clause, sentence)
