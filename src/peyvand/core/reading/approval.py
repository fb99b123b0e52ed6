"""Approval: a body gives leave for a tie, refuses it, or is to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.existence import existence_denied
from peyvand.core.reading.modality import mode_of, mode_of_verb
from peyvand.core.reading.mode import governed, stated
from peyvand.core.reading.sentence import TIES, Clause, Sentence
from peyvand.core.reading.trigger import Trigger, as_head
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_COMING = (Tense.PRESENT, Tense.FUTURE, Tense.SUBJUNCTIVE)
_PENDING_REACH, _CITY_REACH, _VOTE_REACH, _OFFER_REACH = 6, 8, 4, 12
_LABELLED = frozenset("(:")
# Of these a council says yes or no without giving leave for a tie.
_NO_LEAVE = ("propose", "end", "suspend")
_HANDS_OVER = ("send", "take", "bring", "become", "make")


def approvals(clause: Clause) -> Iterator[Trigger]:
    """Every leave that a clause tells of, one for each word that does; whose it is, is asked later."""
    if clause.has("approve") and _is_about_tie(clause):
        for head in clause.all("approve"):
            yield from (_by_city(trigger) for trigger in _approved(head, clause))
    for head in clause.all("reject"):
        yield from _refused(head, clause)
    for verb in clause.verbs:
        if verb.kind in ("accept", "give", "bring", "make", "attain"):
            yield from _by_verb(verb, clause)
    yield from _resolved(clause)
    if not clause.has("approve"):
        for head in clause.all("vote", "review"):
            yield from _pending(head, clause)
        for head in clause.all("raise") if clause.has("council", "ministry") and clause.has("in") else ():
            told = clause.sentence.next_verb(head)
            if told is not None and told.first == head.stop and told.kind == "become":
                # «فردا در صحن شورا مطرح می‌شود»
                yield from _pending(head, clause)
        yield from _submitted(clause)
    if len(clause.all("ministry")) < 2:
        for head in clause.all("opinion"):
            yield from _asked(head, clause)
    if clause.has("failed") and clause.has(*TIES):
        for head in clause.all("bill"):
            yield Trigger(
                Event.APPROVAL, head, clause, stated(Modality.DENIED, clause.sentence.next_verb(head), "failed")
            )


def _is_about_tie(clause: Clause) -> bool:
    """Whether what is approved is a tie: a bill of its own that names none is about something else."""
    if clause.has("draft", "text", *TIES) or (clause.has("it") and clause.goes_on):
        return True
    if any(clause.has_before(atom, 0, "this") for atom in clause.all("propose")):
        return clause.goes_on
    if clause.has("bill"):
        # «لایحه را تصویب کرد», right after a tie was spoken of
        known = clause.has("this", "it") or any(clause.has_after(bill, 0, "object") for bill in clause.all("bill"))
        return known and clause.goes_on
    return clause.sentence.has("draft", *TIES)


def _approved(head: Atom, clause: Clause) -> Iterator[Trigger]:
    mode = mode_of(head, clause)
    asked = clause.has_before(head, 0, "wants") and mode is not None and mode.verb is not None and mode.verb.is_past
    if asked and clause.has_after(head, 1, "sister"):
        # «خواستار موافقت با خواهرخواندگی … شد»: an offer.
        return
    if clause.sentence.line.sign(head.stop) in _LABELLED:
        # «موافق (آقای …): …» tells who speaks.
        return
    if mode is None or clause.has("end", "suspend") or clause.has_after(head, 0, "experts"):
        return
    if mode.modality is Modality.DONE and clause.has_before(head, _OFFER_REACH, "urgency"):
        # What is urgent is still to be voted for.
        mode = governed(Modality.PLANNED, mode.verb, "urgent")
    if clause.has("again") and not clause.has("council", "ministry", "bill", "vote", "province"):
        # «بار دیگر بر پیمان مهر تأیید زدند»: both sides renew it.
        return
    if mode.verb is not None and any(atom.stop == mode.verb.first for atom in clause.all("reject")):
        return
    # A condition tells of no step, unless it says when.
    if mode.why != "condition" or clause.dates:
        # «بدون مجوز» is too little to know whose.
        yield Trigger(Event.APPROVAL, head, clause, mode, is_known=mode.why != "never")


def _by_city(trigger: Trigger) -> Trigger:
    """A municipality that agrees to a tie gives no leave: it talks."""
    clause, sentence = trigger.clause, trigger.sentence
    told = any(clause.has_before(atom, 0, "to") for atom in clause.all("municipality"))
    if told or sentence.has("council", "ministry", "state", "province", "bill", "vote", "envoy"):
        return trigger
    agrees = all(clause.has_before(trigger.head, _CITY_REACH, label) for label in ("municipality", "with"))
    return replace(trigger, event=Event.NEGOTIATION) if agrees else trigger


def _refused(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«لایحه را رد کردند», and not «شایعه را رد کرد»."""
    verb = clause.sentence.next_verb(head)
    if verb is None or not clause.has(*TIES, "bill") or clause.has("untrue", "rumour"):
        return
    if existence_denied(clause) is not None or _is_news(clause) or _is_despite_tie(clause):
        return
    if not clause.has(*TIES, "this", "it") and not any(clause.has_after(a, 0, "object") for a in clause.all("bill")):
        # «لایحه نرخ آب را رد کرد»
        return
    if clause.has_before(head, 0, "with") and any(atom.stop == verb.first for atom in clause.all("met_with")):
        # «با مخالفت شورا روبه‌رو شد».
        denied = stated(Modality.DENIED, verb, "refused")
        yield from () if verb.negative or not verb.is_past else (Trigger(Event.APPROVAL, head, clause, denied),)
        return
    if verb.first - head.stop > 1:
        return
    mode = mode_of(head, clause)
    offered = clause.has_before(head, _OFFER_REACH, "propose") and not clause.has("renew", "end", "suspend", "festival")
    if offered and not clause.has("council", "ministry", "bill"):
        yield Trigger(Event.PROPOSAL, head, clause, stated(Modality.DONE, verb, "refused"))
        yield Trigger(Event.PROPOSAL, head, clause, stated(Modality.DENIED, verb, "refused"))
        return
    ends = any(atom.stop <= head.first for atom in clause.all("end", "suspend", "sign"))
    if mode is not None and mode.modality is Modality.DONE and not ends:
        yield Trigger(Event.APPROVAL, head, clause, stated(Modality.DENIED, verb, "refused"))


