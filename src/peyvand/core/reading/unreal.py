"""Steps that a sentence names and that are not: what would have been, was called off, hindered, or taken back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.general import is_general
from peyvand.core.reading.mode import governed, stated
from peyvand.core.reading.parties import parties_of
from peyvand.core.reading.sentence import Clause
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Tense

_HABIT = "می"
_TRAILING = ("…", "...", "..")
_TURN = "-–—"
# What is signed or becomes is so at one time; leave, talks and journeys may well go on.
_AT_ONCE = (Event.SIGNING,)
# With one of these, it is that step of which something is said.
_STEPS = ("sign", "renew", "suspend", "end", "travel", "festival", "talk", "propose")
_TOLD = (Event.SIGNING, Event.STANDING, Event.RENEWAL)


def real(trigger: Trigger) -> Trigger | None:
    """The trigger, unless its sentence tells of what never was; a step whose ceremony was called off is denied."""
    called_off = _called_off(trigger)
    if called_off is not trigger:
        return called_off
    if _is_far_off(trigger) or _is_of_institutions(trigger) or is_general(trigger):
        return None
    if _is_held(trigger):
        return replace(trigger, event=Event.STANDING, mode=stated(Modality.DONE, trigger.mode.verb, "held"))
    if _is_asked_for(trigger):
        return replace(trigger, mode=stated(Modality.WISHED, trigger.mode.verb, "asked for"))
    if _is_supposed(trigger):
        return replace(trigger, mode=governed(Modality.WISHED, trigger.mode.verb, "supposed"))
    if _is_hindered(trigger):
        return replace(trigger, mode=stated(Modality.DENIED, trigger.mode.verb, "hindered"))
    if trigger.event in _TOLD and trigger.modality is Modality.DONE and (denied := _taken_back(trigger)):
        return replace(trigger, mode=stated(Modality.DENIED, trigger.mode.verb, "taken back")) if denied.tells else None
    verb = trigger.mode.verb
    if verb is None or not _is_unfinished(verb, trigger.clause):
        return None if _trails_off(trigger) else trigger
    if _is_counterfactual(trigger.clause):
        return None
    # «بر اساس برنامه، سند در خرداد امضا می‌شد»
    return None if trigger.event in _AT_ONCE and trigger.modality is Modality.DONE else trigger


def _is_unfinished(verb: Verb, clause: Clause) -> bool:
    """«می‌شد», «می‌بستند»: the past of what went on, or would have been."""
    return verb.is_past and not verb.perfect and clause.sentence.line.word(verb.stop - 1).startswith(_HABIT)


def _is_counterfactual(clause: Clause) -> bool:
    """«اگر … بود، … برقرار می‌شد»."""
    conditions = [one for one in (clause, clause.earlier) if one is not None and one.has("condition")]
    return any(verb.is_past for one in conditions for verb in one.verbs)


def _is_far_off(trigger: Trigger) -> bool:
    """«تا خواهرخوانده شدن با … راه درازی داریم»."""
    return trigger.event is Event.STANDING and trigger.clause.has_before(trigger.head, 0, "until")


def _is_held(trigger: Trigger) -> bool:
    """«با ب و پ سند امضاشده داریم»: the tie is there."""
    head, verbs = trigger.head, trigger.clause.verbs
    if trigger.event is not Event.SIGNING:
        return False
    # «امضاشده» may be one word.
    signed = {one.stop for one in verbs if one.first in (head.first, head.stop) and one.tense is Tense.PARTICIPLE}
    return any(verb.kind == "have" and not verb.negative and verb.first in signed for verb in verbs)


def _is_asked_for(trigger: Trigger) -> bool:
    """«درخواست تمدید پیمان … رسیده»: it has been asked for, and not yet done."""
    if trigger.event is not Event.RENEWAL or trigger.modality is not Modality.DONE:
        return False
    return trigger.clause.has_before(trigger.head, 0, "propose")


def _is_of_institutions(trigger: Trigger) -> bool:
    """«سند خواهرخواندگی بنادر», «خواهرخواندگی دانشگاه‌های دو شهر»: not the cities are bound."""
    clause = trigger.clause
    return any(clause.has_after(tie, 0, "institution", "institutions", "bodies") for tie in clause.all("sister"))


def _is_supposed(trigger: Trigger) -> bool:
    """«اگر روزی دو شهر خواهرخوانده شوند، شاید …»: no step of a procedure, but a thought."""
    if (
        trigger.event is not Event.SIGNING
        or trigger.modality is not Modality.PLANNED
        or trigger.mode.why != "condition"
    ):
        return False
    return trigger.sentence.has("may", "dream")


def _is_hindered(trigger: Trigger) -> bool:
    """«کرونا نگذاشت پیمان را امضا کنیم», «قرار نیست دو شهر خواهرخوانده شوند»."""
    verb, clause = trigger.mode.verb, trigger.clause
    if verb is None or verb.tense is not Tense.SUBJUNCTIVE or verb.negative:
        return False
    first = clause.earlier.first if clause.earlier is not None else clause.first
    before = [one for one in clause.sentence.verbs if first <= one.first < verb.first and one.finite]
    if before and before[-1].negative and before[-1].kind == "put":
        return True
    return any(atom.has("unplanned") for atom in clause.sentence.between(first, verb.first))


class _Word(NamedTuple):
    """What is said of a report behind it; ``tells``: that it is untrue, and not only that nobody vouches for it."""

    tells: bool


def _taken_back(trigger: Trigger) -> _Word | None:
    """«… خواهرخوانده شدند، اما شهرداری این خبر را نادرست خواند», «… نهایی شده؛ شهردار این را تأیید نکرد»."""
    sentence, clause = trigger.sentence, trigger.clause
    for after in sentence.clauses[clause.at + 1 :]:
        points = [atom for atom in after.atoms if atom.has("report", "it", "this", "rumour")]
        if not points or after.has(*_STEPS) or parties_of(sentence, points[0].stop, after.stop):
            continue
        if any(atom.has("untrue") and atom.first > points[0].first for atom in after.atoms):
            return _Word(tells=True)
        refused = any(verb.negative and verb.finite for verb in after.verbs)
        if refused and any(atom.has("approve") and atom.first > points[0].first for atom in after.atoms):
            return _Word(tells=False)
    return None


def _called_off(trigger: Trigger) -> Trigger | None:
    """«مراسم امضای پیمان … لغو شد»: the ceremony did not take place, and no tie is at its end."""
    clause = trigger.clause
    for ceremony, signed in pairwise(clause.all("ceremony", "sign")):
        if not ceremony.has("ceremony") or not signed.has("sign") or signed.first - ceremony.stop > 0:
            continue
        verb = clause.sentence.next_verb(signed)
        ended = [atom for atom in clause.all("end") if verb is not None and atom.stop == verb.first]
        if not ended or ended[0].first <= signed.first or clause.has("over"):
            continue
        if trigger.event is Event.TERMINATION:
            return None
        if trigger.event in (Event.SIGNING, Event.RENEWAL):
            return replace(trigger, mode=stated(Modality.DENIED, verb, "called off"))
    return trigger


def _trails_off(trigger: Trigger) -> bool:
    """«– می‌گویند … شده است...»: what an interviewer has heard, and leaves open."""
    sentence, text = trigger.sentence, trigger.sentence.line.text
    begins = text.rfind("\n", 0, sentence.span.start) + 1
    if text[begins : begins + 1] not in _TURN:
        return False
    if not text.startswith(_TRAILING, sentence.span.stop):
        return False
    said = any(verb.kind == "say" and verb.plural and verb.tense is Tense.PRESENT for verb in sentence.verbs)
    return said or sentence.has("hearsay")
