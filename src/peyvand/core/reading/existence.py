"""Ties whose very existence is denied: «وجود هرگونه پیمان با ب را رد کرد»."""

from __future__ import annotations

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.mode import stated
from peyvand.core.reading.sentence import TIES, Clause
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom

# So many words may stand between «وجود» and the tie: «وجود هر نوع رابطه خواهرخواندگی».
_REACH = 4
# Of these it may be said that there is one where there is no tie: «وجود درخواست خواهرخواندگی».
_OTHERS = ("propose", "bill", "draft", "text", "talk", "may", "need", "wants", "effort", "report", "rumour")


def existence_denied(clause: Clause) -> Trigger | None:
    """That there is no tie, where a clause refutes that there is one; else nothing."""
    for head in clause.all("existence"):
        if clause.has_before(head, 0, "with", "to"):
            # «با وجود پیمان …», «به وجود آمد»
            continue
        tie = next((atom for atom in clause.all(*TIES) if 0 <= atom.first - head.stop <= _REACH), None)
        verb = clause.sentence.next_verb(head)
        if tie is None or verb is None or verb.negative or not verb.is_past:
            continue
        if not clause.sentence.has_between(head.stop, tie.first, *_OTHERS) and _is_refuted(tie, verb, clause):
            return Trigger(Event.STANDING, tie, clause, stated(Modality.DENIED, verb, "no such tie"), why="stands")
    return None


def _is_refuted(tie: Atom, verb: Verb, clause: Clause) -> bool:
    """«… را رد کرد», «… تکذیب شد»."""
    return any(
        tie.stop <= atom.first and verb.first in (atom.stop, *range(atom.first, atom.stop))
        for atom in clause.all("untrue", "reject")
    )
