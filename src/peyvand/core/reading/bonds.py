"""Signing, standing, renewal, suspension and termination: what is done to a tie itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.modality import Force, Mode, mode_of
from peyvand.core.reading.sentence import TIES, Clause, Sentence
from peyvand.core.reading.trigger import (
    SISTER,
    Trigger,
    earlier_clause,
    has_tie,
    is_short,
    nearest,
    next_verb,
    stated,
)
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

# With one of these, a report on sisterhood tells of that step.
_HEADS_OF_REPORTS = (
    "sign", "approve", "bill", "vote", "propose", "talk", "renew", "suspend", "end", "draft", "text", "festival", "travel",
    "rumour", "begin", "begun", "review",
)  # fmt: skip
_REACH = 12


def signings(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Signed, sealed, declared, «became sisters», «led to sisterhood»."""
    for head in clause.all("sign"):
        if head.has("hand_over") and not clause.has(*TIES):
            continue
        if has_tie(head, clause, sentence) and not _is_of_another_paper(head, clause):
            renewed = any(a.has("renew") and 0 <= head.first - a.stop <= 4 for a in clause.atoms)
            for trigger in _moded(Event.RENEWAL if renewed else Event.SIGNING, head, clause, sentence):
                yield from _signed(trigger)
    for verb in clause.verbs:
        if verb.kind == "tie" and clause.has(*TIES):
            yield from _tied(verb, clause, sentence)
    for head in clause.all("toward"):
        if clause.has("sister", "sister_city", "friendship"):
            yield from _moded(Event.SIGNING, head, clause, sentence)
    for head in clause.all("sister_city"):
        yield from _became(head, clause, sentence)
    if clause.has("report") and not clause.has(*_HEADS_OF_REPORTS):
        for head in clause.all("sister"):
            yield from _reported(head, clause, sentence)


