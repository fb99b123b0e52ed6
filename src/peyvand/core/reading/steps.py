"""Proposal, negotiation and drafting: the way to a tie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from peyvand.core.gazetteer import Role
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.approval import approvals
from peyvand.core.reading.modality import mode_of, mode_of_verb
from peyvand.core.reading.mode import Force, Mode, governed, stated
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.trigger import Trigger, has_tie, means_tie, named
from peyvand.core.reading.vocabulary import Atom, Tense

_OTHER_OBJECTS = ("renew", "suspend", "end", "travel", "festival", "swap", "invite", "name_after")
_OTHER_STEPS = ("propose", "sign", "approve", "bill", "renew", "end", "talk")
_RAISING = ("make", "become", "fall", "suffer", "bring", "take", "put")
_OBJECT_REACH, _DRAFT_REACH, _MEET_REACH, _TALK_REACH, _HOPE_REACH, _MET_REACH = 4, 20, 8, 12, 5, 10
_SUBJECT_REACH = 4


def proposals(clause: Clause) -> Iterator[Trigger]:
    """One side suggests, requests or wants a tie."""
    for head in clause.all("propose"):
        if _is_offer_of_tie(head, clause):
            yield from _offered(head, clause)
    for head in clause.all("raise"):
        if _raises_tie(head, clause):
            yield from _raised(head, clause)
    for head in clause.all("wants"):
        if _wants_tie(head, clause):
            yield _wanted(head, clause)
    for head in clause.all("hope", "ready"):
        if _hopes_for_tie(head, clause):
            yield Trigger(
                Event.PROPOSAL, head, clause, governed(Modality.WISHED, clause.sentence.next_verb(head), "hoped")
            )


def _is_offer_of_tie(head: Atom, clause: Clause) -> bool:
    reach = _object_end(head, clause)
    if any(head.stop <= atom.first < reach for atom in clause.all(*_OTHER_OBJECTS)):
        return False
    if clause.has(*TIES) or clause.has_after(head, 0, "us") or means_tie(clause):
        return True
    if clause.sentence.follows_tie and clause.has_before(head, 0, "this"):
        return True
    return clause.sentence.has(*SISTER) and clause.is_short(head)


def _object_end(head: Atom, clause: Clause) -> int:
    """The word index up to which the offer's own object reaches: a few words, or its subjunctive."""
    wanted = next((v for v in clause.verbs if v.first > head.stop and v.tense is Tense.SUBJUNCTIVE), None)
    return wanted.stop if wanted else head.stop + _OBJECT_REACH


