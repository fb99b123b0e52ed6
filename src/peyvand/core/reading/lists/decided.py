"""Pairs that a decision heads: «موافقت شد:» with «ایلام با کوت (عراق)» a line below it, «لغو شد: …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.cast import Pair
from peyvand.core.reading.lists.rolls import Entry
from peyvand.core.reading.mode import stated
from peyvand.core.reading.parties import parties_of
from peyvand.core.reading.sentence import SISTER, Sentence, is_row
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom, Tense
from peyvand.core.text import Part, Span

DECIDED = "decided"
_COLON = ":"
# Words of a heading, and words that may stand before a pair («۳. »).
_HEADING, _NUMBERED = 7, 2
_TWO = 2
# What a heading decides, by the first of its words that tells.
_STEPS = (
    ("reject", Event.APPROVAL, Modality.DENIED),
    ("approve", Event.APPROVAL, Modality.DONE),
    ("need", Event.APPROVAL, Modality.PLANNED),
    ("review", Event.APPROVAL, Modality.PLANNED),
    ("renew", Event.RENEWAL, Modality.DONE),
    ("suspend", Event.SUSPENSION, Modality.DONE),
    ("end", Event.TERMINATION, Modality.DONE),
    ("sign", Event.SIGNING, Modality.DONE),
    ("propose", Event.PROPOSAL, Modality.DONE),
)


def decided(sentences: Sequence[Sentence]) -> dict[int, list[Entry]]:
    """The step of each pair that a decision heads, by the number of its line's sentence; on pages of sisters."""
    found: dict[int, list[Entry]] = {}
    step: tuple[Event, Modality] | None = None
    of_sisters = False
    for sentence in sentences:
        of_sisters = of_sisters or sentence.has(*SISTER)
        heads = _is_heading(sentence)
        pair = _pair(sentence) if step is not None and not heads else None
        if pair is not None and step is not None:
            found[sentence.at] = [(_trigger(step, pair, sentence), pair)]
        else:
            step = _step(sentence) if heads and of_sisters else None
    return found


def _is_heading(sentence: Sentence) -> bool:
    """Whether a short line that names nobody announces what stands below it."""
    opens = sentence.line.sign(sentence.words.stop).startswith(_COLON)
    return opens and len(sentence.words) <= _HEADING and not sentence.places and not is_row(sentence)


def _step(sentence: Sentence) -> tuple[Event, Modality] | None:
    verbs = [verb for verb in sentence.verbs if verb.finite]
    if any(verb.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE) for verb in verbs):
        return None
    event, modality = next(((event, how) for label, event, how in _STEPS if sentence.has(label)), (None, None))
    if event is None or modality is None:
        return None
    if any(verb.negative for verb in verbs):
        return (event, Modality.DENIED) if modality is Modality.DONE else None
    return event, modality


def _pair(sentence: Sentence) -> Pair | None:
    """The two cities with which a line begins, «با», «و» or a dash between them."""
    named = parties_of(sentence, sentence.words.start, sentence.words.stop)
    if len(named) < _TWO or named[0].first - sentence.words.start > _NUMBERED:
        return None
    one, other = named[:_TWO]
    between = sentence.between(one.stop, other.first)
    joined = all(atom.has("with", "and", "city") for atom in between) and other.first - one.stop <= _TWO
    return (one, other) if joined and one.place.id != other.place.id else None


def _trigger(step: tuple[Event, Modality], pair: Pair, sentence: Sentence) -> Trigger:
    told = replace(sentence, part=Part.BODY)
    clause = next(clause for clause in told.clauses if pair[0].first < clause.stop)
    span = Span(pair[0].span.start, pair[1].span.stop)
    head = Atom(pair[0].first, pair[1].stop, span, frozenset(("sister_city",)))
    return Trigger(step[0], head, clause, stated(step[1], None, DECIDED), why=DECIDED)
