"""Proposal, negotiation, approval and drafting: the way to a tie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from peyvand.core.gazetteer import Role
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.modality import Force, Mode, mode_of
from peyvand.core.reading.sentence import TIES, Clause, Sentence
from peyvand.core.reading.trigger import SISTER, Trigger, has_tie, is_short, next_verb, stated
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_NAMED_TIES = ("sister", "sister_city", "pact", "friendship", "memorandum", "document")
_OTHER_OBJECTS = ("renew", "suspend", "end", "travel", "festival", "swap", "exchange", "invite", "name_after")


def proposals(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """One side suggests, requests or wants a tie."""
    for head in clause.all("propose"):
        if _is_offer_of_tie(head, clause, sentence):
            yield from _offered(head, clause, sentence)
    for head in clause.all("raise"):
        yield from _raised(head, clause, sentence)
    for head in clause.all("wants"):
        tie = next((a for a in clause.all("sister", "pact") if 0 <= a.first - head.stop <= 2), None)
        if (tie is not None and not _acts_next(tie, clause)) or (tie is None and clause.has("sister") and any(v.first == head.stop and v.kind == "become" for v in clause.verbs)):
            yield from _wanted(head, clause, sentence)


def _raised(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«خواهرخواندگی دو شهر را مطرح کرد»."""
    verb = next_verb(head, sentence)
    carried = verb is not None and verb.first == head.stop and verb.kind in ("make", "become")
    if carried and clause.has("sister") and not clause.has("propose", "sign", "approve", "bill", "renew", "end", "talk"):
        mode = mode_of(head, clause, sentence)
        if mode is not None:
            yield Trigger(Event.PROPOSAL, head, clause, sentence, mode)


def _acts_next(tie: Atom, clause: Clause) -> bool:
    return any(atom.has("sign", *_OTHER_OBJECTS) for atom in clause.atoms if 0 <= atom.first - tie.stop <= 1)


def _is_offer_of_tie(head: Atom, clause: Clause, sentence: Sentence) -> bool:
    reach = _complement(head, clause)
    if any(atom.has(*_OTHER_OBJECTS) and head.stop <= atom.first < reach for atom in clause.atoms):
        return False
    if clause.has(*_NAMED_TIES):
        return True
    if any(atom.has("us") and atom.first == head.stop for atom in clause.atoms):
        return True
    if sentence.follows_tie and any(atom.has("this") and atom.stop == head.first for atom in clause.atoms):
        return True
    return sentence.has(*SISTER) and is_short(head, clause)


def _complement(head: Atom, clause: Clause) -> int:
    """The word index up to which the offer's own object reaches: a few words, or its subjunctive."""
    wanted = next((v for v in clause.verbs if v.first > head.stop and v.tense is Tense.SUBJUNCTIVE), None)
    return wanted.stop if wanted else head.stop + 4


