"""Signing: signed, sealed, declared, «became sisters», «led to sisterhood»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.existence import existence_denied
from peyvand.core.reading.modality import mode_of, mode_of_verb
from peyvand.core.reading.mode import Force, Mode, governed, stated
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.trigger import Trigger, as_head, has_tie, is_of_one, named
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

# «خواهرخوانده … شد»: so many words may stand between the two.
REACH = 12
_COMMAS = frozenset("،,")
# With one of these between, the verb is theirs.
OTHER_STEPS = (
    "sign", "approve", "renew", "suspend", "end", "propose", "happen", "report", "compose", "travel", "festival",
    "name_after",
)  # fmt: skip
# With one of these, a report on sisterhood tells of that step.
_DENIED_STEPS = (
    "sign", "approve", "bill", "vote", "propose", "talk", "renew", "suspend", "end", "draft", "text", "festival",
    "travel", "begin", "review",
)  # fmt: skip
# With one of these, what is recalled need not have been.
_UNSURE = ("soon", "may", "hope", "effort", "plan")
# With one of these, it is not the tie that failed.
_FAILING = ("sign", "approve", "bill", "vote", "renew", "suspend", "end", "travel", "festival")
_SEALING = ("make", "become", "attain", "arrive", "bring", "take", "suffer", "sit")
# «مجوز انعقاد …», «لایحه عقد …»: what is told is not the signature.
_ABOUT_SIGNING = ("approve", "bill", "propose", "draft", "text", "talk", "review")
_ADJECTIVES = 2
# «دست خواهری به یکدیگر دادند»
_HANDS_REACH = 3
_LED = 6
_REPORTED_STEPS = (*_DENIED_STEPS, "rumour")


def signings(clause: Clause) -> Iterator[Trigger]:
    """The ties that a clause says are concluded."""
    for head in clause.all("sign"):
        yield from _by_signature(head, clause)
    for verb in clause.verbs:
        if verb.kind == "tie" and clause.has(*TIES):
            yield from _tied(verb, clause)
    yield from _exchanged(clause)
    if clause.has("sister", "sister_city", "friendship"):
        for head in clause.all("toward"):
            if _leads_to_tie(head, clause):
                yield from named(Event.SIGNING, head, clause)
    for head in clause.all("sister_city"):
        yield from _became(head, clause)
    for head in clause.all("sealed", "conclude"):
        yield from _sealed(head, clause)
    if clause.has("failed"):
        yield from _failed(clause)
    if clause.has("postponed"):
        yield from _postponed(clause)
    refuted = clause.sentence.has("untrue", "reject") and not clause.has(*_DENIED_STEPS)
    if refuted and existence_denied(clause) is None:
        for head in clause.all("sister"):
            yield from _refuted(head, clause)
    if clause.has("report", "recall") and not clause.has(*_REPORTED_STEPS):
        for head in clause.all("sister"):
            yield from _reported(head, clause)


def _leads_to_tie(head: Atom, clause: Clause) -> bool:
    """«به خواهرخواندگی منجر شد», and not «خواهرخواندگی به همکاری منجر خواهد شد»."""
    ties = clause.all("sister", "sister_city", "friendship")
    near = [atom for atom in clause.all("to", "purpose") if abs(atom.first - head.first) <= _LED]
    return any(0 <= tie.first - atom.stop <= _ADJECTIVES for atom in near for tie in ties)


def _by_signature(head: Atom, clause: Clause) -> Iterator[Trigger]:
    if head.has("hand_over") and not clause.has(*TIES):
        return
    if not has_tie(head, clause) or is_of_one(clause) or _is_of_another_paper(head, clause) or _is_of_regions(clause):
        return
    papers = [paper for paper in clause.all("document", "memorandum") if paper.stop <= head.first]
    renewed = clause.has_before(head, 4, "renew", "again") or any(_is_renewing(paper, clause) for paper in papers)
    for trigger in named(Event.RENEWAL if renewed else Event.SIGNING, head, clause):
        if _is_aim_of_talks(trigger) or (clause.has_before(head, 0, "this") and trigger.mode.force < Force.STATED):
            continue
        if trigger.mode.why == "lasting" or _is_ahead(trigger):
            # A signature that is under way is still to come.
            yield replace(trigger, mode=replace(trigger.mode, modality=Modality.PLANNED))
        elif not _is_idle(trigger) and not _is_of_offer(trigger.mode, clause):
            yield trigger


def _is_ahead(trigger: Trigger) -> bool:
    """«تاریخ امضای پیمان … اعلام شد», «پیمان … آماده امضا شد»."""
    head, clause, mode = trigger.head, trigger.clause, trigger.mode
    dated = clause.has_before(head, 0, "when") and not clause.has_before(head, 1, "in")
    return (dated and mode.why == "report") or (mode.why == "wish" and clause.has_before(head, 0, "compose"))


def _is_aim_of_talks(trigger: Trigger) -> bool:
    """«برای عقد خواهرخواندگی با … در حال مذاکره است»: what is told are the talks."""
    head, clause = trigger.head, trigger.clause
    return clause.has_before(head, 1, "purpose") and any(atom.first > head.first for atom in clause.all("talk", "meet"))


def _is_of_another_paper(head: Atom, clause: Clause) -> bool:
    """What leave, an offer or talks are about, or a tie behind a «not»: «مجوز انعقاد پیمان», «نه سند همکاری»."""
    verb = clause.sentence.next_verb(head)
    carried = verb is not None and verb.first == head.stop
    if not carried and _is_complement(head, clause):
        return True
    if clause.has_before(head, 1, "propose") or (verb is None and clause.has_before(head, 1, "about")):
        # «لایحه‌ای در خصوص عقد پیمان …»
        return True
    agreed = [atom for atom in clause.all("approve") if atom.first >= head.stop]
    if clause.has_before(head, 0, "with") and any(verb is not None and atom.stop == verb.first for atom in agreed):
        # «با امضای سند موافقت کرد».
        return True
    ties = clause.sentence.all(*TIES)
    if any(clause.first <= tie.first < head.first for tie in ties):
        return False
    tie = next((tie for tie in ties if tie.first >= head.stop), None)
    return tie is not None and clause.sentence.has_between(head.stop, tie.first, "neither")


def _is_complement(head: Atom, clause: Clause) -> bool:
    """Whether a word for leave, an offer or talks stands before a signature with at most an adjective between."""
    line = clause.sentence.line
    for atom in clause.all(*_ABOUT_SIGNING):
        between = range(atom.stop, head.first)
        if (
            atom.first < head.first
            and len(between) <= _ADJECTIVES
            and all(line.soft[at] for at in range(atom.stop, head.first + 1))
        ):
            return not any(other.first in between for other in clause.atoms)
    return False


def _is_of_regions(clause: Clause) -> bool:
    """«میان ده ایالت هند با شهرهای …», «ایران و پاکستان برای پیوند دو بندر …»: no cities sign."""
    line = clause.sentence.line
    for one, other in pairwise(clause.places):
        joined = any(atom.stop == line.first(other.span.start) for atom in clause.all("and"))
        both = one.level is other.level is Level.COUNTRY and joined
        if both and line.first(other.span.start) - line.first(one.span.start) == 2 and not clause.has(*SISTER):
            return not clause.has("municipality")
    return clause.has("region", "provinces") and not any(place.level is Level.CITY for place in clause.places)


def _is_idle(trigger: Trigger) -> bool:
    """Whether a signature is only mentioned, and not as one that is behind («با امضای …», «پس از امضای …»)."""
    mode = trigger.mode
    if mode.force is not Force.MENTIONED:
        return False
    if mode.modality is Modality.DONE:
        behind = trigger.clause.has_before(trigger.head, 2, "with", "after", "ceremony", "aside", "transit")
        return mode.verb is not None and not behind
    if mode.why == "purpose" and _serves(trigger):
        return False
    return mode.why in ("with", "purpose", "wish")


def _serves(trigger: Trigger) -> bool:
    """Whether people travel, or get ready, to sign with a city that is named: «برای امضای پیمان … به اوش رفت»."""
    clause, verb = trigger.clause, trigger.mode.verb
    ready = clause.has_after(trigger.head, REACH, "ready")
    gone = clause.has("travel") or (verb is not None and verb.kind in ("go", "come", "travel"))
    return clause.has(*SISTER) and bool(clause.places) and (gone or ready)


def _tied(verb: Verb, clause: Clause) -> Iterator[Trigger]:
    """«پیمان بسته شد»; «با هشت شهر پیمان بسته است: …» says that the ties stand."""
    mode = mode_of_verb(verb, clause)
    if mode is None or _is_of_offer(mode, clause) or is_of_one(clause):
        return
    sentence, before = clause.sentence, clause.earlier
    opens_list = verb.stop in sentence.words and sentence.line.sign(verb.stop) == ":"
    goes_on = before is not None and before.has("join_that") and bool(before.places)
    known = clause.has("this", "it", "sister", "two_cities") or bool(clause.places) or goes_on
    event = Event.STANDING if opens_list else Event.SIGNING
    yield Trigger(event, as_head(verb, "sign"), clause, mode, is_known=known, why="tied")


def _exchanged(clause: Clause) -> Iterator[Trigger]:
    """«سند خواهرخواندگی دو شهر مبادله شد», «دو شهر پیوند خواهرخواندگی خوردند»."""
    papers = clause.all("document", "memorandum", "pact") if not clause.has("draft", "text") else ()
    for head in clause.all("swap") if papers and not clause.has("persons", "experts", "delegation") else ():
        verb = clause.sentence.next_verb(head)
        if verb is not None and verb.first == head.stop and papers[0].first < head.first:
            yield from named(Event.RENEWAL if _is_renewing(papers[0], clause) else Event.SIGNING, head, clause)
    for verb in clause.verbs:
        mode = mode_of_verb(verb, clause) if clause.has(*SISTER) and _is_bound(verb, clause) else None
        if mode is not None:
            yield Trigger(Event.SIGNING, as_head(verb, "sign"), clause, mode, why="tied")


def _is_of_offer(mode: Mode, clause: Clause) -> bool:
    """«پیشنهاد کرد پیمان ببندند»: what is told is the offer; in «پیشنهاد ما این است که …» it is the wish."""
    made = any(v.is_past and not v.negative and v.first == a.stop for a in clause.all("propose") for v in clause.verbs)
    before = clause.earlier
    if before is not None:
        made = made or any(v.is_past and v.first == a.stop for a in before.all("propose") for v in before.verbs)
    asked = mode.why == "want" and clause.has("from") and any(v.kind == "want" and v.is_past for v in clause.verbs)
    return asked or (mode.why == "proposed" and made)


def _is_renewing(paper: Atom, clause: Clause) -> bool:
    """«سند تمدید پیمان …»."""
    return clause.has_after(paper, 0, "renew")


def _is_bound(verb: Verb, clause: Clause) -> bool:
    """«پیوند خواهرخواندگی خوردند», «دست خواهرخواندگی به هم دادند»."""
    if verb.kind == "give":
        return any(0 <= verb.first - atom.stop <= _HANDS_REACH for atom in clause.all("hand"))
    return verb.kind == "suffer" and any(atom.stop == verb.first for atom in clause.all("pact", "sister"))


def _became(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«خواهرخوانده شدند», «به عنوان خواهرخوانده معرفی شد», but not «خواهرخوانده‌اند»."""
    verb = clause.sentence.next_verb(head)
    if verb is None or not _becomes(head, verb, clause) or clause.has("removed"):
        return
    if clause.has("end") and clause.has_before(head, 2, "from", "ranks"):
        # «از شمار خواهرخوانده‌ها کنار گذاشته شد»
        return
    mode = mode_of(Atom(head.first, verb.first, head.span, head.labels), clause)
    if (
        mode is None
        or mode.why == "proposed"
        or _is_of_offer(mode, clause)
        or (mode.why == "cannot" and verb.kind == "be")
    ):
        # «نمی‌توانیم با آنان خواهرخوانده باشیم» passes a judgement.
        return
    event = Event.RENEWAL if clause.has("again") else Event.SIGNING
    if mode.modality is Modality.DONE and (clause.sentence.has("vote", "bill") or _is_by_leave(clause)):
        event = Event.APPROVAL
    yield Trigger(event, head, clause, mode, why="became")


