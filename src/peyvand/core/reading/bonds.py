"""Standing, renewal, suspension and termination: how it goes with a tie that is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.concluding import conclusions
from peyvand.core.reading.existence import existence_denied
from peyvand.core.reading.modality import mode_of
from peyvand.core.reading.mode import Force, governed, stated
from peyvand.core.reading.presupposing import presupposed
from peyvand.core.reading.sentence import SISTER, TIES, Clause, words_between
from peyvand.core.reading.signing import OTHER_STEPS, REACH, counts_as, is_apposition, signings
from peyvand.core.reading.trigger import Trigger, is_of_one, named
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_LIST_REACH = 10
# Two pairs have more places than these.
_FEWEST = 3
_ENDED = ("suspend", "end", "renew", "resume", "sign", "propose", "talk", "approve")
_ASIDE = ("in", "within", "aside", "after", "with")
_SETTING = ("become", "make", "strike", "take")
# Of these a tie may be the object: they are what goes on or is over.
_PROCESSES = ("sign", "composing", "talk", "draft", "text", "ceremony", "bill", "propose", "review", "groundwork")
_RIVALS = ("travel", "transit", "festival", "swap", "dispatch", "talk", "meet")


def standings(clause: Clause) -> Iterator[Trigger]:
    """The tie is said to exist, or not to exist."""
    denied = existence_denied(clause)
    if denied is not None:
        yield denied
        return
    sentence = clause.sentence
    for head in clause.all("sister_city"):
        verb = sentence.next_verb(head)
        if verb is not None and verb.first - head.stop <= REACH and _are_sisters(head, verb, clause):
            yield from _stands(head, verb, clause)
    for head in clause.all(*TIES):
        verb = sentence.next_verb(head)
        if verb is None or sentence.has_hard_stop(head.stop, verb.first):
            continue
        if (
            head.has("sister")
            and verb.kind == "be"
            and verb.negative
            and verb.first == head.stop
            and clause.has("this", "never")
        ):
            # «این سند هنوز خواهرخواندگی نیست», «میان آن‌ها هیچ رابطه خواهرخواندگی نیست».
            yield from _stands(head, verb, clause)
            break
        if _is_had(head, verb, clause) or _lasts(head, verb, clause):
            yield from _stands(head, verb, clause)
            break


def _are_sisters(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«خواهرخوانده‌اند»; «خواهرخوانده … محسوب می‌شود»."""
    if counts_as(head, verb, clause):
        return True
    ranked = clause.has_before(head, 1, "ranks") and verb.tense is Tense.PRESENT
    if ranked and verb.kind in ("have", "take"):
        return True
    if verb.kind != "be" or verb.tense is Tense.FUTURE or verb.earlier:
        return False
    if clause.has_before(head, 1, "with") and clause.has_before(head, REACH, "sign", "plan"):
        return False
    if is_apposition(head, verb, clause):
        return False
    between = clause.sentence.between(head.stop, verb.first)
    return not any(atom.has(*OTHER_STEPS, "need", "wants", "hope", "ready", "untrue") for atom in between)


