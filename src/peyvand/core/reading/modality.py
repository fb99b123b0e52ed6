"""Whether a thing named in a clause happened, is planned, is wished or is denied.

The answer comes from the predicate that governs the word, from the attitude words between and before them, and from
the clause before where the verb is a subjunctive. A noun that is only mentioned («با امضای این سند») is a weak sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from peyvand.core.ledger.words import Modality
from peyvand.core.reading.sentence import Clause, Sentence
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom, Tense


class Force(IntEnum):
    """How surely the words say so."""

    MENTIONED = 0
    GOVERNED = 1
    STATED = 2


@dataclass(frozen=True, slots=True)
class Mode:
    """A modality, how surely it is said, and the words it rests on (a verb's span, or none)."""

    modality: Modality
    force: Force
    verb: Verb | None = None
    why: str = ""


_WISHES = ("hope", "ready", "need", "wants", "may")
_ATTITUDES = frozenset((*_WISHES, "plan"))
# Verbs that say that a noun's own act takes place.
_CARRIERS = frozenset(("become", "make", "give", "take", "arrive", "bring", "attain", "turn", "have", "be", "find"))
_LASTING = frozenset(("be", "have", "stay"))
_NEAR = 3


def mode_of(head: Atom, clause: Clause, sentence: Sentence) -> Mode | None:
    """The mode of what ``head`` names; None where the clause says nothing about it (a deed beside it is denied)."""
    if head.verb is not None:
        verb = next((v for v in sentence.verbs if v.first <= head.first < v.stop), None)
        return _stated(verb, head, clause, sentence) if verb else None
    verb = governor(head, sentence)
    if verb is None:
        return _without_verb(head, clause)
    if _is_own(head, verb, sentence):
        wanted = any(atom.has(*_WISHES) and not atom.has("may") for atom in _before(head, sentence, 1))
        if wanted and verb.negative:
            return None
        if wanted:
            return Mode(Modality.WISHED, Force.GOVERNED, verb, "wish")
        return _stated(verb, head, clause, sentence)
    return _governed(head, verb, clause, sentence)


def governor(head: Atom, sentence: Sentence) -> Verb | None:
    """The predicate that governs a word: the next one, or the main one after a relative clause in between."""
    later = [verb for verb in sentence.verbs if verb.first >= head.stop]
    for at, verb in enumerate(later):
        if sentence.has_hard_stop(head.stop, verb.first):
            return None
        following = later[at + 1] if at + 1 < len(later) else None
        if following is not None and (not verb.finite or _opens(verb, following) or _is_cleft(verb, sentence)):
            continue
        relative = any(atom.has("join_that") for atom in sentence.between(head.stop, verb.first))
        if relative and following is not None and sentence.line.sign(verb.stop) in ("،", ","):
            if _tells_of_happening(following, sentence):
                return following
        return verb
    return None


def _is_cleft(verb: Verb, sentence: Sentence) -> bool:
    """«این گام امضای شهرداران است که … انجام می‌شود»: the verb after «که» is the one that tells."""
    return verb.kind == "be" and any(a.has("join_that") and a.first == verb.stop for a in sentence.atoms)


def _opens(verb: Verb, following: Verb) -> bool:
    """Whether a predicate only opens the next one: «قرار بود … انجام شود»."""
    return _is_attitude(verb) and following.tense is Tense.SUBJUNCTIVE


def _is_attitude(verb: Verb) -> bool:
    return verb.kind in ("can", "want") or not verb.labels.isdisjoint(_ATTITUDES)


def _tells_of_happening(verb: Verb, sentence: Sentence) -> bool:
    """Whether the predicate says that something took place or not, without an object of its own."""
    before = sentence.between(max(sentence.words.start, verb.first - 2), verb.first)
    return any(atom.has("happen", "end", "postponed", "withdraw", "failed", "begin") for atom in before)


def _is_own(head: Atom, verb: Verb, sentence: Sentence) -> bool:
    """Whether the verb only carries the noun («امضا شد»), or says that it took place («امضای … انجام شد»)."""
    gap = verb.first - head.stop
    between = sentence.between(head.stop, verb.first)
    if gap <= 1 and not any(atom.has("report") for atom in between):
        return True
    if head.has("host") and verb.kind == "be" and gap <= 4:
        return True
    if any(verb.first - a.stop <= (2 if a.has("begin") else 1) for a in between if a.has("happen", "opening", "begin")):
        return not any(atom.has("purpose", "after", "with") for atom in _before(head, sentence, 2))
    return _is_joined(head, verb, sentence)


def _is_joined(head: Atom, verb: Verb, sentence: Sentence) -> bool:
    """The first of two nouns with one verb: «امضا و نسخه‌های آن را مبادله کردند»."""
    joined = any(atom.has("and") and atom.first == head.stop for atom in sentence.between(head.stop, verb.first))
    return joined and verb.kind in ("make", "become") and verb.first - head.stop <= 8


def _before(head: Atom, sentence: Sentence, reach: int) -> tuple[Atom, ...]:
    """The atoms that end at most so many words before the head."""
    before = sentence.between(sentence.words.start, head.first)
    return tuple(atom for atom in before[-reach:] if head.first - atom.stop < reach)


def _stated(verb: Verb, head: Atom, clause: Clause, sentence: Sentence) -> Mode:
    """The noun's own predicate speaks."""
    denial = _denial(verb, head, clause, sentence)
    if denial:
        return Mode(Modality.DENIED, Force.STATED, verb, denial)
    if verb.tense is Tense.SUBJUNCTIVE:
        return _subjunctive(verb, clause, sentence)
    if verb.tense is Tense.FUTURE:
        return Mode(_future(verb, clause, sentence), Force.STATED, verb, "future")
    if verb.tense is Tense.PRESENT:
        return _present(verb, head, clause, sentence)
    return Mode(Modality.DONE, Force.STATED, verb, "past")


def _denial(verb: Verb, head: Atom, clause: Clause, sentence: Sentence) -> str:
    if verb.negative:
        return "negative"
    if any(v.kind == "can" and v.negative and v.stop <= clause.first <= v.stop + 1 for v in sentence.verbs):
        return "cannot be said"
    around = sentence.between(clause.first, verb.first)
    if any(atom.has("never") and atom.first < head.first for atom in around if head.first - atom.stop <= _NEAR):
        return "never"
    if any(atom.has("neither") for atom in around if 0 <= head.first - atom.stop <= 4):
        return "neither"
    if any(atom.has("failed") for atom in sentence.between(head.stop, verb.stop)):
        return "failed"
    if any(atom.has("untrue") for atom in sentence.between(clause.first, verb.stop)):
        return "untrue"
    return "untrue" if _is_refuted(verb, sentence) else ""


def _is_refuted(verb: Verb, sentence: Sentence) -> bool:
    """Whether the words right after the clause say that it is not so: «…؛ این درست نیست»."""
    after = [atom for atom in sentence.between(verb.stop, min(sentence.words.stop, verb.stop + 5)) if atom.labels]
    points_back = bool(after) and after[0].has("this", "join_that", "it")
    return points_back and any(atom.has("untrue") for atom in after[1:2])


def _future(verb: Verb, clause: Clause, sentence: Sentence) -> Modality:
    conditions = [atom for atom in clause.all("in_case") if atom.first < verb.first]
    if conditions and not clause.has("approve", "review", "vote"):
        return Modality.WISHED
    if any(atom.has("hope", "may") for atom in sentence.between(clause.first, verb.first)):
        return Modality.WISHED
    return Modality.PLANNED


def _present(verb: Verb, head: Atom, clause: Clause, sentence: Sentence) -> Mode:
    around = sentence.between(clause.first, verb.first)
    if verb.kind in _LASTING:
        if any(atom.has(*_WISHES) for atom in around if atom.first >= head.stop):
            return Mode(Modality.WISHED, Force.STATED, verb, "wish")
        if any(atom.has("plan") for atom in around if atom.first >= head.stop):
            return Mode(Modality.PLANNED, Force.STATED, verb, "plan")
        return Mode(Modality.DONE, Force.STATED, verb, "lasting")
    if any(atom.has("lasting") for atom in around):
        return Mode(Modality.DONE, Force.STATED, verb, "lasting")
    if any(atom.has("may", "in_case") for atom in around):
        return Mode(Modality.WISHED, Force.STATED, verb, "possible")
    return Mode(Modality.PLANNED, Force.STATED, verb, "present")


def _subjunctive(verb: Verb, clause: Clause, sentence: Sentence) -> Mode:
    """A subjunctive says what the words before it want of it."""
    for atom, earlier in _attitudes(verb, clause, sentence):
        if earlier is not None:
            if earlier.kind == "can" and earlier.negative:
                return Mode(Modality.DENIED, Force.STATED, verb, "cannot")
            if earlier.kind in ("can", "want"):
                return Mode(Modality.WISHED, Force.STATED, verb, earlier.kind)
        elif atom is not None:
            if atom.has("plan"):
                return Mode(Modality.PLANNED, Force.STATED, verb, "plan")
            if atom.has("condition"):
                return Mode(Modality.PLANNED, Force.MENTIONED, verb, "condition")
            if atom.has(*_WISHES, "in_case"):
                return Mode(Modality.WISHED, Force.STATED, verb, "wish")
            if atom.has("propose", "invite"):
                return Mode(Modality.WISHED, Force.GOVERNED, verb, "proposed")
    return Mode(Modality.PLANNED, Force.GOVERNED, verb, "subjunctive")


def _attitudes(verb: Verb, clause: Clause, sentence: Sentence) -> list[tuple[Atom | None, Verb | None]]:
    """Words that may govern a subjunctive, the nearest first: in its clause, then in the clause before."""
    first = clause.first
    told = any(v.first < verb.first and _is_cleft(v, sentence) for v in clause.verbs)
    if clause.at > 0 and not told:
        first = sentence.clauses[clause.at - 1].first
    atoms: list[tuple[int, Atom | None, Verb | None]] = [
        (atom.first, atom, None)
        for atom in sentence.between(first, verb.first)
        if atom.has(*_WISHES, "plan", "condition", "in_case", "propose", "invite")
        and not (atom.has("compose") and atom.stop == verb.first)
    ]
    atoms += [(v.first, None, v) for v in sentence.verbs if first <= v.first < verb.first and v.kind in ("can", "want")]
    atoms.sort(key=lambda one: -one[0])
    return [(atom, earlier) for _, atom, earlier in atoms]


def _governed(head: Atom, verb: Verb, clause: Clause, sentence: Sentence) -> Mode | None:
    """The noun is named in a clause whose verb says something else."""
    before = _before(head, sentence, 4)
    after = sentence.between(head.stop, verb.stop)
    close = _before(head, sentence, 2)
    near = before + tuple(a for a in after if a.first - head.stop <= _NEAR or verb.first - a.stop <= 1)
    rumoured = any(atom.has("rumour") for atom in before) and any(atom.has("untrue", "reject") for atom in after)
    if rumoured or any(atom.has("untrue") for atom in (*before, *after)):
        return Mode(Modality.DENIED, Force.STATED, verb, "untrue")
    if head.has("travel", "festival", "swap", "dispatch", "presence") and any(atom.has("end") and verb.first - atom.stop <= 0 for atom in after):
        return Mode(Modality.DENIED, Force.STATED, verb, "called off")
    if any(atom.has("never") for atom in before):
        return Mode(Modality.DENIED, Force.GOVERNED, verb, "never")
    if any(atom.has("failed") for atom in after):
        return Mode(Modality.DENIED, Force.STATED, verb, "failed")
    if any(atom.has("with", "after", "until") for atom in close):
        return _attached(head, verb, close)
    if any(atom.has(*_WISHES) for atom in near):
        aim = any(atom.has("purpose") for atom in close) and not any(atom.has("ready") for atom in near)
        return Mode(Modality.WISHED, Force.MENTIONED if aim else Force.GOVERNED, verb, "wish")
    if any(atom.has("plan", "soon", "postponed") for atom in near):
        return Mode(Modality.PLANNED, Force.GOVERNED, verb, "plan")
    if verb.kind == "can" or any(v.kind == "can" for v in clause.verbs):
        return Mode(Modality.WISHED, Force.GOVERNED, verb, "can")
    if verb.negative:
        return None
    if any(atom.has("presence") for atom in before) and any(atom.has("purpose") for atom in before):
        return Mode(Modality.PLANNED, Force.GOVERNED, verb, "to be attended")
    if any(atom.has("lasting") for atom in after):
        return Mode(Modality.DONE, Force.GOVERNED, verb, "lasting")
    if any(atom.has("purpose", "condition", "in_case") for atom in before):
        return Mode(Modality.PLANNED, Force.MENTIONED, verb, "purpose")
    if any(atom.has("report") for atom in after):
        return Mode(Modality.DONE, Force.GOVERNED, verb, "report")
    if verb.is_past:
        return Mode(Modality.DONE, Force.MENTIONED, verb, "past")
    if verb.tense is Tense.PRESENT and verb.kind in _LASTING:
        return Mode(Modality.DONE, Force.MENTIONED, verb, "lasting")
    return Mode(Modality.PLANNED, Force.MENTIONED, verb, "future")


def _attached(head: Atom, verb: Verb, close: tuple[Atom, ...]) -> Mode:
    """«با امضای این سند …»: as done as what the clause tells; «تا امضای …» is still to come."""
    if not any(atom.has("until") for atom in close) and verb.is_past and not verb.negative:
        return Mode(Modality.DONE, Force.MENTIONED, verb, "with")
    return Mode(Modality.PLANNED, Force.MENTIONED, verb, "with")


def _without_verb(head: Atom, clause: Clause) -> Mode:
    """A headline, or a noun after a colon."""
    if clause.has("untrue"):
        return Mode(Modality.DENIED, Force.GOVERNED, None, "untrue")
    if clause.has("plan", "soon"):
        return Mode(Modality.PLANNED, Force.GOVERNED, None, "plan")
    if clause.has(*_WISHES):
        return Mode(Modality.WISHED, Force.GOVERNED, None, "wish")
    return Mode(Modality.DONE, Force.MENTIONED, None, "no verb")