def _becomes(head: Atom, verb: Verb, clause: Clause) -> bool:
    sentence = clause.sentence
    between = sentence.between(head.stop, verb.first)
    if verb.first - head.stop > REACH or sentence.has_hard_stop(head.stop, verb.first):
        return False
    if counts_as(head, verb, clause) or is_apposition(head, verb, clause):
        return False
    if verb.kind in ("make", "become") and any(atom.has("conclude") for atom in between):
        return True
    together = verb.first == head.stop and clause.has_before(head, REACH, "object") and clause.has("with")
    if verb.kind == "make" and (together or clause.has_before(head, 0, "object")):
        return not any(atom.has(*OTHER_STEPS) for atom in between)
    if verb.kind == "become":
        return not any(atom.has(*OTHER_STEPS) for atom in between)
    if verb.kind == "be":
        # «می‌توانند خواهرخوانده هم باشند»
        return verb.tense is Tense.FUTURE or (verb.tense is Tense.SUBJUNCTIVE and _may_become(clause))
    return verb.kind in ("call", "know") and verb.passive


def _may_become(clause: Clause) -> bool:
    told = clause.verbs if clause.earlier is None else (*clause.earlier.verbs, *clause.verbs)
    return any(verb.kind in ("can", "want") for verb in told) or clause.has("hope", "ready", "need")


