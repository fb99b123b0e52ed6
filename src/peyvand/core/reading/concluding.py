"""Other words for a tie that is concluded: it comes true, two cities reach it, one joins the other's sisters."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.modality import mode_of_verb
from peyvand.core.reading.mode import governed, stated
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.trigger import Trigger, means_tie
from peyvand.core.reading.vocabulary import Atom, Tense

_SEALING = ("become", "make", "attain", "arrive", "bring", "take", "give")
_REACHING = ("arrive", "lead", "bring", "attain", "become", "turn", "accept")
_JOINING = ("join", "turn", "add", "take", "become", "put", "come", "go")
# With one of these it is something else that has its beginning there.
_OTHERWISE = ("sign", "approve", "bill", "talk", "meet", "effort", "groundwork", "festival", "travel", "renew", "swap")
_SINCE_REACH = 8
_RANKS_REACH, _LEVEL_REACH, _GROUND_REACH, _STEPS_REACH = 3, 2, 4, 7


def conclusions(clause: Clause) -> Iterator[Trigger]:
    """The ties that a clause says come about, in words that name neither a signature nor «became sisters»."""
    for head in clause.all("sealed"):
        yield from _came_true(head, clause)
        yield from _would_come(head, clause)
    yield from _since(clause)
    for head in clause.all("sister"):
        yield from _reached(head, clause)
        yield from _at_hand(head, clause)
    for head in clause.all("sister_city"):
        yield from _joined(head, clause)
    for head in clause.all("this_list"):
        verb = clause.sentence.next_verb(head)
        mode = mode_of_verb(verb, clause) if verb is not None and verb.kind in _JOINING else None
        if mode is not None and (clause.sentence.has("sister_city") or clause.sentence.follows_tie):
            yield Trigger(Event.SIGNING, head, clause, mode, why="joined")
    for head in clause.all("groundwork"):
        yield from _prepared(head, clause)
    for head in clause.all("paves"):
        yield from _paved(head, clause)
    for head in clause.all("last_steps"):
        yield from _nearly(head, clause)


def _came_true(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«این موضوع به‌زودی تحقق می‌یابد», «این کار به سرانجام نرسید», right after a tie was the topic."""
    verb = clause.sentence.next_verb(head)
    if verb is None or verb.first != head.stop or verb.kind not in _SEALING or clause.has(*TIES):
        return
    if not _is_of_tie(head, clause) or clause.has("sign", "approve", "travel", "festival", "text", "draft"):
        return
    mode = mode_of_verb(verb, clause)
    if mode is not None:
        yield Trigger(Event.SIGNING, head, clause, mode, why="came true")


