"""Ties that are only presupposed: «به تفاهم‌نامه … اشاره کرد», «خواهرخواندگی … را فرصتی دانست»."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.lists.listing import matched
from peyvand.core.reading.mode import mentioned
from peyvand.core.reading.parties import parties_of
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.signing import is_apposition
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom

PRESUPPOSED = "presupposed"
_ELSEWHERE = (
    "sign", "approve", "bill", "vote", "propose", "talk", "renew", "resume", "suspend", "end", "draft", "text",
    "begin", "need", "wants", "hope", "ready", "may", "plan", "condition", "in_case", "rumour", "untrue", "failed",
    "never", "raise", "effort", "sealed", "conclude", "toward", "groundwork", "last_steps", "soon", "reject",
)  # fmt: skip
_AGED = "ساله"
_YEARS = frozenset(("سال", "سالگرد", "سالروز"))
_OWN = frozenset(("خود", "خویش", "خودش"))
_COMMAS = frozenset("،,")
_TWO = 2
_JUDGING = ("call", "know", "count")


def presupposed(clause: Clause) -> Iterator[Trigger]:
    """The ties that a clause takes for granted while it says something else of them; each at most once."""
    if any(verb.negative for verb in clause.verbs):
        return
    if not clause.has(*_ELSEWHERE) and not clause.counts_cities:
        yield from _mentioned(clause)
    if clause.has("relation", "pact") and not clause.has(*_ELSEWHERE[:12]):
        named = parties_of(clause.sentence, clause.first, clause.stop)
        # «پیوندهای خواهرشهری، یعنی الف با ب و پ با ت, …»
        heads = clause.all("sister") or (clause.all("relation") if clause.sentence.follows_tie else ())
        yield from (_granted(head, clause) for head in heads[:1] if matched(named, clause.sentence))
    yield from _anniversaries(clause)
    yield from _of_its_own(clause)
    for head in clause.all("sister_city"):
        verb = clause.sentence.next_verb(head)
        if verb is not None and is_apposition(head, verb, clause) and _is_ours(head, clause):
            yield _granted(head, clause)


def _anniversaries(clause: Clause) -> Iterator[Trigger]:
    """«امسال دهمین سال خواهرخواندگی دو شهر است»."""
    for head in clause.all("sister", "pact"):
        verb = clause.sentence.next_verb(head)
        if verb is None and _is_headline(head, clause):
            yield _granted(head, clause)
            return
        if verb is not None and verb.kind == "pass" and not verb.is_past and clause.has_before(head, 1, "from"):
            # «سی سال از خواهرخواندگی دو شهر می‌گذرد».
            yield _granted(head, clause)
            return
        if verb is None or verb.kind not in ("be", "become") or verb.negative or not clause.has(*SISTER):
            continue
        if verb.kind == "become" and not (verb.is_past and clause.sentence.line.word(verb.first - 1) == _AGED):
            continue
        if verb.kind == "become":
            # «پیمان خواهرخواندگی دو شهر سی ساله شد».
            yield _granted(head, clause)
            return
        if any(clause.sentence.line.word(at) in _YEARS for at in range(max(clause.first, head.first - 2), head.first)):
            yield _granted(head, clause)
            return


def _is_headline(head: Atom, clause: Clause) -> bool:
    """«شصت سال خواهرخواندگی الف و ب» with nothing more."""
    named = parties_of(clause.sentence, clause.first, clause.stop)
    whole = len(named) == _TWO and named[0].first == head.stop and named[1].stop == clause.stop
    return whole and clause.sentence.line.word(head.first - 1) in _YEARS and not clause.has(*_ELSEWHERE)


def _of_its_own(clause: Clause) -> Iterator[Trigger]:
    """«الف برای شهر خواهرخوانده خود، ب، …», «… برای ب، شهر خواهر خود، …»: one city acts, and the other is its own."""
    if clause.has(*_ELSEWHERE) or clause.counts_cities:
        return
    line = clause.sentence.line
    for head in clause.all("sister_city"):
        if line.word(head.stop) not in _OWN or not line.is_soft(head.stop):
            continue
        named = parties_of(clause.sentence, clause.first, clause.stop)
        after = any(party.first == head.stop + 1 for party in named)
        beside = any(party.stop == head.first and line.sign(head.first) in _COMMAS for party in named)
        if len(named) == _TWO and (after or beside) and named[0].first < head.first:
            yield _granted(head, clause)
            return


def _mentioned(clause: Clause) -> Iterator[Trigger]:
    """A definite tie beside a verb of mentioning or judging, or one that widens («گسترش روابط خواهرشهری …»)."""
    if clause.has(*SISTER):
        heads = [head for head in clause.all(*SISTER) if _is_spoken_of(head, clause) or _is_related(head, clause)]
    else:
        heads = [head for head in clause.all(*TIES) if clause.has("municipality") and _is_pointed_at(head, clause)]
    yield from (_granted(head, clause) for head in heads[:1])


def _is_spoken_of(head: Atom, clause: Clause) -> bool:
    verb = clause.sentence.next_verb(head)
    if verb is None or not verb.is_past:
        return False
    if clause.has_before(head, 1, "recall"):
        # «با توجه به خواهرخواندگی دو شهر …».
        return True
    judged = verb.kind in _JUDGING and any(atom.has("object") and atom.first >= head.stop for atom in clause.atoms)
    return judged or _is_pointed_at(head, clause)


def _is_pointed_at(head: Atom, clause: Clause) -> bool:
    """«… را یادآور شد», «به … اشاره کرد»."""
    after = (atom for atom in clause.all("recall") if atom.first >= head.stop)
    return any(clause.sentence.next_verb(atom) is not None for atom in after)


def _is_related(head: Atom, clause: Clause) -> bool:
    """«روابط خواهرشهری الف و ب»."""
    return len(clause.places) > 1 and clause.has_before(head, 0, "relation") and not clause.has("festival", "travel")


def _is_ours(head: Atom, clause: Clause) -> bool:
    line = clause.sentence.line
    named = any(0 <= line.first(place.span.start) - head.stop <= 1 for place in clause.places)
    return (named or clause.has_after(head, 1, "us")) and not clause.has(*_ELSEWHERE[:12], "travel")


def _granted(head: Atom, clause: Clause) -> Trigger:
    verb = clause.sentence.next_verb(head)
    return Trigger(Event.STANDING, head, clause, mentioned(Modality.DONE, verb, PRESUPPOSED), why=PRESUPPOSED)
