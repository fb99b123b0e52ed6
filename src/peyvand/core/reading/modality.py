"""Whether a thing named in a clause happened, is planned, is wished or is denied.

The answer comes from the predicate that governs the word, from the attitude words between and before them, and from
the clause before where the verb is a subjunctive.
"""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.core.ledger.words import Modality
from peyvand.core.reading.governor import governor, is_cleft, is_own
from peyvand.core.reading.mention import mentioned_mode, mode_without_verb
from peyvand.core.reading.mode import LASTING, WISHES, Mode, governed, mentioned, stated
from peyvand.core.reading.sentence import Clause
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense

_NEAR = 3
_READY_REACH = 1
_NEITHER_REACH = 4
_HABIT = "می"


def mode_of(head: Atom, clause: Clause) -> Mode | None:
    """The mode of what ``head`` names; None where the clause says nothing about it (a deed beside it is denied)."""
    sentence = clause.sentence
    if head.verb is not None:
        own = next((v for v in sentence.verbs if v.first <= head.first < v.stop), None)
        return _said(own, head, clause) if own else None
    described = next((v for v in sentence.verbs if v.first in (head.first, head.stop) and not v.finite), None)
    held = described is not None and any(v.kind == "have" and v.first == described.stop for v in sentence.verbs)
    if described is not None and described.kind == "become" and head.stop > head.first and not held:
        # «پیمان امضاشده میان الف و ب»
        return governed(Modality.DENIED if described.negative else Modality.DONE, described, "participle")
    verb = governor(head, sentence)
    if verb is None:
        return mode_without_verb(head, clause)
    if not is_own(head, verb, sentence):
        return mentioned_mode(head, verb, clause)
    if _is_wanted(head, verb, clause):
        return governed(Modality.WISHED, verb, "wanted")
    if verb.negative and sentence.has_close(head, 1, "need"):
        return None
    if verb.tense is Tense.SUBJUNCTIVE and any(atom.stop <= head.first for atom in clause.all("before")):
        # «پیش از آنکه خواهرخوانده شوند»
        return None
    if verb.negative and verb.tense is Tense.SUBJUNCTIVE and clause.has_before(head, _NEAR, "until"):
        # «تا امضا نشود، …»
        return None
    wishes = [atom for atom in sentence.before(head, 1) if atom.has("hope", "ready", "need", "wants")]
    if any(not (atom.has("in_wake") and verb.is_past and verb.kind != "be") for atom in wishes):
        # «قصد لغو آن را ندارد»
        return governed(Modality.DENIED if verb.negative else Modality.WISHED, verb, "wish")
    return _said(verb, head, clause)


