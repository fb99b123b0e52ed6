"""Steps that a past tense tells and that words around it take back: conditions, chances, wishes, questions."""

from __future__ import annotations

from dataclasses import replace

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.mode import governed, stated
from peyvand.core.reading.sentence import Clause, Sentence
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Tense

_QUESTION, _ABLE = "؟", "توان"
_WHY_REACH = 6
# «درباره امکان همکاری گفت‌وگو کرد»: there a chance is what was talked about.
_TOLD = (Event.SIGNING, Event.STANDING, Event.APPROVAL, Event.RENEWAL)
_MEETINGS = (Event.NEGOTIATION, Event.VISIT, Event.EVENT, Event.EXCHANGE)


def refutes(sentence: Sentence) -> bool:
    """Whether a sentence takes back the one before it: «این خبر را تکذیب کرد», «این ادعا درست نیست»."""
    for clause in sentence.clauses if sentence.has("untrue") else ():
        news = [atom for atom in clause.all("report", "rumour", "hearsay") if clause.has_before(atom, 0, "this")]
        if any(atom.first >= news[0].stop for atom in clause.all("untrue") if news):
            return True
    return False


def taken_back(trigger: Trigger) -> Trigger:
    """A tie that the next sentence takes back is denied."""
    if trigger.event not in _TOLD or trigger.modality is not Modality.DONE:
        return trigger
    return replace(trigger, mode=stated(Modality.DENIED, trigger.mode.verb, "taken back"))


def undoubted(trigger: Trigger) -> Trigger | None:
    """The trigger as its sentence lets it stand: a doubted deed is only wished, and what a question asks is nothing."""
    if trigger.modality is Modality.DENIED and trigger.clause.has_before(trigger.head, _WHY_REACH, "why"):
        # «این سؤال که چرا دو شهر خواهرخوانده نمی‌شوند»
        return None
    if trigger.modality is not Modality.DONE:
        return trigger
    if _is_asked(trigger.clause) or _is_hearsay(trigger):
        return None
    if not (_is_conditional(trigger) or _is_dreamt(trigger) or _is_impersonal(trigger)):
        return trigger
    if trigger.event is Event.NEGOTIATION and _is_conditional(trigger):
        # «اگر به توافق رسیدند»
        return None
    return replace(trigger, mode=governed(Modality.WISHED, trigger.mode.verb, "doubted"))


def _is_asked(clause: Clause) -> bool:
    """«آیا … خواهرخوانده شده‌اند؟»."""
    sentence = clause.sentence
    text = sentence.line.text
    if text[sentence.span.stop : sentence.span.stop + 1] == _QUESTION:
        return True
    # «در پاسخ به اینکه آیا … گفت: بله، …»: behind the colon stands the answer.
    return any(
        atom.first >= clause.first or not sentence.has_hard_stop(atom.stop, clause.first)
        for atom in sentence.all("whether")
    )


def _is_hearsay(trigger: Trigger) -> bool:
    """«برخی رسانه‌ها نوشتند … خواهرخوانده شدند، در حالی که …»: told only to be taken back, or told by mistake."""
    if trigger.event not in _TOLD:
        return False
    sentence, head = trigger.sentence, trigger.head
    if any(atom.stop <= head.first for atom in sentence.all("mistaken")):
        return True
    heard = any(atom.stop <= head.first for atom in sentence.all("hearsay"))
    return heard and any(atom.first >= head.stop for atom in sentence.all("whereas", "but"))


def _is_conditional(trigger: Trigger) -> bool:
    """«اگر این سند امضا شده بود، …»: neither the condition nor what follows from it has happened."""
    clause = trigger.clause
    for one in (clause, clause.earlier):
        if one is None:
            continue
        for atom in one.all("condition"):
            if atom.first < trigger.head.first and not clause.sentence.has_hard_stop(atom.stop, trigger.head.first):
                return True
    return False


def _is_impersonal(trigger: Trigger) -> bool:
    """«می‌توان سند را امضا کرد», «باید سند را امضا کرد»: after these the past is no past."""
    clause, verb = trigger.clause, trigger.mode.verb
    if verb is None or not verb.is_past or verb.plural or verb.perfect:
        return False
    words = clause.sentence.line.words
    # «می‌توان» ends a clause of its own, right before the one that it opens.
    near = (one for one in clause.sentence.verbs if clause.first - 1 <= one.stop and one.first < verb.first)
    can = any(_is_ability(one, clause, words[one.stop - 1]) for one in near)
    return can or any(atom.first < verb.first for atom in clause.all("must"))


def _is_ability(verb: Verb, clause: Clause, word: str) -> bool:
    """«می‌توان», or «می‌شود» that carries nothing: «می‌شود دو شهر را خواهرخوانده کرد»."""
    if verb.kind == "can":
        return word.endswith(_ABLE)
    before = clause.earlier
    bare = before is not None and before.first == verb.first and before.stop == verb.stop
    return verb.kind == "become" and verb.tense is Tense.PRESENT and bare


def _is_dreamt(trigger: Trigger) -> bool:
    """«احتمالاً … شده‌اند», «کاش … بسته بودیم»: a chance or a wish stands at the beginning of the clause."""
    clause, verb = trigger.clause, trigger.mode.verb
    if verb is None or not verb.is_past:
        return False
    chances = ("dream",) if trigger.event in _MEETINGS else ("may", "dream")
    before = [atom for atom in clause.all(*chances) if atom.first < min(trigger.head.first, verb.first)]
    return any(atom.has("dream") or (atom.verb is None and clause.sentence.next_verb(atom) is verb) for atom in before)
