"""Ties told by pointing back or by belonging: «الف با ب چنین رابطه دارد», «ب و پ از خواهرشهرهای الف‌اند»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.lists.listing import lists_after
from peyvand.core.reading.mode import stated
from peyvand.core.reading.parties import Party, distinct, parties_of
from peyvand.core.reading.sentence import TIES, Clause, is_counted
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom

_OWN_REACH = 3
# The number of cities stands at the beginning of its clause.
_OPENING = 2
# A predicate so near behind a name has the name's words as its own.
_PREDICATE = 1
_ELSE = ("sign", "propose", "approve", "talk", "draft", "text", "travel", "festival", "renew", "suspend", "end")


def belongings(clause: Clause) -> Iterator[Trigger]:
    """The ties that a clause says are such as those told before, or whose partners it lists as somebody's."""
    if clause.has("relation") and not clause.has(*TIES):
        yield from _such(clause)
    if clause.has("partners"):
        yield from _of_partners(clause)
    for head in clause.all("among") if clause.sentence.follows_tie and not clause.has(*_ELSE) else ():
        yield Trigger(Event.STANDING, head, clause, stated(Modality.DONE, None, "list"), why="among")
    if clause.has("city") and not clause.has(*TIES):
        yield from _others(clause)
    if clause.has("sister_city") and clause.has("from") and not clause.has("end", "suspend"):
        yield from _apposed(clause)


def _apposed(clause: Clause) -> Iterator[Trigger]:
    """«شهردار ب، از شهرهای خواهرخوانده الف، نوشت …»: told of a city beside what the clause is about."""
    parties = parties_of(clause.sentence, clause.first, clause.stop)
    stops = {party.stop for party in parties}
    owners = {party.first: party for party in parties}
    for head in clause.all("sister_city"):
        many = next((one for one in clause.all("cities") if one.stop == head.first), head)
        apposed = any(one.stop == many.first and one.first in stops for one in clause.all("from"))
        owner = owners.get(head.stop)
        if owner is None or not apposed or not (many is not head or head.has("partners")):
            continue
        # «… از شهرهای خواهرخوانده الف دیدن کرد»: there the words belong to the predicate.
        if any(verb.finite and verb.first - owner.stop > _PREDICATE for verb in clause.verbs):
            yield Trigger(Event.STANDING, head, clause, stated(Modality.DONE, None, "list"), why="apposed")


def _such(clause: Clause) -> Iterator[Trigger]:
    """«الف از جمله با ب و پ چنین رابطه دارد», «الف که با ب دوستی دارد», right after ties of sisters were told."""
    sentence = clause.sentence
    if not sentence.follows_tie or clause.has("institution", "provinces", "state", *_ELSE):
        return
    for head in clause.all("relation"):
        verb = sentence.next_verb(head)
        pointed = (
            clause.has_before(head, 0, "this") or len(distinct(parties_of(sentence, clause.first, head.first))) > 1
        )
        if pointed and clause.has("with") and _is_had(verb, head):
            yield Trigger(Event.STANDING, head, clause, stated(Modality.DONE, verb, "such"), why="such")
            return


def _others(clause: Clause) -> Iterator[Trigger]:
    """«… شش خواهرخوانده دارد؛ پنج شهر دیگر الف، ب و پ هستند»."""
    sentence, verbs = clause.sentence, [verb for verb in clause.verbs if verb.finite]
    told = sentence.has("partners", "sister_city") or sentence.follows_tie
    if not told or clause.has(*_ELSE) or len(verbs) != 1 or verbs[0].kind != "be" or verbs[0].negative:
        return
    numbers = {atom.stop for atom in clause.all("several")}
    for head in clause.all("city"):
        counted = head.first in numbers or is_counted(head, sentence.line)
        named = parties_of(sentence, head.stop, clause.stop)
        if counted and head.first - clause.first <= _OPENING and len(named) > 1 and named[0].first - head.stop <= 1:
            pointing = Atom(head.first, named[0].first, head.span, frozenset(("they",)))
            yield Trigger(Event.STANDING, pointing, clause, stated(Modality.DONE, verbs[0], "list"), why="list")
            return


def _is_had(verb: Verb | None, head: Atom) -> bool:
    return verb is not None and verb.kind == "have" and not verb.negative and verb.first - head.stop <= 1


def _opens_list(own: Sequence[Party], clause: Clause) -> bool:
    """«از خواهرخوانده‌های الف می‌توان به ب و پ اشاره کرد»."""
    return len(own) > 1 and any(atom.first == own[0].stop for atom in clause.all("list_open"))


def _ends_in_predicate(party: Party, clause: Clause) -> bool:
    """Whether a predicate is glued to the name: «مشهدند»."""
    return clause.sentence.line.stops[party.stop - 1] > party.span.stop


def _of_partners(clause: Clause) -> Iterator[Trigger]:
    """Where the predicate is glued to the last name, no verb is seen: «ب و پ از خواهرشهرهای الف‌اند»."""
    if any(verb.kind == "be" and verb.earlier for verb in clause.verbs):
        # «خواهرخوانده‌های الف ب و پ بودند»: they no longer are.
        return
    for head in clause.all("partners"):
        own = parties_of(clause.sentence, head.stop, clause.stop)
        ends = bool(own) and own[0].first - head.stop <= _OWN_REACH and own[0].stop >= clause.stop
        if _opens_list(own, clause) or lists_after(head, own, clause):
            yield Trigger(Event.STANDING, head, clause, stated(Modality.DONE, None, "list"), why="owner")
            return
        ends = ends or clause.has_after(head, _OWN_REACH, "this_city")
        told = ends and (clause.has_before(head, 1, "from") or (own and _ends_in_predicate(own[0], clause)))
        if told and not any(verb.finite for verb in clause.verbs):
            yield Trigger(Event.STANDING, head, clause, stated(Modality.DONE, None, "list"), why="members")
            return