def _is_wanted(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«خواستار تسریع در صدور مجوز شد»: the predicate is that of the wish, however near the noun stands."""
    if verb.kind not in ("become", "be") or verb.negative:
        return False
    before = (atom for atom in clause.all("wants") if atom.stop <= head.first)
    return any(clause.sentence.next_verb(atom) is verb for atom in before)


def mode_of_verb(verb: Verb, clause: Clause) -> Mode | None:
    """The mode of what a predicate itself tells."""
    return mode_of(Atom(verb.first, verb.first, verb.span, frozenset()), clause)


def _said(verb: Verb, head: Atom, clause: Clause) -> Mode:
    """The noun's own predicate speaks."""
    denial = _denial(verb, head, clause)
    if denial:
        return stated(Modality.DENIED, verb, denial)
    if verb.tense is Tense.SUBJUNCTIVE:
        return _subjunctive(verb, clause)
    if verb.tense is Tense.FUTURE:
        return stated(_future(verb, clause), verb, "future")
    if verb.kind == "stay" and head.has("sign", "approve") and clause.has_before(head, 1, "until"):
        # «راه کوتاهی تا امضای پیمان مانده است».
        return governed(Modality.PLANNED, verb, "left")
    if verb.tense is Tense.PRESENT:
        return _present(verb, head, clause)
    return stated(Modality.DONE, verb, "past")


def _denial(verb: Verb, head: Atom, clause: Clause) -> str:
    """A code for why the clause denies, or nothing."""
    sentence = clause.sentence
    if verb.negative:
        return "negative"
    if any(v.kind == "can" and v.negative and v.stop <= clause.first <= v.stop + 1 for v in sentence.verbs):
        return "cannot be said"
    if clause.has_before(head, _NEAR, "never"):
        return "never"
    if clause.has_before(head, _NEITHER_REACH, "neither"):
        return "neither"
    if not sentence.has("failed", "untrue"):
        return ""
    if sentence.has_between(head.stop, verb.stop, "failed"):
        return "failed"
    if sentence.has_between(clause.first, verb.stop, "untrue") or _is_refuted(verb, clause):
        return "untrue"
    return ""


def _is_refuted(verb: Verb, clause: Clause) -> bool:
    """Whether the words right after the clause say that it is not so: «…؛ این درست نیست»."""
    sentence = clause.sentence
    after = [atom for atom in sentence.between(verb.stop, min(sentence.words.stop, verb.stop + 5)) if atom.labels]
    points_back = bool(after) and after[0].has("this", "join_that", "it")
    return points_back and any(atom.has("untrue") for atom in after[1:2])


def _future(verb: Verb, clause: Clause) -> Modality:
    """A condition that is no step of the procedure leaves only a wish: «در صورت دعوت، … سفر خواهیم کرد»."""
    conditions = [atom for atom in clause.all("in_case") if atom.first < verb.first]
    if conditions and not clause.has("approve", "review", "vote"):
        return Modality.WISHED
    before = clause.sentence.between(clause.first, verb.first)
    return Modality.WISHED if any(atom.has("hope", "may") for atom in before) else Modality.PLANNED


def _present(verb: Verb, head: Atom, clause: Clause) -> Mode:
    """The present is the future, unless the verb, or a word beside it, tells of what lasts."""
    around = clause.sentence.between(clause.first, verb.first)
    if verb.kind in LASTING:
        after = [atom for atom in around if atom.first >= head.stop]
        ready = head.has("festival", "swap", "travel", "meet") and clause.has_before(head, _READY_REACH, "ready")
        if ready or any(atom.has(*WISHES) for atom in after) or not verb.labels.isdisjoint(WISHES):
            # «برای برگزاری جشنواره آماده‌ایم», «آماده میزبانی جشنواره است»
            return stated(Modality.WISHED, verb, "wish")
        if any(atom.has("plan") for atom in after):
            return stated(Modality.PLANNED, verb, "plan")
        if head.has("host") and any(atom.has("soon") for atom in around):
            # «هفته آینده میزبان هیئت ب است».
            return stated(Modality.PLANNED, verb, "soon")
        return stated(Modality.DONE, verb, "lasting")
    if clause.sentence.has_between(clause.first, verb.first, "lasting"):
        return stated(Modality.DONE, verb, "lasting")
    if clause.sentence.has_between(clause.first, verb.first, "may", "in_case"):
        return stated(Modality.WISHED, verb, "possible")
    if clause.has("yearly") and not clause.sentence.has("provided", "text", "plan", "soon"):
        return stated(Modality.DONE, verb, "habit")
    return stated(Modality.PLANNED, verb, "present")


def _subjunctive(verb: Verb, clause: Clause) -> Mode:
    """A subjunctive is what the nearest word before it wants of it."""
    told = (_wanted(attitude, verb, clause) for attitude in _attitudes(verb, clause))
    return next((mode for mode in told if mode), governed(Modality.PLANNED, verb, "subjunctive"))


def _lasted(verb: Verb, clause: Clause) -> bool:
    """«می‌توانستند» says that they did not; «توانستند» that they did."""
    return clause.sentence.line.words[verb.first].startswith(_HABIT)


def _wanted(attitude: Atom | Verb, verb: Verb, clause: Clause) -> Mode | None:
    if isinstance(attitude, Verb):
        if attitude.kind == "can" and attitude.negative:
            return stated(Modality.DENIED, verb, "cannot")
        if attitude.kind == "can" and attitude.tense is Tense.PAST and not _lasted(attitude, clause):
            return stated(Modality.DONE, verb, "could")
        return stated(Modality.WISHED, verb, attitude.kind)
    if attitude.has("cause"):
        return stated(Modality.DONE, verb, "caused")
    if attitude.has("plan"):
        return stated(Modality.PLANNED, verb, "plan")
    if attitude.has("condition"):
        return mentioned(Modality.PLANNED, verb, "condition")
    if attitude.has(*WISHES, "in_case"):
        return stated(Modality.WISHED, verb, "wish")
    return governed(Modality.WISHED, verb, "proposed")


def _attitudes(verb: Verb, clause: Clause) -> Iterator[Atom | Verb]:
    """Words that may govern a subjunctive, the nearest first: in its clause, then in the clause before."""
    sentence = clause.sentence
    first = clause.first
    # «باید مراحل را طی کند تا … بسته شود»: what it leads to is no longer asked for.
    leads = any(atom.has("until") and atom.first == first for atom in clause.atoms)
    told = any(v.first < verb.first and is_cleft(v, sentence) for v in clause.verbs)
    if clause.earlier is not None and not told:
        first = clause.earlier.first
    found: list[Atom | Verb] = [a for a in sentence.between(first, verb.first) if _is_attitude(a, verb, clause)]
    found += [v for v in sentence.verbs if first <= v.first < verb.first and _governs(v)]
    if leads:
        found = [one for one in found if one.first >= clause.first or isinstance(one, Verb) or one.has("hope", "plan")]
    return iter(sorted(found, key=lambda one: -one.first))


def _governs(verb: Verb) -> bool:
    """«می‌خواهد …», «می‌تواند …», and «گفتم … بیاید», which bids."""
    return verb.kind in ("can", "want") or (verb.kind == "say" and verb.first_person and verb.is_past)


def _is_attitude(atom: Atom, verb: Verb, clause: Clause) -> bool:
    """«آماده کند» is no readiness, but a verb."""
    if atom.has("compose", "propose") and atom.stop == verb.first:
        return False
    if atom.has("propose") and clause.has_before(atom, 0, "this"):
        # «با تصویب این درخواست … منعقد شود»: it has been made before.
        return False
    return atom.has(*WISHES, "plan", "cause", "condition", "in_case", "propose", "invite")