def _is_had(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«پیمان دارند», «پیوند خواهرخواندگی با اوش دارد», and not «ربطی به پیمان ندارد»."""
    if verb.kind != "have" or clause.has("unrelated"):
        return False
    if verb.first == head.stop:
        return True
    if head.has("document", "memorandum"):
        return False
    carried = next((atom for atom in clause.atoms if atom.stop == verb.first), None)
    related = carried is not None and carried.has("relation")
    if clause.has("bill", "review", "approve", "propose", "sign", "end", "suspend", "renew"):
        # «قصدی برای لغو … ندارد», «لایحه عقد خواهرخواندگی با … در دست بررسی قرار دارد».
        return False
    partnered = head.has("pact", "sister") and clause.has_after(head, 2, "with") and carried is None
    return (related and head.has(*SISTER)) or (partnered and verb.first - head.stop <= REACH)


def _lasts(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«پیمان پابرجاست»; of a paper only where it is that of the tie («این سند معتبر است»)."""
    between = clause.sentence.between(head.stop, verb.stop)
    if verb.kind not in ("be", "stay", "have") or not any(atom.has("standing") for atom in between):
        return False
    return not head.has("document") or clause.has("sister") or clause.has_before(head, 0, "this")


def _stands(head: Atom, verb: Verb, clause: Clause) -> Iterator[Trigger]:
    if clause.has_before(head, 1, "may", "need", "groundwork", "effort"):
        # «امکان خواهرخواندگی … وجود دارد»
        return
    mode = mode_of(Atom(head.first, verb.first, head.span, head.labels), clause)
    if mode is not None and mode.why == "present" and verb.kind != "be":
        mode = stated(Modality.DONE, verb, "counts as")
    if mode is None or mode.modality in (Modality.PLANNED, Modality.WISHED) or mode.why == "cannot":
        return
    known = verb.kind != "have" or clause.has("two_cities")
    yield Trigger(Event.STANDING, head, clause, mode, is_known=known, why="stands")


def _kept(clause: Clause) -> Iterator[Trigger]:
    """«پیوند با … را ادامه می‌دهد», «می‌خواهد رابطه با … را حفظ کند»: the tie is there."""
    if clause.has("hope", "need", "wants", *_ENDED) or not (clause.has(*TIES) or clause.sentence.follows_tie):
        return
    for head in clause.all("keep", "lasting"):
        verb = clause.sentence.next_verb(head)
        if verb is None or verb.first != head.stop or verb.negative or verb.kind not in ("make", "give", "have"):
            continue
        ties = [atom for atom in clause.all(*TIES, "relation") if atom.stop <= head.first]
        if ties and clause.has_before(head, 0, "object"):
            yield Trigger(Event.STANDING, ties[0], clause, governed(Modality.DONE, verb, "kept"), why="kept")


def _stays(clause: Clause) -> Iterator[Trigger]:
    """«… و تا آن روز به قوت خود باقی است»: the tie is the subject of the clause before."""
    for head in clause.all("standing"):
        verb = clause.sentence.next_verb(head)
        if clause.has("relation") or verb is None or verb.kind not in ("be", "stay"):
            continue
        if verb.first - head.stop <= 1 and clause.is_short(head):
            yield from _stands(head, verb, clause)


def listings(clause: Clause) -> Iterator[Trigger]:
    """«شهرهای خواهرخوانده ما عبارت‌اند از …»: a list of partners without a predicate of its own."""
    counted = clause.sentence.counts_cities
    if clause.has("talk", "sign", "propose", "approve") and not counted:
        return
    for head in clause.all("sister", "sister_city") if counted else clause.all("sister_city"):
        marks = [atom for atom in clause.all("count_list") if 0 <= atom.first - head.stop <= _LIST_REACH]
        opens = bool(marks) and (clause.sentence.line.sign(clause.stop) == ":" or marks[0].stop < clause.stop)
        if opens and any(place.span.start > marks[0].span.stop for place in clause.sentence.places):
            verb = clause.sentence.next_verb(head)
            if verb is not None and verb.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE):
                continue
            yield Trigger(Event.STANDING, head, clause, stated(Modality.DONE, None, "list"), why="list")


def _lists_on(clause: Clause) -> Iterator[Trigger]:
    """«این شهرها اوش، … و لاهور هستند», right after cities were counted: the list of the partners."""
    if not clause.sentence.follows_tie or clause.has(*OTHER_STEPS):
        return
    for head in clause.all("they"):
        verb = clause.sentence.next_verb(head)
        is_first = all(atom.has("and", "filler") for atom in clause.atoms if atom.first < head.first)
        if is_first and verb is not None and verb.kind == "be" and verb.tense is Tense.PRESENT and not verb.negative:
            yield Trigger(Event.STANDING, head, clause, stated(Modality.DONE, verb, "list"), why="list")


def renewals(clause: Clause) -> Iterator[Trigger]:
    """Extended, updated, revived, resumed. Leave to renew is an approval, its refusal leaves the tie unrenewed."""
    yield from _set_going(clause)
    yield from _wished_on(clause)
    for head in clause.all("renew", "resume"):
        verb = clause.sentence.next_verb(head)
        if head.has("resume") and (verb is None or verb.first != head.stop or verb.kind != "take"):
            continue
        if not _is_about_tie(head, clause):
            continue
        if verb is None or not _gives_leave(verb, clause):
            yield from named(Event.RENEWAL, head, clause)
        elif verb.negative:
            yield Trigger(Event.RENEWAL, head, clause, stated(Modality.DENIED, verb, "refused"))