def _offered(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """A refused offer was made, and is denied; one that was withdrawn was made; one under review is a bill."""
    verb = clause.sentence.next_verb(head)
    if verb is not None and verb.kind == "accept" and verb.negative:
        yield Trigger(Event.PROPOSAL, head, clause, stated(Modality.DONE, verb, "refused"))
        yield Trigger(Event.PROPOSAL, head, clause, stated(Modality.DENIED, verb, "refused"))
    elif clause.has("withdraw"):
        yield Trigger(Event.PROPOSAL, head, clause, stated(Modality.DONE, verb, "withdrawn"))
    elif verb is None or not any(atom.stop == verb.first for atom in clause.all("review")):
        yield from (trigger for trigger in named(Event.PROPOSAL, head, clause) if not _is_told_before(trigger))


def _is_told_before(trigger: Trigger) -> bool:
    """«این پیشنهاد» that something else is planned or wished for, and «تصویب این درخواست»: it has been made before."""
    head, clause = trigger.head, trigger.clause
    if trigger.modality not in (Modality.PLANNED, Modality.WISHED):
        return False
    return clause.has_before(head, 0, "this") or clause.has_before(head, 2, "approve")


def _raises_tie(head: Atom, clause: Clause) -> bool:
    """«خواهرخواندگی دو شهر را مطرح کرد»."""
    verb = clause.sentence.next_verb(head)
    line = clause.sentence.line
    if verb is None or verb.kind not in _RAISING or not line.is_soft(head.first):
        return False
    joined = verb.first - head.stop <= _OBJECT_REACH + 2 and clause.has_after(head, 0, "and")
    if not (verb.first == head.stop or joined):
        return False
    since = clause.all("matter")[0].first if means_tie(clause) else clause.first
    if any(atom.has(*_OTHER_STEPS, "untrue", "end") for atom in clause.sentence.between(since, verb.first)):
        return False
    return clause.has("sister") or (means_tie(clause) and not head.has("effort", "pursue"))


def _raised(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """A tie that is brought up is proposed; in a meeting with the other mayor, it is talked about."""
    in_meeting = clause.has("matter") and clause.has("meet") and clause.has("with")
    event = Event.NEGOTIATION if in_meeting else Event.PROPOSAL
    yield from (trigger for trigger in named(event, head, clause) if trigger.modality is Modality.DONE)


def _wants_tie(head: Atom, clause: Clause) -> bool:
    """«خواستار خواهرخواندگی», «خواهرخواندگی … را خواستار شد», and not «خواستار لغو پیمان»."""
    tie = next((atom for atom in clause.all("sister", "pact") if 0 <= atom.first - head.stop <= 2), None)
    if tie is None:
        return clause.has("sister") and any(v.first == head.stop and v.kind == "become" for v in clause.verbs)
    if any(head.stop <= atom.first < tie.first for atom in clause.all(*_OTHER_OBJECTS)):
        return False
    return not clause.has_after(tie, 1, "sign", *_OTHER_OBJECTS)


def _hopes_for_tie(head: Atom, clause: Clause) -> bool:
    """«به دنبال خواهرخواندگی با … هستیم», «آمادگی … برای خواهرخواندگی», and not for its signing or renewal."""
    tie = next((atom for atom in clause.all("sister") if 0 <= atom.first - head.stop <= _HOPE_REACH), None)
    tie = tie or _offered_before(head, clause)
    if tie is None or clause.has(*_OTHER_STEPS, *_OTHER_OBJECTS, "draft", "text", "relation"):
        return False
    verb = clause.sentence.next_verb(tie)
    # «علاقه‌مندیم خواهرخواندگی را تحکیم کنیم»: the tie is there.
    return verb is None or verb.tense is not Tense.SUBJUNCTIVE or verb.kind in ("become", "be", "tie", "have")


def _offered_before(head: Atom, clause: Clause) -> Atom | None:
    """The tie in «برای خواهرخواندگی با … اعلام آمادگی کرد», where the words for it come last."""
    verb = clause.sentence.next_verb(head)
    if verb is None or verb.first != head.stop or verb.kind != "make":
        return None
    ties = (atom for atom in clause.all("sister") if atom.stop <= head.first)
    return next((tie for tie in ties if clause.has_before(tie, 2, "purpose", "to")), None)


def _wanted(head: Atom, clause: Clause) -> Trigger:
    verb = clause.sentence.next_verb(head)
    done = verb is not None and verb.kind == "become" and verb.is_past
    return Trigger(Event.PROPOSAL, head, clause, governed(Modality.DONE if done else Modality.WISHED, verb, "wanted"))


def negotiations(clause: Clause) -> Iterator[Trigger]:
    """Talks, letters and working meetings of the two sides."""
    known = _names_sides(clause) or clause.sentence.has("two_cities") or _on_this_journey(clause)
    for head in clause.all("talk"):
        if head.has("speech") and not clause.has(*TIES, "two_cities", "counterpart"):
            continue
        if not _is_interview(head, clause):
            yield from (_held(replace(trigger, is_known=known)) for trigger in named(Event.NEGOTIATION, head, clause))
    yield from _worked_at(clause)
    yield from _agreed(clause)
    for head in clause.all("meet"):
        mode = mode_of(head, clause)
        if mode is not None:
            yield from _met(head, clause, mode)


def _worked_at(clause: Clause) -> Iterator[Trigger]:
    """«برای نهایی کردن خواهرخواندگی … کارهایی انجام گرفته است», «طرح خواهرخواندگی دو شهر بررسی شد»."""
    for head in clause.all("effort"):
        verb = clause.sentence.next_verb(head)
        if verb is not None and clause.has("happen") and clause.has("sister") and clause.has("purpose"):
            yield from named(Event.NEGOTIATION, head, clause)
    for head in clause.all("review"):
        verb = clause.sentence.next_verb(head)
        done = verb is not None and verb.first == head.stop and verb.kind == "become" and verb.is_past
        if done and clause.has("bill") and clause.has("sister") and not clause.has("council", "approve", "vote"):
            yield from named(Event.NEGOTIATION, head, clause)


def _held(talks: Trigger) -> Trigger:
    """Talks that failed were held."""
    if talks.mode.why != "failed":
        return talks
    return replace(talks, mode=governed(Modality.DONE, talks.mode.verb, "held"))


def _on_this_journey(clause: Clause) -> bool:
    """«در این سفر درباره … گفت‌وگو شد»."""
    return any(clause.has_before(journey, 0, "this") for journey in clause.all("travel"))


def _agreed(clause: Clause) -> Iterator[Trigger]:
    """«شهرداران دو شهر بر گسترش روابط تأکید کردند»: what both sides say of their ties, they say to each other."""
    both = next(iter(clause.all("two_cities")), None)
    if both is None or both.first - clause.first > _SUBJECT_REACH or clause.has("provided", *TIES):
        return
    for head in clause.all("report"):
        verb = clause.sentence.next_verb(head)
        told = verb is not None and verb.first == head.stop and verb.is_past and verb.plural and not verb.negative
        if told and any(both.stop < atom.first < head.first for atom in clause.all("relation")):
            yield Trigger(Event.NEGOTIATION, head, clause, governed(Modality.DONE, verb, "both sides"))


def _met(head: Atom, clause: Clause, mode: Mode) -> Iterator[Trigger]:
    if clause.has("sign") and clause.has_before(head, 0, "in"):
        return
    on_visit = clause.has("delegation") and clause.has("travel")
    sides = on_visit or clause.has("two_cities", "counterpart")
    if sides and mode.force is Force.STATED and clause.has("happen"):
        yield Trigger(Event.NEGOTIATION, head, clause, mode)
    elif _is_between_offices(head, clause) and not clause.has("city_hall", "envoy"):
        told = replace(mode, force=max(mode.force, Force.GOVERNED))
        yield Trigger(Event.NEGOTIATION, head, clause, told, is_known=False, why="offices meet")


def _is_between_offices(head: Atom, clause: Clause) -> bool:
    """«دیدار شهردار الف با رئیس شورای ب»: offices of two cities stand around the word."""
    offices = {place.place.id for place in clause.places if place.role is Role.OFFICE and place.place is not None}
    with_the_other = clause.has_after(head, _MEET_REACH, "with") or clause.has_before(head, _MET_REACH, "with")
    pointed = {atom.first for atom in clause.all("this_city", "that_city")}
    is_pointed = any(atom.stop in pointed for atom in clause.all("municipality"))
    return with_the_other and len(offices) + is_pointed == 2


def _names_sides(clause: Clause) -> bool:
    together = any(verb.first_person and verb.plural for verb in clause.verbs)
    together = together or any(clause.has_before(atom, 0, "this") for atom in clause.all("travel", "meet"))
    return together or clause.has("two_cities", "counterpart", "friends", "round", *TIES)


def _is_interview(head: Atom, clause: Clause) -> bool:
    """«در گفت‌وگو با خبرنگار ما گفت», and talks with ambassadors and ministers, who are no city."""
    if clause.has_after(head, 3, "media", "phone", "envoy", "state"):
        return True
    before = [atom for atom in clause.atoms if 0 <= head.first - atom.stop <= _TALK_REACH]
    return any(
        one.has("with") and other.has("envoy", "state") and other.first == one.stop for one, other in pairwise(before)
    )


def draftings(clause: Clause) -> Iterator[Trigger]:
    """The text is being written, is ready, or has been sent to the other side."""
    if clause.sentence.has("untrue", "rumour"):
        return
    for head in clause.all("composing"):
        if any(tie.first == head.stop for tie in clause.all(*TIES)):
            yield from named(Event.DRAFTING, head, clause)
    for head in clause.all("document", "memorandum"):
        verb = clause.sentence.next_verb(head)
        if verb is not None and verb.kind == "write" and has_tie(head, clause) and not clause.has("draft", "text"):
            mode = mode_of_verb(verb, clause)
            if mode is not None:
                yield Trigger(Event.DRAFTING, head, clause, mode)
    for head in clause.all("draft", "text"):
        mode = _drafted(head, clause) if head.has("draft") or has_tie(head, clause) else None
        if mode is not None:
            yield Trigger(Event.DRAFTING, head, clause, mode)


def _drafted(head: Atom, clause: Clause) -> Mode | None:
    """«متن … نوشته شد», «پیش‌نویس … آماده می‌شود»."""
    verb = clause.sentence.next_verb(head)
    if verb is not None and verb.kind in ("write", "send") and verb.first - head.stop <= _DRAFT_REACH:
        return mode_of_verb(verb, clause)
    composed = next((a for a in clause.all("compose") if abs(a.first - head.first) <= _DRAFT_REACH), None)
    return mode_of(composed, clause) if composed else None


def way_steps(clause: Clause) -> Iterator[Trigger]:
    """Every step on the way to a tie in a clause."""
    if clause.has("propose", "wants", "raise", "hope", "ready"):
        yield from proposals(clause)
    yield from approvals(clause)
    if clause.has("talk", "meet", "effort", "review", "relation"):
        yield from negotiations(clause)
    if clause.has("draft", "text", "composing") or any(verb.kind == "write" for verb in clause.verbs):
        yield from draftings(clause)
