"""Proposal and drafting, and with talks and leave every step on the way to a tie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.approval import approvals
from peyvand.core.reading.governor import is_cleft
from peyvand.core.reading.meetings import negotiations
from peyvand.core.reading.modality import mode_of, mode_of_verb
from peyvand.core.reading.mode import Mode, governed, stated
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.trigger import Trigger, as_head, has_tie, means_tie, named
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_OTHER_OBJECTS = ("renew", "suspend", "end", "travel", "festival", "swap", "invite", "name_after")
_OTHER_STEPS = ("propose", "sign", "approve", "bill", "renew", "end", "talk")
_BINDING = ("tie", "become", "have", "make")
_RAISING = ("make", "become", "fall", "suffer", "bring", "take", "put", "draw", "come")
_OBJECT_REACH, _DRAFT_REACH, _HOPE_REACH, _OFFERER_REACH = 4, 20, 5, 6


def proposals(clause: Clause) -> Iterator[Trigger]:
    """One side suggests, requests or wants a tie; a tie that is hoped for is a signing wished."""
    for head in clause.all("propose"):
        if _is_offer_of_tie(head, clause):
            yield from _offered(head, clause)
    for head in clause.all("raise"):
        if _raises_tie(head, clause):
            yield from _raised(head, clause)
    for head in clause.all("wants"):
        if _wants_tie(head, clause):
            yield _wanted(head, clause)
    chances = [atom for atom in clause.all("may") if clause.has_after(atom, 0, "sister")]
    for head in (*clause.all("hope", "ready"), *chances):
        if _hopes_for_tie(head, clause) and head.has("ready") and clause.sentence.has("letter"):
            # «نامه‌ای که در آن آمادگی … برای خواهرخواندگی اعلام شده است» makes an offer.
            yield Trigger(
                Event.PROPOSAL, head, clause, governed(Modality.DONE, clause.sentence.next_verb(head), "letter")
            )
        elif _hopes_for_tie(head, clause):
            yield Trigger(
                Event.SIGNING, head, clause, governed(Modality.WISHED, clause.sentence.next_verb(head), "hoped")
            )


def _is_offer_of_tie(head: Atom, clause: Clause) -> bool:
    if clause.has_before(head, 0, "to") and clause.has("end", "suspend"):
        # «به درخواست شورا پیوند را معلق کرد»
        return False
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
    elif verb is None or not _is_taken_up(head, verb, clause):
        told = (trigger for trigger in named(Event.PROPOSAL, head, clause) if not _is_told_before(trigger))
        told = (trigger for trigger in told if trigger.modality is Modality.DONE or not _is_opened(head, clause))
        yield from (_as_made(trigger) for trigger in told)


def _is_taken_up(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«درخواست … بررسی و تصویب شد», «شورا پیشنهاد را پذیرفت»: told is what the council did with it."""
    if any(atom.stop == verb.first for atom in clause.all("review", "approve")):
        return True
    known = clause.has_before(head, 0, "this") or not clause.has_after(head, _OFFERER_REACH, "municipality")
    return known and verb.kind == "accept" and not verb.negative and clause.sentence.has("council", "vote")


def _is_opened(head: Atom, clause: Clause) -> bool:
    """«پیشنهاد ما این است که …»: what it opens is what is wished for."""
    return any(is_cleft(verb, clause.sentence) for verb in clause.verbs if verb.first >= head.stop)


def _as_made(trigger: Trigger) -> Trigger:
    """«خواستار تسریع در بررسی درخواست … شد»: who wants something of an offer speaks of one that has been made.

    Who says «پیشنهاد می‌کنیم» makes the offer with these words.
    """
    verb = trigger.mode.verb
    said = verb is not None and verb.first_person and verb.tense is Tense.PRESENT and not verb.negative
    if said and trigger.mode.why == "present" and not (trigger.clause.dates or trigger.clause.has("soon")):
        return replace(trigger, mode=governed(Modality.DONE, verb, "said"))
    if trigger.mode.why not in ("wanted", "wish") or not trigger.clause.has_before(trigger.head, 1, "review"):
        return trigger
    return replace(trigger, mode=governed(Modality.DONE, trigger.mode.verb, "made"))


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
    if not (verb.first == head.stop or joined or verb.first == head.first):
        return False
    since = clause.all("matter")[0].first if means_tie(clause) else clause.first
    others = [atom for atom in clause.sentence.between(since, verb.first) if atom.has(*_OTHER_STEPS, "untrue")]
    # A plan («طرح») that is brought up is an offer, but in a council it is a bill.
    if any(not atom.has("bill") for atom in others) or (others and clause.sentence.has("council", "vote")):
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
    if clause.has_before(head, 12, *_OTHER_OBJECTS):
        # «لغو خواهرخواندگی را خواستار شدند»
        return False
    if tie is None and _is_wanted_by_way(head, clause):
        return True
    if tie is None:
        return clause.has("sister") and any(v.first == head.stop and v.kind == "become" for v in clause.verbs)
    if any(head.stop <= atom.first < tie.first for atom in clause.all(*_OTHER_OBJECTS)):
        return False
    talked = any(head.stop <= atom.first < tie.first for atom in clause.all("talk", "sign"))
    return not talked and not clause.has_after(tie, 1, "sign", *_OTHER_OBJECTS)