def _wished_on(clause: Clause) -> Iterator[Trigger]:
    """«امیدواریم این رابطه ادامه یابد», «خواهان ادامه رابطه است»: that a tie may last is wished for."""
    for head in clause.all("continue"):
        if not clause.has(*TIES, "relation") or clause.has("talk", "festival", "swap", "travel", "text"):
            continue
        if any(verb.kind == "want" and verb.is_past for verb in clause.sentence.verbs):
            continue
        mode = mode_of(head, clause)
        if mode is not None and mode.modality is Modality.WISHED and mode.force is not Force.MENTIONED:
            yield Trigger(Event.RENEWAL, head, clause, mode, why="wished on")


def _set_going(clause: Clause) -> Iterator[Trigger]:
    """«رابطه خواهرخواندگی دوباره فعال شد», «بار دیگر بر پیمان مهر تأیید زدند»: the tie was there before."""
    for head in clause.all("again"):
        verb = clause.sentence.next_verb(head)
        if head.has("renew") or verb is None or not clause.has(*TIES, "relation") or verb.kind not in _SETTING:
            continue
        carried = next((atom for atom in clause.all("standing", "begin", "approve") if atom.stop == verb.first), None)
        if carried is None or (carried.has("approve") and clause.has("council", "ministry", "bill", "vote")):
            continue
        mode = mode_of(Atom(head.first, carried.stop, carried.span, head.labels), clause)
        if mode is not None:
            yield Trigger(Event.RENEWAL, carried, clause, mode, why="again")


def _gives_leave(verb: Verb, clause: Clause) -> bool:
    return verb.kind == "accept" or any(atom.stop == verb.first for atom in clause.all("approve"))


def endings(clause: Clause) -> Iterator[Trigger]:
    """Stopped or frozen; cancelled, dissolved, lapsed. A council that agrees to an end has ended the tie."""
    lifted = _lifted(clause)
    if lifted is not None:
        yield from named(Event.RENEWAL, lifted, clause)
        return
    for event, label in ((Event.SUSPENSION, "suspend"), (Event.TERMINATION, "end")):
        for head in clause.all(label):
            if not _is_about_tie(head, clause, strict=event is Event.TERMINATION):
                continue
            if clause.has_before(head, 2, "propose"):
                yield _offered_end(event, head, clause)
            else:
                yield from (_as_decided(trigger) for trigger in named(event, head, clause))


def _lifted(clause: Clause) -> Atom | None:
    """«لغو تعلیق پیمان», «تعلیق پیمان پایان یافت»: an end of the stop sets the tie going again."""
    if not clause.has(*TIES, "relation"):
        return None
    for stop in clause.all("suspend"):
        for end in clause.all("end"):
            tie = clause.nearest(stop, *TIES, "relation")
            if end.stop == stop.first or (tie is not None and tie.first == stop.stop and tie.stop <= end.first):
                return end
    return None


def _as_decided(trigger: Trigger) -> Trigger:
    """«شورا تصمیم گرفت پیوند با … را قطع کند»: what decides on an end ends the tie, unless it names a day to come."""
    clause, mode = trigger.clause, trigger.mode
    if mode.why not in ("plan", "subjunctive") or mode.modality is not Modality.PLANNED or clause.sentence.has("soon"):
        return trigger
    if _is_voted_for(trigger):
        return replace(trigger, mode=stated(Modality.DONE, mode.verb, "decided"))
    decided = any(
        atom.first < trigger.head.first for one in (clause, clause.earlier) if one for atom in one.all("decide")
    )
    return replace(trigger, mode=stated(Modality.DONE, mode.verb, "decided")) if decided else trigger


def _is_voted_for(trigger: Trigger) -> bool:
    """«شورا رأی داد که پیوند معلق بماند»."""
    sentence = trigger.sentence
    votes = (atom for atom in sentence.atoms if atom.has("vote") and atom.stop <= trigger.head.first)
    given = (sentence.next_verb(atom) for atom in votes)
    return any(verb is not None and verb.kind == "give" and verb.is_past and not verb.negative for verb in given)


def _struck_off(clause: Clause) -> Iterator[Trigger]:
    """«نام ب از فهرست خواهرخوانده‌های الف حذف شد»."""
    lists = clause.all("sister_city") if clause.has("from") and clause.has("roll", "ranks") else ()
    for head in clause.all("removed"):
        if any(atom.stop <= head.first for atom in lists):
            yield from (_as_decided(trigger) for trigger in named(Event.TERMINATION, head, clause))