def _is_despite_tie(clause: Clause) -> bool:
    """«با وجود پیمان خواهرخواندگی، بودجه را رد کرد»: what is refused is something else."""
    despite = any(clause.has_before(atom, 0, "with") for atom in clause.all("existence"))
    return despite and not clause.has("bill", "propose")


def _is_news(clause: Clause) -> bool:
    """«خبر خواهرخواندگی با ب را رد کرد»: what is refuted was only said."""
    return any(clause.has_before(tie, 0, "report", "hearsay") for tie in clause.all(*TIES))


def _by_verb(verb: Verb, clause: Clause) -> Iterator[Trigger]:
    """«شورا آن را پذیرفت», «شورا رأی نداد»."""
    mode = mode_of_verb(verb, clause)
    if mode is None:
        return
    if verb.kind == "accept":
        if clause.has("council") and clause.has(*TIES, "it", "bill", "renew") and not clause.has(*_NO_LEAVE):
            yield Trigger(Event.APPROVAL, as_head(verb, "approve"), clause, mode)
        return
    if clause.sentence.has("end", "suspend") and not clause.has(*TIES, "bill"):
        # A vote to end a tie is its end.
        return
    if clause.has("end", "suspend"):
        # «به لغو پیمان رأی داد», «رأی داد که پیوند معلق بماند».
        return
    votes = [atom for atom in clause.all("vote") if 0 <= verb.first - atom.stop <= _VOTE_REACH]
    if verb.kind in ("make", "attain") and not any(atom.stop == verb.first for atom in clause.all("happen")):
        return
    if votes and (clause.has(*TIES, "bill", "it") or clause.sentence.has(*TIES)):
        yield Trigger(Event.APPROVAL, votes[-1], clause, mode)