def _offered(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    verb = next_verb(head, sentence)
    if verb is not None and verb.kind == "accept" and verb.negative:
        yield Trigger(Event.PROPOSAL, head, clause, sentence, stated(Modality.DONE, verb, "refused"))
        yield Trigger(Event.PROPOSAL, head, clause, sentence, stated(Modality.DENIED, verb, "refused"))
        return
    if any(atom.has("review") and atom.stop == (verb.first if verb else -1) for atom in clause.atoms):
        return
    mode = stated(Modality.DONE, verb, "withdrawn") if clause.has("withdraw") else mode_of(head, clause, sentence)
    if mode is not None:
        yield Trigger(Event.PROPOSAL, head, clause, sentence, mode)


def _wanted(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    verb = next_verb(head, sentence)
    done = verb is not None and verb.kind == "become" and verb.is_past
    modality = Modality.DONE if done else Modality.WISHED
    yield Trigger(Event.PROPOSAL, head, clause, sentence, Mode(modality, Force.GOVERNED, verb, "wanted"))


def approvals(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """A body gives leave, refuses it, or is to decide."""
    for head in clause.all("approve"):
        if _is_about_bill(clause, sentence):
            yield from _approved(head, clause, sentence)
    for head in clause.all("reject"):
        verb = next_verb(head, sentence)
        if clause.has(*TIES, "bill") and verb is not None and verb.first - head.stop <= 1 and not clause.has("untrue", "rumour"):
            yield from _refused(head, clause, sentence)
    for verb in clause.verbs:
        if verb.kind in ("accept", "give", "bring"):
            yield from _by_verb(verb, clause, sentence)
    for head in clause.all("vote", "review"):
        yield from _pending(head, clause, sentence)
    for head in clause.all("opinion"):
        yield from _asked(head, clause, sentence)


def _is_about_bill(clause: Clause, sentence: Sentence) -> bool:
    spoken = sentence.has("draft", *TIES) or sentence.follows_tie
    if clause.has("draft", "text", *TIES) or (clause.has("it") and spoken):
        return True
    if clause.has("bill"):
        return clause.has("this", "it") and (sentence.has(*TIES) or sentence.follows_tie)
    return sentence.has("draft", *TIES)


def _approved(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    mode = mode_of(head, clause, sentence)
    if mode is None or clause.has("end", "suspend"):
        return
    if mode.verb is not None and any(a.has("reject") and a.stop == mode.verb.first for a in clause.atoms):
        return
    if mode.why == "condition" and not clause.dates:
        return
    yield Trigger(Event.APPROVAL, head, clause, sentence, mode)


def _refused(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    mode = mode_of(head, clause, sentence)
    if mode is not None and mode.modality is Modality.DONE:
        yield Trigger(Event.APPROVAL, head, clause, sentence, stated(Modality.DENIED, mode.verb, "refused"))


def _by_verb(verb: Verb, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«شورا آن را پذیرفت», «شورا رأی نداد»."""
    head = Atom(verb.first, verb.stop, verb.span, frozenset(("approve",)))
    council = clause.has("council", "authority")
    probe = Atom(verb.first, verb.first, verb.span, frozenset())
    mode = mode_of(probe, clause, sentence)
    if mode is None:
        return
    if verb.kind == "accept" and council and clause.has(*TIES, "it", "bill", "renew") and not clause.has("propose"):
        yield Trigger(Event.APPROVAL, head, clause, sentence, mode)
    voted = [atom for atom in clause.all("vote") if 0 <= verb.first - atom.stop <= 1]
    if voted and verb.kind in ("give", "bring") and (clause.has(*TIES, "bill", "it") or sentence.has(*TIES)):
        yield Trigger(Event.APPROVAL, voted[-1], clause, sentence, mode)


def _pending(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """On the agenda, under review, a vote to come."""
    verb = next_verb(head, sentence)
    if verb is None or not sentence.has("bill", "vote"):
        return
    if not sentence.has(*TIES) and not (sentence.follows_tie and (clause.has("this", "it") or not clause.has("bill"))):
        return
    if clause.has("approve"):
        return
    coming = verb.tense in (Tense.PRESENT, Tense.FUTURE, Tense.SUBJUNCTIVE) and not verb.negative
    if coming and verb.first - head.stop <= 6 and verb.kind not in ("give", "bring"):
        mode = mode_of(head, clause, sentence) or stated(Modality.PLANNED, verb, "pending")
        modality = Modality.WISHED if mode.modality is Modality.WISHED else Modality.PLANNED
        yield Trigger(Event.APPROVAL, head, clause, sentence, stated(modality, verb, "pending"))


def _asked(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«رونوشت آن برای نظر وزارت کشور فرستاده شد»: what a ministry is asked for is still to come."""
    verb = next_verb(head, sentence)
    if verb is None or not clause.has("ministry") or verb.kind not in ("send", "take", "bring", "become", "make"):
        return
    if not (sentence.has("draft", "text", *TIES) or sentence.follows_tie or clause.has("it")):
        return
    mode = mode_of(head, clause, sentence)
    wished = mode is not None and mode.modality is Modality.WISHED
    wished = wished or any(atom.has("need", "wants") for c in sentence.clauses[: clause.at + 1] for atom in c.atoms)
    modality = Modality.WISHED if wished else Modality.PLANNED
    yield Trigger(Event.APPROVAL, head, clause, sentence, Mode(modality, Force.GOVERNED, verb, "asked"))


def negotiations(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Talks, letters and working meetings of the two sides."""
    for head in clause.all("talk"):
        if not _is_interview(head, clause, sentence):
            mode = mode_of(head, clause, sentence)
            if mode is not None:
                yield Trigger(Event.NEGOTIATION, head, clause, sentence, mode, is_known=_names_sides(clause) or sentence.has("two_cities"))
    for head in clause.all("meet"):
        mode = mode_of(head, clause, sentence)
        if mode is None:
            continue
        if clause.has("two_cities", "counterpart") and mode.force is Force.STATED and clause.has("happen"):
            yield Trigger(Event.NEGOTIATION, head, clause, sentence, mode)
        elif _is_between_offices(head, clause) and not clause.has("city_hall", "envoy"):
            met = replace(mode, force=max(mode.force, Force.GOVERNED))
            yield Trigger(Event.NEGOTIATION, head, clause, sentence, met, is_known=False, why="offices meet")


def _is_between_offices(head: Atom, clause: Clause) -> bool:
    """«دیدار شهردار الف با رئیس شورای ب»: offices of two cities stand around the word."""
    offices = [place for place in clause.places if place.role is Role.OFFICE and place.place is not None]
    after = any(0 <= atom.first - head.stop <= 8 for atom in clause.all("with"))
    return after and len({place.place.id for place in offices if place.place}) == 2


def _names_sides(clause: Clause) -> bool:
    together = any(verb.first_person and verb.plural for verb in clause.verbs)
    return together or clause.has("two_cities", "counterpart", "friends", "round", *TIES)


def _is_interview(head: Atom, clause: Clause, sentence: Sentence) -> bool:
    """«در گفت‌وگو با خبرنگار ما گفت», and talks with ambassadors and ministers, who are no city."""
    after = sentence.between(head.stop, min(clause.stop, head.stop + 4))
    if any(atom.has("media", "phone", "envoy", "state") for atom in after):
        return True
    before = [atom for atom in clause.atoms if 0 <= head.first - atom.stop <= 12]
    return any(
        one.has("with") and other.has("envoy", "state") and other.first == one.stop
        for one, other in pairwise(before)
    )


def draftings(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """The text is being written, is ready, or has been sent to the other side."""
    for head in clause.all("compose"):
        if any(tie.first == head.stop for tie in clause.all(*TIES)) and head.has("composing"):
            mode = mode_of(head, clause, sentence)
            if mode is not None:
                yield Trigger(Event.DRAFTING, head, clause, sentence, mode)
    for head in clause.all("draft", "text"):
        if head.has("text") and not has_tie(head, clause, sentence):
            continue
        verb = next_verb(head, sentence)
        composed = [a for a in clause.all("compose") if abs(a.first - head.first) <= 20]
        written = verb is not None and verb.kind in ("write", "send") and verb.first - head.stop <= 20
        if sentence.has("untrue", "rumour"):
            continue
        if composed or written:
            probe = composed[0] if composed and not written else head
            mode = mode_of(probe, clause, sentence)
            if written and verb is not None:
                mode = mode_of(Atom(verb.first, verb.first, verb.span, frozenset()), clause, sentence)
            if mode is not None:
                yield Trigger(Event.DRAFTING, head, clause, sentence, mode)


def way_steps(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Every step on the way to a tie in a clause."""
    if clause.has("propose", "wants", "raise"):
        yield from proposals(clause, sentence)
    yield from approvals(clause, sentence)
    if clause.has("talk", "meet"):
        yield from negotiations(clause, sentence)
    if clause.has("draft", "text", "composing"):
        yield from draftings(clause, sentence)