def _offered_end(event: Event, head: Atom, clause: Clause) -> Trigger:
    """An offer to end a tie is a wish, and one that was refused a denial."""
    verb = clause.sentence.next_verb(head)
    refused = verb is not None and (verb.negative or clause.has("reject", "failed"))
    refused = refused or any(atom.has("failed") and atom.first > head.stop for atom in clause.sentence.atoms)
    return Trigger(event, head, clause, stated(Modality.DENIED if refused else Modality.WISHED, verb, "offer"))


def _is_about_tie(head: Atom, clause: Clause, *, strict: bool = False) -> bool:
    """Whether the head's object is a tie, and no journey, festival or deadline.

    ``strict``: where the clause names no tie, it must say nothing else either («… و لغو شد»).
    """
    if any(atom.first == head.stop for atom in clause.all(*_RIVALS)):
        # «پس از پایان گفت‌وگوها»
        return False
    rivals = (atom for atom in clause.all(*_RIVALS) if not clause.has_before(atom, 1, *_ASIDE))
    rival = min(rivals, key=lambda atom: words_between(head, atom), default=None)
    tie = clause.nearest(head, *TIES, "relation")
    if tie is not None and (_is_of_process(tie, head, clause) or is_of_one(clause) or _is_of_others(tie, clause)):
        return False
    if tie is not None:
        return rival is None or abs(tie.first - head.first) < abs(rival.first - head.first)
    if rival is not None:
        return False
    if clause.has_before(head, 0, "wants", "need", "hope"):
        return True
    decided = head.has("renew") or (head.has("end") and clause.has("council"))
    if decided and clause.sentence.follows_tie and any(atom.stop <= head.first for atom in clause.all("it")):
        # «شهرداران آن را برای پنج سال تمدید کردند»
        return True
    before = clause.earlier
    spoken = before is not None and before.has(*TIES, "relation")
    if strict and before is not None and not before.has("join_that"):
        return spoken and clause.is_bare(head)
    return spoken or any(earlier.has(*TIES) for earlier in clause.sentence.clauses[: clause.at])


def _is_of_others(tie: Atom, clause: Clause) -> bool:
    """«رابطه شورا و شهرداری قطع شد»."""
    bodies = clause.has("council") and clause.has("municipality")
    known = clause.places or clause.has("two_cities", "this", "it", "they", "with", "counterpart")
    return tie.has("relation") and bodies and not known


def _is_of_process(tie: Atom, head: Atom, clause: Clause) -> bool:
    """«نگارش تفاهم‌نامه به پایان رسید», «امضای پیمان لغو شد»: what is over is the writing, not the tie."""
    if any(tie.stop <= atom.first < head.first for atom in clause.all("it")):
        return False
    whole = [atom for atom in clause.all(*TIES) if atom.stop == tie.first]
    first = whole[0] if whole else tie
    return clause.has_before(first, 0, *_PROCESSES) or (
        clause.has_before(first, 0, "about") and clause.has("talk", "meet")
    )


def bond_steps(clause: Clause) -> Iterator[Trigger]:
    """Every step done to a tie in a clause."""
    if clause.has("sign", "toward", "failed", *TIES) or any(verb.kind == "tie" for verb in clause.verbs):
        yield from signings(clause)
    if clause.has("sealed", "groundwork", "paves", "last_steps", "this_list", *SISTER):
        yield from conclusions(clause)
    if clause.has("keep", "lasting"):
        yield from _kept(clause)
    if clause.has(*TIES):
        yield from standings(clause)
        yield from listings(clause)
        yield from presupposed(clause)
    elif clause.has("relation") and clause.sentence.follows_tie and len(clause.places) > _FEWEST:
        yield from presupposed(clause)
    elif clause.has("they") and clause.places:
        yield from _lists_on(clause)
    elif clause.has("standing") and clause.sentence.has(*TIES):
        yield from _stays(clause)
    if clause.has("renew", "resume", "again", "continue"):
        yield from renewals(clause)
    if clause.has("suspend", "end"):
        yield from endings(clause)
    elif clause.has("removed"):
        yield from _struck_off(clause)