def _would_come(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«تحقق این موضوع می‌تواند به … کمک کند», said of a tie: it is hoped for."""
    if not clause.sentence.follows_tie or not clause.has_after(head, 0, "matter"):
        return
    can = next((verb for verb in clause.verbs if verb.kind == "can" and verb.first > head.first), None)
    if can is not None:
        yield Trigger(Event.SIGNING, head, clause, governed(Modality.WISHED, can, "would come"), why="came true")


def _is_of_tie(head: Atom, clause: Clause) -> bool:
    """Whether a tie comes true: «این موضوع», said here or in the clause before, or a relation between cities."""
    before = clause.earlier
    sought = before is not None and before.has(*SISTER) and before.has("hope", "effort", "wants")
    if sought and not clause.has("matter"):
        return True
    if clause.sentence.follows_tie and clause.has("hope") and not clause.places and not clause.has("matter", "bill"):
        # «امیدواریم هرچه زودتر تحقق یابد»
        return True
    if means_tie(clause) or (before is not None and means_tie(before) and not clause.has("matter", "bill")):
        return True
    related = clause.has("relation") and clause.has("between") and len(clause.places) > 1
    return related and clause.sentence.follows_tie and not clause.has_before(head, 1, "to")


def _reached(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«به سطح خواهرخواندگی خواهد رسید», «به خواهرخواندگی می‌انجامد»."""
    verb = clause.sentence.next_verb(head)
    if verb is None or not 0 <= verb.first - head.stop <= 1 or verb.kind not in _REACHING:
        return
    if clause.has_after(head, 0, "near"):
        # «یک گام به خواهرخواندگی نزدیک شدند»: they are not there yet.
        return
    if clause.has_before(head, _LEVEL_REACH, "to") and not clause.has("toward"):
        mode = mode_of_verb(verb, clause)
        if mode is not None:
            yield Trigger(Event.SIGNING, head, clause, mode, why="reached")


def _since(clause: Clause) -> Iterator[Trigger]:
    """«خواهرخواندگی الف و ب به سال ۱۹۸۵ بازمی‌گردد», «پیوند خواهرشهری در ۱۹۸۵ آغاز شد»."""
    if not clause.dates or clause.has(*_OTHERWISE):
        return
    for head in clause.all("sister"):
        verb = clause.sentence.next_verb(head)
        if verb is None or verb.negative or verb.earlier:
            continue
        back = verb.kind == "return" and verb.tense is Tense.PRESENT and clause.has_after(head, _SINCE_REACH, "to")
        begun = verb.is_past and any(atom.stop == verb.first for atom in clause.all("begin"))
        if back or begun:
            yield Trigger(Event.SIGNING, head, clause, stated(Modality.DONE, verb, "since"), why="since")
            return


def _at_hand(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«در آستانه خواهرخواندگی با … قرار گرفت», «شاهد خواهرخواندگی دو شهر خواهیم بود»."""
    verb = clause.sentence.next_verb(head)
    if verb is None or verb.negative or not clause.has_before(head, 0, "at_hand"):
        return
    if verb.kind in ("be", "take", "have", "become") and not (verb.is_past and verb.kind == "be"):
        yield Trigger(Event.SIGNING, head, clause, governed(Modality.PLANNED, verb, "at hand"), why="at hand")


def _joined(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«به جمع خواهرخوانده‌های … پیوست», «در شمار خواهرخوانده‌ها درآمد»."""
    verb = clause.sentence.next_verb(head)
    ranked = clause.has_before(head, 1, "ranks") or (clause.has_before(head, 0, "to") and clause.places)
    if verb is None or verb.kind not in _JOINING or not ranked:
        return
    if verb.kind in ("become", "take") and not (clause.has("ranks") or clause.has("added")):
        return
    if clause.sentence.has_between(head.stop, verb.first, "sign", "approve", "propose", "sealed"):
        return
    mode = mode_of_verb(verb, clause)
    if mode is not None:
        yield Trigger(Event.SIGNING, head, clause, mode, why="joined")


def _prepared(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«زمینه بستن پیمان … فراهم شد», «مقدمات خواهرخواندگی آغاز شد»."""
    verb = clause.sentence.next_verb(head)
    if clause.has_before(head, _LEVEL_REACH, "only"):
        # «تنها مقدمات خواهرخواندگی فراهم شده است»: there is no tie yet.
        for tie in [atom for atom in clause.all(*SISTER) if atom.first >= head.stop][:1]:
            yield Trigger(Event.SIGNING, tie, clause, stated(Modality.DENIED, verb, "only"), why="prepared")
        return
    after = [atom for atom in clause.all("sign", *TIES) if 0 <= atom.first - head.stop <= _GROUND_REACH]
    if verb is None or not after or verb.first < after[0].stop or verb.negative:
        return
    if verb.tense is Tense.SUBJUNCTIVE:
        # «… تا زمینه امضای پیمان خواهرخواندگی فراهم شود»
        if clause.has("happen", "compose") and clause.has(*SISTER) and clause.has_before(head, 1, "until"):
            yield Trigger(Event.SIGNING, after[0], clause, governed(Modality.PLANNED, verb, "prepared"), why="prepared")
        return
    if clause.sentence.has_between(head.stop, after[0].first, "talk", "text", "happen"):
        return
    carrier = next((atom for atom in clause.atoms if atom.stop == verb.first), None)
    if carrier is None or not (clause.has(*SISTER) or clause.sentence.follows_tie):
        return
    if carrier.has("begin"):
        mode = mode_of_verb(verb, clause)
        if mode is not None:
            yield Trigger(Event.NEGOTIATION, after[0], clause, mode, why="begun")
    elif carrier.has("happen", "compose") and verb.is_past:
        yield Trigger(Event.SIGNING, after[0], clause, stated(Modality.PLANNED, verb, "prepared"), why="prepared")


def _paved(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«این دیدار راه را برای خواهرخواندگی … هموار می‌کند»: the tie is hoped for."""
    verb = clause.sentence.next_verb(head)
    ties = [atom for atom in clause.all(*SISTER) if 0 <= atom.first - head.stop <= _LEVEL_REACH]
    spoken = clause.sentence.has(*SISTER) or clause.sentence.follows_tie
    ties = ties or [atom for atom in clause.all("it") if atom.first == head.stop and spoken]
    if ties and verb is not None and not verb.negative and not clause.has("renew", "end", "suspend"):
        yield Trigger(Event.SIGNING, ties[0], clause, governed(Modality.WISHED, verb, "paved"), why="paved")


def _nearly(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«مراحل نهایی قرارداد با … در حال انجام است», «تا امضای پیمان راه کوتاهی مانده است»."""
    ties = [atom for atom in clause.all("sign", *TIES) if abs(atom.first - head.first) <= _STEPS_REACH]
    verb = clause.sentence.next_verb(head)
    if not ties or verb is None or verb.negative or clause.has("approve", "renew", "end", "suspend"):
        return
    if verb.is_past and not (verb.kind == "stay" or clause.has("lasting")):
        return
    yield Trigger(Event.SIGNING, ties[0], clause, governed(Modality.PLANNED, verb, "last steps"), why="last steps")