def is_apposition(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«سفر به اوش، شهر خواهرخوانده ما، دشوار نیست»: the predicate is that of something else."""
    line = clause.sentence.line
    opened = any(line.sign(at) in _COMMAS for at in range(max(clause.first + 1, head.first - 1), head.first + 1))
    return opened and any(line.sign(at) in _COMMAS for at in range(head.stop, verb.first + 1))


def counts_as(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«نهمین خواهرخوانده … به شمار می‌رود», «شناخته می‌شود»: the tie is told to stand."""
    if verb.kind in ("call", "know") and verb.passive and verb.tense is Tense.PRESENT:
        return True
    return clause.sentence.has_between(head.stop, verb.first, "counts_as")


def _sealed(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«خواهرخواندگی دو شهر رسمی شد», «پیوند خواهرخواندگی برقرار شد»."""
    verb = clause.sentence.next_verb(head)
    kinds = _SEALING if head.has("sealed") else ("become",)
    if verb is None or verb.first != head.stop or verb.kind not in kinds:
        return
    ties = [atom for atom in clause.all("sister") if atom.stop <= head.first]
    if clause.has("council", "ministry") or clause.has_before(head, 1, "again"):
        return
    if not ties or any(atom.has(*_DENIED_STEPS, "purpose") for atom in clause.atoms if atom.first < head.first):
        return
    yield from named(Event.SIGNING, Atom(ties[-1].first, head.stop, head.span, ties[-1].labels), clause)


def _failed(clause: Clause) -> Iterator[Trigger]:
    """«تلاش برای خواهرخواندگی به جایی نرسید», «سندی در کار نیست»."""
    if clause.has(*_FAILING):
        return
    for head in clause.all("document", "memorandum", "pact"):
        if clause.has_after(head, 1, "failed") and clause.sentence.has(*SISTER):
            verb = clause.sentence.next_verb(head)
            yield Trigger(Event.SIGNING, head, clause, stated(Modality.DENIED, verb, "failed"))
            return
    before = clause.earlier
    bare = [atom for atom in clause.all("failed") if clause.is_bare(atom)]
    if bare and before is not None and before.has("talk", "effort") and clause.goes_on and not clause.has(*TIES):
        # «مذاکره با ب جریان داشت و به جایی نرسید»
        verb = clause.sentence.next_verb(bare[0])
        yield Trigger(Event.SIGNING, bare[0], clause, stated(Modality.DENIED, verb, "failed"))
        return
    ties = clause.all("sister", "sister_city")
    verb = clause.sentence.next_verb(ties[0]) if ties else None
    gone = verb is not None and not verb.negative and any(atom.stop == verb.first for atom in clause.all("failed"))
    if ties and (clause.has("effort", "talk") or (gone and clause.has("sister") and not clause.has("propose"))):
        yield Trigger(Event.SIGNING, ties[0], clause, stated(Modality.DENIED, verb, "failed"))


def _is_by_leave(clause: Clause) -> bool:
    """«با تصویب شورا خواهرخوانده شدند»: what happened is the leave."""
    pairs = pairwise(clause.atoms)
    return any(one.has("with") and other.has("approve") and other.first == one.stop for one, other in pairs)


def _reported(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«از خواهرخواندگی دو شهر خبر داد», «از برقراری خواهرخواندگی …», «با اشاره به نهایی شدن خواهرخواندگی …»."""
    mode = mode_of(head, clause)
    if any(head.stop <= atom.first for atom in clause.all("until", "deadline")):
        # «از نهایی شدن خواهرخواندگی با ب تا پایان سال خبر داد»
        return
    paper = next((atom.first for atom in clause.all("pact") if atom.stop == head.first), head.first)
    first = next((atom.first for atom in clause.all("conclude") if atom.stop == paper), head.first)
    if first < head.first and any(atom.stop == first for atom in clause.all("recall")):
        verb = clause.sentence.next_verb(head)
        if verb is not None and verb.is_past and not verb.negative and not clause.has(*_UNSURE):
            yield Trigger(Event.SIGNING, head, clause, governed(Modality.DONE, verb, "recalled"), why="reported")
        return
    lead = next((atom for atom in reversed(clause.all("from")) if 0 <= first - atom.stop <= 1), None)
    between = clause.sentence.between(lead.stop, first) if lead else ()
    if any(not atom.has("conclude", "sign") for atom in between):
        # «از پیگیری خواهرخواندگی … خبر داد».
        return
    if mode is not None and mode.why == "report" and lead is not None:
        yield Trigger(Event.SIGNING, head, clause, mode, why="reported")


def _postponed(clause: Clause) -> Iterator[Trigger]:
    """«خواهرخواندگی … به سال آینده موکول شد»."""
    ties = clause.all("sister")
    verb = clause.sentence.next_verb(ties[0]) if ties else None
    if verb is None or verb.negative or clause.has(*_DENIED_STEPS, "meet"):
        return
    if any(atom.stop == verb.first for atom in clause.all("postponed")):
        yield Trigger(Event.SIGNING, ties[0], clause, stated(Modality.PLANNED, verb, "postponed"))


def _is_news(head: Atom, clause: Clause) -> bool:
    """«خبر خواهرخواندگی …», «خواهرخواندگی … را تکذیب کرد»."""
    if clause.has_before(head, 1, "report", "rumour", "hearsay"):
        return True
    return any(atom.first >= head.stop and clause.has_before(atom, 0, "object") for atom in clause.all("untrue"))


def _refuted(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«خبر خواهرخواندگی دو شهر را تکذیب کرد», «… را رد کرد», and not «… را تکذیب نکرد»."""
    verb = clause.sentence.next_verb(head)
    said = [atom for atom in clause.all("untrue", "reject") if verb is not None and atom.stop == verb.first]
    if not _is_news(head, clause) or (verb is not None and said and verb.negative):
        return
    mode = mode_of(head, clause)
    if mode is not None and said and said[0].has("reject"):
        mode = stated(Modality.DENIED, verb, "refuted")
    if mode is not None and mode.modality is Modality.DENIED:
        yield Trigger(Event.SIGNING, head, clause, mode, why="refuted")
