"""Steps that are named without anything that happened: of any city, by hearsay, in a heading, as a policy."""

from __future__ import annotations

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Tense
from peyvand.core.text import Part

_CONTACTS = (Event.EVENT, Event.EXCHANGE, Event.VISIT, Event.NEGOTIATION)
_POINTING = ("this", "it", "two_cities", "this_city", "each_other")
_COLON = ":"
# So many words stand between the means and what it brought about.
_MEANS = 12


def is_general(trigger: Trigger) -> bool:
    """Whether a clause names a step and tells of none between two cities."""
    if _is_dormant(trigger) or _is_means(trigger) or _is_interview(trigger):
        return True
    if trigger.clause.places:
        return False
    return any(
        is_such(trigger) for is_such in (_is_of_any, _is_heard, _is_heading, _is_policy, _is_custom, _is_example)
    )


def _is_of_any(trigger: Trigger) -> bool:
    """«هر خواهرخواندگی دو امضا می‌خواهد: امضای بالاترین مقام دو شهر», «پیمان میان شهرهایی بسته می‌شود که …»."""
    clause, before = trigger.clause, trigger.clause.earlier
    glossed = before is not None and before.has("generic") and not before.places and not clause.verbs
    return glossed or (trigger.event is Event.SIGNING and clause.has("definition"))


def _is_heard(trigger: Trigger) -> bool:
    """«حتماً شنیده‌اید که دو شهر خواهر شده‌اند»."""
    return any(atom.stop <= trigger.head.first for atom in trigger.sentence.all("heard"))


def _is_heading(trigger: Trigger) -> bool:
    """«رویدادها: …», «سفرها: …»."""
    clause = trigger.clause
    if trigger.event not in _CONTACTS or clause.verbs:
        return False
    return clause.stop < clause.sentence.words.stop and clause.sentence.line.sign(clause.stop).startswith(_COLON)


def _is_policy(trigger: Trigger) -> bool:
    """«ما هر ماه یک خواهرخوانده اعلام نمی‌کنیم»: nobody in particular is refused."""
    verb, clause = trigger.mode.verb, trigger.clause
    if trigger.event is not Event.SIGNING or trigger.modality is not Modality.DENIED or verb is None:
        return False
    return verb.negative and verb.tense is Tense.PRESENT and not verb.passive and not clause.has(*_POINTING)


def _is_custom(trigger: Trigger) -> bool:
    """«شهرداران به سفر می‌روند و سندی امضا می‌کنند»: what mayors do."""
    verb, sentence = trigger.mode.verb, trigger.sentence
    if trigger.event is not Event.SIGNING or trigger.modality is not Modality.PLANNED or verb is None:
        return False
    habit = verb.tense is Tense.PRESENT and verb.plural and not verb.first_person and not verb.passive
    told = sentence.places or sentence.dates or sentence.has(*_POINTING, "soon", "plan", "provided", "text")
    return habit and not told


def _is_example(trigger: Trigger) -> bool:
    """«همکاری‌هایی مانند تبادل دانشجو»: a field, not a journey."""
    if trigger.event is not Event.EXCHANGE or trigger.modality is Modality.DONE:
        return False
    return any(atom.stop == trigger.head.first for atom in trigger.sentence.all("like", "count_list"))


def _is_interview(trigger: Trigger) -> bool:
    """«گفت‌وگو با شهردار الف درباره …», at the head of a page: who is asked there."""
    sentence, head = trigger.sentence, trigger.head
    if trigger.event is not Event.NEGOTIATION or head.first != sentence.words.start or sentence.part is not Part.TITLE:
        return False
    return trigger.clause.has_after(head, 0, "with") and not any(verb.finite for verb in sentence.verbs)


def _is_means(trigger: Trigger) -> bool:
    """«با تبادل نامه پیمان را تمدید کردیم»: how it was renewed."""
    clause = trigger.clause
    if trigger.event is not Event.NEGOTIATION or trigger.mode.why != "with":
        return False
    return clause.has_before(trigger.head, 0, "with") and clause.has_after(trigger.head, _MEANS, "renew", "resume")


def _is_dormant(trigger: Trigger) -> bool:
    """«از سال ۱۳۹۴ مکاتبه‌ای نداشته‌ایم»: a silence is no step."""
    verb = trigger.mode.verb
    if trigger.event is not Event.NEGOTIATION or trigger.modality is not Modality.DENIED or verb is None:
        return False
    return verb.kind == "have" and any(date.since for date in trigger.clause.dates)
