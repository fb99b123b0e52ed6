"""The mode of a noun whose clause has another predicate («از امضای سند خبر داد»), or none at all."""

from __future__ import annotations

from peyvand.core.ledger.words import Modality
from peyvand.core.reading.governor import is_second_aim
from peyvand.core.reading.mode import LASTING, WISHES, Mode, governed, mentioned, stated
from peyvand.core.reading.sentence import SISTER, Clause, labels_of
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_NEAR = 3
# «پیشنهاد برگزاری یک نشست», «در آخرین دیدار»
_OFFERED = 2
# What cities do with each other can be called off.
_REFUSABLE = ("end", "suspend", "renew", "sign", "travel")
# Words for what may be the occasion of something else.
_OCCASIONS = ("meet", "talk", "travel")
_CONTACTS = ("travel", "festival", "swap", "dispatch", "presence")


def mentioned_mode(head: Atom, verb: Verb, clause: Clause) -> Mode | None:
    """The mode of a noun that is named beside a predicate of something else; None where that says nothing of it."""
    return (
        _refused(head, verb, clause)
        or _resting(head, verb, clause)
        or _occasion(head, verb, clause)
        or _attached(head, verb, clause)
        or _told(head, verb, clause)
    )


def mode_without_verb(head: Atom, clause: Clause) -> Mode:
    """The mode in a headline, after a colon, or in «نه لغو شده است و نه معلق»."""
    if clause.has("untrue") or clause.has_before(head, 0, "neither"):
        return governed(Modality.DENIED, None, "untrue")
    if clause.has("plan", "soon"):
        return governed(Modality.PLANNED, None, "plan")
    if clause.has(*WISHES):
        return governed(Modality.WISHED, None, "wish")
    if head.has("end", "suspend", "renew", "sign") and clause.has_before(head, 1, "purpose"):
        # «طرح چند عضو برای پایان دادن به خواهرخواندگی»
        return mentioned(Modality.PLANNED, None, "purpose")
    return mentioned(Modality.DONE, None, "no verb")


def _refused(head: Atom, verb: Verb, clause: Clause) -> Mode | None:
    sentence = clause.sentence
    before = labels_of(sentence.before(head, _NEAR + 1))
    after = sentence.between(head.stop, verb.stop)
    behind = labels_of(after)
    if "untrue" in before or "untrue" in behind or ("rumour" in before and "reject" in behind):
        return stated(Modality.DENIED, verb, "untrue")
    ended = next((atom for atom in after if "end" in atom.labels and atom.stop >= verb.first), None)
    signed_off = head.has("sign") and ended is not None and not (verb.negative or ended.has("over"))
    if ended is not None and (signed_off or head.has(*_CONTACTS)):
        # What is over («به پایان رسید») has been.
        held = ended.has("over") and not verb.negative
        return stated(Modality.DONE if held else Modality.DENIED, verb, "over" if held else "called off")
    if "never" in before:
        return governed(Modality.DENIED, verb, "never")
    if head.has(*_REFUSABLE, "approve") and any(
        atom.has("refrain") and verb.first in (atom.first, atom.stop) for atom in after
    ):
        # «از امضای سند خودداری کرد».
        return None if verb.negative else stated(Modality.DENIED, verb, "refrained")
    if head.has(*_REFUSABLE) and any(atom.has("reject") and atom.stop == verb.first for atom in after):
        return stated(Modality.WISHED if verb.negative else Modality.DENIED, verb, "rejected")
    if "failed" in behind:
        # «لغو را منتفی نمی‌داند».
        return stated(Modality.WISHED if verb.negative else Modality.DENIED, verb, "failed")
    return None


def _resting(head: Atom, verb: Verb, clause: Clause) -> Mode | None:
    """«به پیشنهاد …», «رایزنی‌های انجام‌شده»: what is to come rests on them, and they have been."""
    if head.has("propose") and clause.has_before(head, 0, "to") and verb.kind not in ("give", "say"):
        return governed(Modality.DONE, verb, "rests on")
    carriers = {atom.stop for atom in clause.all("happen") if 0 <= atom.first - head.stop <= 1}
    held = any(
        one.first in carriers and one.tense is Tense.PARTICIPLE and not one.finite and not one.negative
        for one in clause.sentence.verbs
    )
    return governed(Modality.DONE, verb, "rests on") if held and head.has("propose", "talk", "meet") else None


def _occasion(head: Atom, verb: Verb, clause: Clause) -> Mode | None:
    """«در دیدار با … خواستار … شد», «طی سفر خود … گفت»: whatever was said there, the meeting took place."""
    told = (verb, *(other for other in clause.verbs if other.finite and other.first >= head.stop))
    if not any(one.is_past for one in told):
        return None
    after = clause.sentence.between(head.stop, verb.stop)
    called_off = verb.negative or _any(after, "postponed", "end", "failed", "plan", "soon")
    of_pair = clause.has(*SISTER, "two_cities") or clause.sentence.follows_tie
    if of_pair and head.has("sign") and clause.has_before(head, 0, "ceremony", "aside") and not called_off:
        # «در مراسم امضای سند … تأکید کردند».
        return governed(Modality.DONE, verb, "occasion")
    if head.has("sign", "renew") and clause.has_before(head, 0, "recall") and not called_off:
        # «با اشاره به امضای سند … گفت».
        return governed(Modality.DONE, verb, "recalled")
    if not head.has(*_OCCASIONS):
        return None
    leads = clause.has_before(head, 1, "in", "within", "aside")
    return governed(Modality.DONE, verb, "occasion") if leads else None