def _is_wanted_by_way(head: Atom, clause: Clause) -> bool:
    """«خواستار بهره‌گیری از … با ایجاد خواهرخواندگی شد», «خواستار موافقت با خواهرخواندگی … شد»."""
    ways = [one for one in clause.all("conclude", "sign") if one.first >= head.stop]
    made = [one for one in ways if clause.has_before(one, 0, "with")]
    agreed = [one for one in clause.all("approve") if one.first == head.stop]
    return any(clause.has_after(one, 1, "sister") for one in (*made, *agreed))


def _hopes_for_tie(head: Atom, clause: Clause) -> bool:
    """«به دنبال خواهرخواندگی با … هستیم», «آمادگی … برای خواهرخواندگی», and not for its signing or renewal."""
    tie = next((atom for atom in clause.all("sister") if 0 <= atom.first - head.stop <= _HOPE_REACH), None)
    tie = tie or _offered_before(head, clause) or _such_paper(head, clause)
    if tie is None or clause.has(*_OTHER_STEPS, *_OTHER_OBJECTS, "draft", "text", "relation"):
        return False
    verb = clause.sentence.next_verb(tie)
    if verb is not None and verb.kind == "be" and verb.is_past:
        # «در پی آن بود»: what came of it is not said.
        return False
    if verb is not None and verb.negative:
        # «کسی به خواهرخواندگی علاقه ندارد».
        return False
    # «علاقه‌مندیم خواهرخواندگی را تحکیم کنیم»: the tie is there.
    return verb is None or verb.tense is not Tense.SUBJUNCTIVE or verb.kind in ("become", "be", "tie", "have")


def _such_paper(head: Atom, clause: Clause) -> Atom | None:
    """«آمادگی … برای چنین تفاهم‌نامه‌هایی», right after a tie was spoken of."""
    papers = clause.all("document", "pact") if head.has("ready") and clause.sentence.follows_tie else ()
    near = (atom for atom in papers if 0 <= atom.first - head.stop <= _HOPE_REACH)
    return next((atom for atom in near if clause.has_before(atom, 0, "this")), None)


def _offered_before(head: Atom, clause: Clause) -> Atom | None:
    """The tie in «برای خواهرخواندگی با … اعلام آمادگی کرد», «به خواهرخواندگی با … علاقه‌مند است»."""
    verb = clause.sentence.next_verb(head)
    if verb is None or verb.first not in (head.first, head.stop) or verb.kind not in ("make", "be", "have"):
        return None
    own = [atom for atom in clause.all("pact") if clause.has_before(atom, 0, "this") and clause.sentence.follows_tie]
    ties = (atom for atom in (*clause.all("sister"), *own) if atom.stop <= head.first)
    return next((tie for tie in ties if clause.has_before(tie, 2, "purpose", "to", "about")), None)


def _wanted(head: Atom, clause: Clause) -> Trigger:
    verb = clause.sentence.next_verb(head)
    done = verb is not None and verb.kind == "become" and verb.is_past
    return Trigger(Event.PROPOSAL, head, clause, governed(Modality.DONE if done else Modality.WISHED, verb, "wanted"))


def _asked_for(clause: Clause) -> Iterator[Trigger]:
    """«انجمن … از شورا خواست با ب پیمان ببندد»: what is asked of the other side is an offer."""
    for verb in clause.verbs if clause.has(*TIES) and clause.has("from") else ():
        if verb.kind != "want" or not verb.is_past or verb.negative or clause.has(*_OTHER_OBJECTS, "talk", "approve"):
            continue
        asked = next((one for one in clause.verbs if one.first > verb.first), None)
        if asked is not None and asked.tense is Tense.SUBJUNCTIVE and asked.kind in _BINDING:
            yield Trigger(Event.PROPOSAL, as_head(verb, "propose"), clause, governed(Modality.DONE, verb, "asked for"))


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
    """«متن … نوشته شد», «پیش‌نویس … آماده می‌شود», «پیش‌نویس … را به ب داد»."""
    verb = clause.sentence.next_verb(head)
    handed = verb is not None and verb.kind == "give" and clause.has("to")
    given = handed and verb is not None and (verb.passive or clause.has_after(head, _DRAFT_REACH, "object"))
    if given and verb is not None and verb.is_past:
        return mode_of_verb(verb, clause)
    sent = verb is not None and (verb.kind in ("write", "send") or (verb.kind == "arrive" and head.has("draft")))
    if verb is not None and sent and verb.first - head.stop <= _DRAFT_REACH:
        return mode_of_verb(verb, clause)
    swapped = next((a for a in clause.all("swap") if verb is not None and a.stop == verb.first), None)
    if swapped is not None and head.has("draft"):
        # «پیش‌نویس … میان دو شهر مبادله شد».
        return mode_of(swapped, clause)
    composed = next((a for a in clause.all("compose") if abs(a.first - head.first) <= _DRAFT_REACH), None)
    return mode_of(composed, clause) if composed else None


def way_steps(clause: Clause) -> Iterator[Trigger]:
    """Every step on the way to a tie in a clause."""
    if clause.has("propose", "wants", "raise", "hope", "ready", "may"):
        yield from proposals(clause)
    yield from _asked_for(clause)
    yield from approvals(clause)
    if clause.has("talk", "meet", "sitting", "effort", "pursue", "review", "relation", "reply"):
        yield from negotiations(clause)
    if clause.has("draft", "text", "composing") or any(verb.kind == "write" for verb in clause.verbs):
        yield from draftings(clause)
