"""Which predicate speaks of a word, and whether it speaks of that word alone."""

from __future__ import annotations

from peyvand.core.reading.mode import ATTITUDES
from peyvand.core.reading.sentence import Sentence
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_COMMAS = frozenset("،,")
# How far a verb may stand from the first of two nouns that share it.
_SHARED = 8


def governor(head: Atom, sentence: Sentence) -> Verb | None:
    """The predicate that governs a word: the next one, or the main one after a relative clause in between."""
    later = [verb for verb in sentence.verbs if verb.first >= head.stop]
    for at, verb in enumerate(later):
        if sentence.has_hard_stop(head.stop, verb.first):
            return None
        following = later[at + 1] if at + 1 < len(later) else None
        if following is None:
            return verb
        if not verb.finite or _opens(verb, following) or is_cleft(verb, sentence):
            continue
        relative = sentence.has_between(head.stop, verb.first, "join_that")
        ends = sentence.line.sign(verb.stop) in _COMMAS or "untrue" in following.labels
        ends = ends or sentence.has_between(verb.stop, following.stop, "untrue")
        return following if relative and ends and _tells_of_happening(following, sentence) else verb
    return None


def is_cleft(verb: Verb, sentence: Sentence) -> bool:
    """«این گام امضای شهرداران است که … انجام می‌شود»: the verb after «که» is the one that tells."""
    if verb.kind != "be" or not sentence.has("join_that"):
        return False
    return any(atom.first == verb.stop and atom.has("join_that") for atom in sentence.atoms)


def _opens(verb: Verb, following: Verb) -> bool:
    """Whether a predicate only opens the next one: «قرار بود … انجام شود»."""
    is_attitude = verb.kind in ("can", "want") or not verb.labels.isdisjoint(ATTITUDES)
    return is_attitude and following.tense is Tense.SUBJUNCTIVE


def _tells_of_happening(verb: Verb, sentence: Sentence) -> bool:
    """Whether the predicate says that something took place or not, without an object of its own."""
    return "untrue" in verb.labels or sentence.has_between(
        max(sentence.words.start, verb.first - 2), verb.first,
        "happen", "end", "postponed", "withdraw", "failed", "begin", "untrue",
    )  # fmt: skip


def is_own(head: Atom, verb: Verb, sentence: Sentence) -> bool:
    """Whether the verb only carries the noun («امضا شد»), or says that it took place («امضای … انجام شد»)."""
    if _is_occasion(head, verb, sentence):
        return False
    gap = verb.first - head.stop
    between = sentence.between(head.stop, verb.first)
    serves = gap > 0 and sentence.has_close(head, 1, "purpose")
    if gap <= 1 and not serves and not sentence.has_between(head.stop, verb.first, "report"):
        return True
    if head.has("host") and verb.kind == "be" and gap <= 4:
        return True
    if verb.kind == "have" and head.has("meet", "talk", "travel") and gap <= _SHARED:
        # «نشستی کوتاه و صمیمانه با شهردار ب داشتیم»
        return all(atom.has("and", "with", "municipality", "city", "province", "two_cities") for atom in between)
    if _is_reached(head, verb, sentence):
        return True
    if any(_carries(atom, verb) for atom in between):
        if is_second_aim(head, sentence):
            return False
        return not sentence.has_close(head, 2, "purpose", "after", "with")
    return _is_joined(head, verb, sentence)


def _is_occasion(head: Atom, verb: Verb, sentence: Sentence) -> bool:
    """«در دیدار با … مقرر شد کاری آغاز شود»: the predicate is not that of the meeting, unless «که» leads it in."""
    if not head.has("meet", "talk", "travel") or verb.first == head.stop:
        return False
    leads = any(atom.has("in", "within") and head.first - atom.stop <= 1 for atom in sentence.before(head, 2))
    return leads and not sentence.has_between(head.stop, verb.first, "join_that")


def is_second_aim(head: Atom, sentence: Sentence) -> bool:
    """«این سفر با هدف گسترش روابط و امضای پیمان … انجام شد»: the journey took place, not yet its aims."""
    before = sentence.before(head, _SHARED)
    aims = [atom for atom in before if atom.has("purpose")]
    if not aims or not any(atom.has("and") and atom.stop == head.first for atom in before):
        return False
    return not any(verb.first > aims[-1].first for verb in sentence.verbs if verb.first < head.first)


def _is_reached(head: Atom, verb: Verb, sentence: Sentence) -> bool:
    """«به امضای شهرداران دو شهر رسید», «به تصویب اعضای شورا می‌رسد»: who did it stands between."""
    if verb.kind not in ("arrive", "bring") or not head.has("sign", "approve"):
        return False
    return verb.first - head.stop <= _SHARED and sentence.has_close(head, 1, "to")


def _carries(atom: Atom, verb: Verb) -> bool:
    """«انجام شد», «گشایش یافت», «آغاز به کار کرد»."""
    return atom.has("happen", "opening", "begin") and verb.first - atom.stop <= (2 if atom.has("begin") else 1)


def _is_joined(head: Atom, verb: Verb, sentence: Sentence) -> bool:
    """The first of two nouns with one verb: «امضا و نسخه‌های آن را مبادله کردند»."""
    if verb.kind not in ("make", "become") or verb.first - head.stop > _SHARED:
        return False
    return any(atom.first == head.stop and atom.has("and") for atom in sentence.between(head.stop, verb.first))