def _pending(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """On the agenda, under review, a vote to come."""
    sentence, verb = clause.sentence, clause.sentence.next_verb(head)
    if verb is None or not (_is_coming(head, verb) or _is_announced(head, verb, clause)):
        return
    meant = clause.has("sister") or (sentence.follows_tie and clause.has("this"))
    if not sentence.has("bill", "vote") and not (clause.has("council") and meant):
        return
    if not _is_for_body(clause) or _is_other_bill(sentence):
        return
    if clause.has_after(head, 0, "purpose") and not clause.has(*TIES, "this", "it"):
        # «رأی‌گیری برای ریاست شورا»
        return
    goes_on = sentence.follows_tie and (clause.has("this", "it") or not clause.has("bill"))
    if sentence.has(*TIES) or goes_on:
        mode = mode_of(head, clause)
        wished = mode is not None and mode.modality is Modality.WISHED
        yield Trigger(Event.APPROVAL, head, clause, stated(_coming(wished), verb, "pending"))


def _resolved(clause: Clause) -> Iterator[Trigger]:
    """«شورای شهر تصمیم گرفت با ب پیمان ببندد»: what a council decides on, it gives leave for."""
    if not clause.has("council") or not clause.has(*TIES) or clause.has("end", "suspend", "talk"):
        return
    for head in clause.all("decision"):
        verb = clause.sentence.next_verb(head)
        coming = verb is not None and verb.first == head.stop and verb.tense in (Tense.PRESENT, Tense.FUTURE)
        if coming and verb is not None and not verb.negative and clause.has("about"):
            # «شورا درباره خواهرخواندگی با ب تصمیم خواهد گرفت»
            yield Trigger(Event.APPROVAL, head, clause, governed(Modality.PLANNED, verb, "to be decided"))
    for head in clause.all("decide"):
        verb = clause.sentence.next_verb(head)
        wanted = next((v for v in clause.verbs if verb is not None and v.first > verb.first), None)
        if verb is None or verb.negative or wanted is None or wanted.tense is not Tense.SUBJUNCTIVE or wanted.negative:
            continue
        if wanted.kind in ("tie", "become", "make", "arrive") and not clause.has("travel", "festival", "draft", "text"):
            yield Trigger(Event.APPROVAL, head, clause, governed(Modality.DONE, verb, "resolved"))


def _submitted(clause: Clause) -> Iterator[Trigger]:
    """«لایحه خواهرخواندگی … به شورا تقدیم شد»: what it is to decide is still to come."""
    if not clause.has(*TIES) or not clause.has("council", "ministry", "province"):
        return
    for head in clause.all("bill"):
        verb = clause.sentence.next_verb(head)
        if verb is None or verb.negative or verb.earlier:
            continue
        if not any(atom.stop == verb.first for atom in clause.all("submit")):
            continue
        bodies = [atom for atom in clause.all("council", "ministry", "province") if head.stop <= atom.first]
        if any(clause.has_before(body, 1, "to") for body in bodies):
            yield Trigger(Event.APPROVAL, head, clause, governed(Modality.PLANNED, verb, "submitted"))


def _is_for_body(clause: Clause) -> bool:
    """Whether a clause with a tie names a bill, a vote or who decides: «… در دستور کار است» is too little."""
    return not clause.has(*TIES) or clause.has("bill", "vote", "council", "ministry", "province")


def _is_other_bill(sentence: Sentence) -> bool:
    """«لایحه نرخ آب … دوباره به صحن می‌آید»: the sentence brings a bill of its own, and no tie."""
    bills = [atom for atom in sentence.atoms if atom.has("bill")]
    if not bills or sentence.has("draft", *TIES):
        return False
    return not bills[0].has("this") and not sentence.has_close(bills[0], 1, "this", "it")


def _is_coming(head: Atom, verb: Verb) -> bool:
    if verb.negative or verb.first - head.stop > _PENDING_REACH:
        return False
    if head.has("plan") and verb.kind == "become" and verb.is_past:
        # «در دستور کار شورا قرار گرفت»
        return True
    return verb.kind not in ("give", "bring") and verb.tense in _COMING


def _is_announced(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«از بررسی لایحه در نشست فردا خبر داد»."""
    told = any(atom.has("report") and atom.stop == verb.first for atom in clause.atoms)
    return told and head.has("review") and clause.has_before(head, 0, "from") and clause.has("bill")


def _asked(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«رونوشت آن برای نظر وزارت کشور فرستاده شد»: what a ministry is asked for is still to come."""
    verb = clause.sentence.next_verb(head)
    if verb is None or not clause.has("ministry") or verb.kind not in _HANDS_OVER:
        return
    if not (clause.goes_on or clause.sentence.has("text") or clause.has("it")):
        return
    mode = mode_of(head, clause)
    wished = mode is not None and mode.modality is Modality.WISHED
    wished = wished or any(one.has("need", "wants") for one in clause.sentence.clauses[: clause.at + 1])
    yield Trigger(Event.APPROVAL, head, clause, governed(_coming(wished), verb, "asked"))


def _coming(wished: bool) -> Modality:
    return Modality.WISHED if wished else Modality.PLANNED