def _attached(head: Atom, verb: Verb, clause: Clause) -> Mode | None:
    """«با امضای این سند …»: as done as what the clause tells; «تا امضای …» is still to come."""
    close = clause.sentence.before(head, 2)
    if not _any(close, "with", "after", "until") and not (head.has("sign") and _any(close, "transit")):
        return None
    hoped = clause.sentence.between(clause.first, head.first)
    if not verb.is_past and _any(hoped, *WISHES):
        return mentioned(Modality.WISHED, verb, "wish")
    done = verb.is_past and not verb.negative and not _any(close, "until")
    return mentioned(Modality.DONE if done else Modality.PLANNED, verb, "with")


def _told(head: Atom, verb: Verb, clause: Clause) -> Mode | None:
    sentence = clause.sentence
    before = sentence.before(head, _NEAR + 1)
    after = sentence.between(head.stop, verb.stop)
    aims = _any(sentence.before(head, 2), "purpose")
    near = labels_of([*before, *(atom for atom in after if _is_beside(atom, head, verb))])
    wished = not near.isdisjoint(WISHES)
    if wished and verb.is_past and verb.kind == "be":
        # «به دنبال آن بود»: what came of it is not said.
        return None
    aimed = verb.kind in ("call", "be") and _any(sentence.between(clause.first, head.first), "aim")
    if aimed and head.has("renew", "sign"):
        # «هدف این نشست را زنده کردن روابط دانست».
        return governed(Modality.WISHED if head.has("renew") else Modality.PLANNED, verb, "aim")
    unwanted = verb.kind == "have" and clause.sentence.has_between(clause.first, head.first, "hope")
    if verb.negative and (unwanted or not near.isdisjoint(("hope", "wants", "plan"))):
        # «قصد پایان دادن به آن را ندارد».
        return governed(Modality.DENIED, verb, "unwanted")
    if _any(sentence.before(head, 1), "in_wake") and verb.is_past and verb.kind != "be":
        # «در پی سفر … کار آغاز شد».
        return governed(Modality.DONE, verb, "after")
    if head.has(*_CONTACTS, "meet") and (_is_offered(head, after, aims, clause) or _is_object_of_offer(head, clause)):
        return governed(Modality.WISHED, verb, "offered")
    if wished:
        wish = mentioned if aims and "ready" not in near else governed
        return wish(Modality.WISHED, verb, "wish")
    planned = not near.isdisjoint(("plan", "soon", "postponed"))
    if planned or (verb.kind == "be" and not verb.is_past and _any(after, "plan")):
        return governed(Modality.PLANNED, verb, "plan")
    if any(v.kind == "can" for v in (verb, *clause.verbs)):
        return governed(Modality.WISHED, verb, "can")
    if verb.negative:
        return None
    if _any(before, "presence") and _any(before, "purpose"):
        return governed(Modality.PLANNED, verb, "to be attended")
    if _any(after, "lasting") or (clause.has_before(head, 0, "lasting") and verb.tense is not Tense.SUBJUNCTIVE):
        # «در حال گفت‌وگو برای … هستند».
        return governed(Modality.DONE, verb, "lasting")
    if _any(before, "purpose", "condition", "in_case") or is_second_aim(head, sentence):
        return mentioned(Modality.PLANNED, verb, "purpose")
    stressed = any(atom.has("stress") and atom.stop == verb.first for atom in after)
    if stressed and head.has(*_REFUSABLE, *_CONTACTS) and clause.has_before(head, 2, "upon", "need"):
        # «بر امضای سند تأکید کرد».
        return governed(Modality.WISHED, verb, "stressed")
    if _any(after, "report"):
        return governed(Modality.DONE, verb, "report")
    return _by_tense(verb)


def _is_offered(head: Atom, after: tuple[Atom, ...], aims: bool, clause: Clause) -> bool:
    """«برپایی جشن از دیگر پیشنهادهای او بود», «آمادگی خود را برای پذیرش دانشجویان اعلام کرد»."""
    if _any(after, "propose"):
        return any(verb.kind == "be" for verb in clause.verbs)
    if _any(after, "welcome") and clause.has_before(head, 1, "from"):
        # «از برپایی نمایشگاه استقبال کرد».
        return True
    return aims and clause.has("ready")


def _is_object_of_offer(head: Atom, clause: Clause) -> bool:
    """«دیدار با ب را پیشنهاد داد», «پیشنهاد دیدار با ب را داد», and not «در دیدار با ب … را پیشنهاد داد»."""
    if clause.has_before(head, _OFFERED, "in", "within", "aside", "after"):
        return False
    for offer in clause.all("propose"):
        if 0 <= head.first - offer.stop <= _OFFERED and not clause.has_before(offer, 0, "to", "with", "about", "after"):
            return clause.has("object")
        verb = clause.sentence.next_verb(offer)
        offers = verb is not None and verb.first == offer.stop and verb.kind in ("give", "make") and not verb.negative
        marks = [atom.stop for atom in clause.all("object") if head.stop <= atom.first < offer.first]
        if offers and marks == [offer.first]:
            return True
    return False


def _is_beside(atom: Atom, head: Atom, verb: Verb) -> bool:
    """Whether a word stands near a noun or its predicate; «آماده شد» is a verb and no readiness."""
    if atom.has("compose") and atom.stop == verb.first and verb.kind != "be":
        return False
    return atom.first - head.stop <= _NEAR or verb.first - atom.stop <= 1


def _by_tense(verb: Verb) -> Mode:
    if verb.is_past:
        return mentioned(Modality.DONE, verb, "past")
    lasts = verb.tense is Tense.PRESENT and verb.kind in LASTING
    return mentioned(Modality.DONE if lasts else Modality.PLANNED, verb, "lasting" if lasts else "future")


def _any(atoms: tuple[Atom, ...], *labels: str) -> bool:
    return any(not atom.labels.isdisjoint(labels) for atom in atoms)