def _reported(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«از خواهرخواندگی دو شهر خبر داد», «از برقراری خواهرخواندگی …»."""
    before = sentence.between(max(clause.first, head.first - 2), head.first)
    mode = mode_of(head, clause, sentence)
    if mode is not None and mode.why == "report" and any(atom.has("from") for atom in before):
        yield Trigger(Event.SIGNING, head, clause, sentence, mode, why="reported")


def _moded(event: Event, head: Atom, clause: Clause, sentence: Sentence, why: str = "") -> Iterator[Trigger]:
    mode = mode_of(head, clause, sentence)
    if mode is not None:
        yield Trigger(event, head, clause, sentence, mode, why=why or mode.why)


def _signed(trigger: Trigger) -> Iterator[Trigger]:
    """A signature that is only mentioned is none unless it is said to be behind («با امضای …», «پس از امضای …»)."""
    mode, head = trigger.mode, trigger.head
    if mode.why == "lasting":
        yield replace(trigger, mode=replace(mode, modality=Modality.PLANNED))
        return
    if mode.force is Force.MENTIONED:
        around = [atom for atom in trigger.clause.atoms if 0 <= head.first - atom.stop <= 2]
        if mode.modality is Modality.DONE and mode.verb and not any(a.has("with", "after", "ceremony") for a in around):
            return
        if mode.modality is not Modality.DONE and mode.why in ("with", "purpose", "wish"):
            return
    yield trigger


def _is_of_another_paper(head: Atom, clause: Clause) -> bool:
    """«مربوط به امضای دفتر یادبود است، نه سند همکاری»: the tie stands behind a «not»; or an offer to sign."""
    if any(atom.has("propose") and 0 <= head.first - atom.stop <= 1 for atom in clause.atoms):
        return True
    tie = nearest(head, clause, *TIES)
    if tie is None or tie.first < head.first:
        return False
    return any(atom.has("neither") and head.stop <= atom.first < tie.first for atom in clause.atoms)


def _tied(verb: Verb, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«پیمان بسته شد»; «با هشت شهر پیمان بسته است: …» says that the ties stand."""
    head = Atom(verb.first, verb.stop, verb.span, frozenset(("sign",)))
    mode = mode_of(Atom(verb.first, verb.first, verb.span, frozenset()), clause, sentence)
    if mode is not None:
        event = Event.STANDING if _opens_list(verb.stop, sentence) else Event.SIGNING
        before = earlier_clause(clause, sentence)
        goes_on = before is not None and before.has("join_that") and bool(before.places)
        known = clause.has("this", "sister", "two_cities") or bool(clause.places) or goes_on
        yield Trigger(event, head, clause, sentence, mode, is_known=known, why="tied")


def _opens_list(at: int, sentence: Sentence) -> bool:
    return at in sentence.words and sentence.line.sign(at) == ":"


def _became(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«خواهرخوانده شدند», «به عنوان خواهرخوانده معرفی شد», but not «خواهرخوانده‌اند»."""
    verb = next_verb(head, sentence)
    if verb is None or verb.first - head.stop > _REACH or sentence.has_hard_stop(head.stop, verb.first):
        return
    between = sentence.between(head.stop, verb.first)
    is_named = verb.kind in ("make", "become") and any(atom.has("conclude") for atom in between)
    is_called = verb.kind in ("call", "know") and verb.passive
    if any(atom.has("counts_as") for atom in between) or (is_called and verb.tense is Tense.PRESENT):
        yield from _stands(head, verb, clause, sentence)
        return
    becomes = verb.kind == "become" and not any(atom.has(*_HEADS) for atom in between)
    will_be = verb.kind == "be" and verb.tense in ("future",)
    if not (is_named or is_called or becomes or will_be):
        return
    mode = mode_of(Atom(head.first, verb.first, head.span, head.labels), clause, sentence)
    if mode is None:
        return
    if mode.why == "proposed":
        return
    event = Event.SIGNING
    if mode.modality is Modality.DONE and (sentence.has("vote", "bill") or _is_by_leave(clause)):
        event = Event.APPROVAL
    elif mode.modality is Modality.WISHED:
        event = Event.PROPOSAL
    yield Trigger(event, head, clause, sentence, mode, why="became")


def _is_by_leave(clause: Clause) -> bool:
    """«با تصویب شورا خواهرخوانده شدند»: what happened is the leave."""
    return any(one.has("with") and other.has("approve") and other.first == one.stop for one, other in pairwise(clause.atoms))


_HEADS = ("sign", "approve", "renew", "suspend", "end", "propose", "happen", "report", "compose", "travel", "festival")


def standings(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """The tie is said to exist, or not to exist."""
    for head in clause.all("sister_city"):
        verb = next_verb(head, sentence)
        if verb is not None and verb.kind == "be" and verb.first - head.stop <= _REACH and verb.tense != "future":
            between = sentence.between(head.stop, verb.first)
            if not any(atom.has(*_HEADS, "need", "wants", "hope", "ready", "untrue") for atom in between):
                yield from _stands(head, verb, clause, sentence)
    for head in clause.all(*TIES):
        verb = next_verb(head, sentence)
        if verb is None or sentence.has_hard_stop(head.stop, verb.first):
            continue
        between = sentence.between(head.stop, verb.first)
        holds = verb.kind == "have" and verb.first == head.stop
        lasts = any(atom.has("standing") for atom in (*between, *_own(verb, sentence)))
        lasts = lasts and (not head.has("document") or clause.has("sister") or _is_this(head, clause))
        if (holds and not clause.has("unrelated")) or (lasts and verb.kind in ("be", "stay", "have")):
            yield from _stands(head, verb, clause, sentence)
            break


def _is_this(head: Atom, clause: Clause) -> bool:
    return any(atom.has("this") and atom.stop == head.first for atom in clause.atoms)


def _own(verb: Verb, sentence: Sentence) -> tuple[Atom, ...]:
    return tuple(atom for atom in sentence.between(verb.first, verb.stop) if atom.labels)


def _stands(head: Atom, verb: Verb, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    probe = Atom(head.first, verb.first, head.span, head.labels)
    mode = mode_of(probe, clause, sentence)
    if mode is not None and mode.why == "present" and verb.kind != "be":
        mode = stated(Modality.DONE, verb, "counts as")
    if mode is None or mode.modality in (Modality.PLANNED, Modality.WISHED):
        return
    known = verb.kind != "have" or clause.has("two_cities")
    yield Trigger(Event.STANDING, head, clause, sentence, mode, is_known=known, why="stands")


def _stays(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«… و تا آن روز به قوت خود باقی است»: the tie is the subject of the clause before."""
    for head in clause.all("standing"):
        verb = next_verb(head, sentence)
        if clause.has("relation") or verb is None or verb.kind not in ("be", "stay"):
            continue
        if verb.first - head.stop <= 1 and is_short(head, clause):
            yield from _stands(head, verb, clause, sentence)


def listings(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """«شهرهای خواهرخوانده ما عبارت‌اند از …»: a list of partners without a predicate of its own."""
    if clause.has("talk", "sign", "propose", "approve") and not sentence.counts_cities:
        return
    for head in clause.all("sister", "sister_city"):
        if head.has("sister") and not sentence.counts_cities:
            continue
        marks = [atom for atom in clause.all("count_list") if 0 <= atom.first - head.stop <= 10]
        if marks and any(place.span.start > marks[0].span.stop for place in clause.places):
            yield Trigger(Event.STANDING, head, clause, sentence, stated(Modality.DONE, None, "list"), why="list")


def renewals(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Extended, updated, revived, resumed."""
    for head in clause.all("renew"):
        if _is_about_tie(head, clause, sentence):
            yield from _renewed(head, clause, sentence)


def _renewed(head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Leave to renew is an approval and no renewal yet; a refusal leaves the tie unrenewed."""
    verb = next_verb(head, sentence)
    if verb is not None and (
        verb.kind == "accept" or any(a.stop == verb.first and a.has("approve") for a in clause.atoms)
    ):
        if verb.negative:
            yield Trigger(Event.RENEWAL, head, clause, sentence, stated(Modality.DENIED, verb, "refused"))
        return
    yield from _moded(Event.RENEWAL, head, clause, sentence)


def suspensions(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Stopped, frozen, on hold."""
    for head in clause.all("suspend"):
        if _is_about_tie(head, clause, sentence):
            yield from _ended(Event.SUSPENSION, head, clause, sentence)


def terminations(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Cancelled, dissolved, lapsed."""
    for head in clause.all("end"):
        if _is_about_tie(head, clause, sentence, strict=True):
            yield from _ended(Event.TERMINATION, head, clause, sentence)


def _ended(event: Event, head: Atom, clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """A council that agrees to an end has ended the tie; an offer to end it is a wish."""
    before = sentence.between(max(clause.first, head.first - 3), head.first)
    if any(atom.has("propose") for atom in before):
        verb = next_verb(head, sentence)
        refused = verb is not None and (verb.negative or clause.has("reject", "failed"))
        refused = refused or any(atom.has("failed") for atom in sentence.atoms if atom.first > head.stop)
        modality = Modality.DENIED if refused else Modality.WISHED
        yield Trigger(event, head, clause, sentence, Mode(modality, Force.STATED, verb, "offer"))
        return
    yield from _moded(event, head, clause, sentence)


def _is_about_tie(head: Atom, clause: Clause, sentence: Sentence, *, strict: bool = False) -> bool:
    """Whether the head's object is a tie, and no journey, festival or deadline."""
    rival = nearest(head, clause, "travel", "festival", "swap", "exchange", "dispatch")
    tie = nearest(head, clause, *TIES, "relation")
    if tie is None:
        before = earlier_clause(clause, sentence)
        wanted = any(a.has("wants", "need", "hope") and a.stop == head.first for a in clause.atoms)
        spoken = before is not None and before.has(*TIES, "relation")
        if strict and before is not None and not before.has("join_that"):
            return rival is None and ((spoken and _is_bare(head, clause)) or wanted)
        spoken = spoken or any(c.has(*TIES) for c in sentence.clauses[: clause.at])
        return rival is None and (spoken or wanted)
    return rival is None or abs(tie.first - head.first) < abs(rival.first - head.first)


def _is_bare(head: Atom, clause: Clause) -> bool:
    """Whether nothing but a conjunction stands before the head, so that its subject is that of the clause before."""
    known = sum(atom.stop - atom.first for atom in clause.atoms if atom.first < head.first)
    return head.first - clause.first <= known


def bond_steps(clause: Clause, sentence: Sentence) -> Iterator[Trigger]:
    """Every step done to a tie in a clause."""
    if clause.has("sign", "toward", *TIES) or any(verb.kind == "tie" for verb in clause.verbs):
        yield from signings(clause, sentence)
    if clause.has(*TIES):
        yield from standings(clause, sentence)
        yield from listings(clause, sentence)
    elif clause.has("standing") and sentence.has(*TIES):
        yield from _stays(clause, sentence)
    if clause.has("renew"):
        yield from renewals(clause, sentence)
    if clause.has("suspend"):
        yield from suspensions(clause, sentence)
    if clause.has("end"):
        yield from terminations(clause, sentence)


__all__ = ["SISTER", "bond_steps"]
