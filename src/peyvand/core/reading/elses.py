"""Ties of others than the two cities that seem named: of schools or clubs in them, of one with its namesake."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from peyvand.core.ledger.words import Event
from peyvand.core.reading.parties import Party, ids, parties_of
from peyvand.core.reading.reference import Focus
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom

_BONDS = (Event.SIGNING, Event.STANDING, Event.RENEWAL, Event.SUSPENSION, Event.TERMINATION)
# «مدرسه‌ای در الف», «هیئت‌های کشتی و والیبال دو شهر الف»
_OWNED = 4
_TWO = 2
_LEADING = ("with", "between", "municipality", "to")


def is_of_bodies(trigger: Trigger, named: Sequence[Party]) -> bool:
    """Whether both cities of a clause are only where the bodies are that are bound to each other."""
    clause = trigger.clause
    if trigger.event not in _BONDS or len(named) != _TWO or not clause.has("bodies"):
        return False
    first, second = named
    if not any(_own(body, first, trigger) for body in clause.all("bodies")):
        return False
    between = clause.sentence.between(first.stop, second.first)
    led = any(atom.has(*_LEADING) for atom in between)
    joined = any(atom.has("and") for atom in between) and second.first - first.stop <= _OWNED and not led
    return joined or any(atom.has("bodies") for atom in between)


def _own(body: Atom, city: Party, trigger: Trigger) -> bool:
    """Whether a body is that of a city named behind it."""
    sentence = trigger.sentence
    if not 0 <= city.first - body.stop <= _OWNED:
        return False
    inside = sentence.between(body.stop, city.first)
    return not any(atom.has(*_LEADING) for atom in inside) and all(
        sentence.line.soft[at] for at in range(body.stop, city.first + 1)
    )


def has_namesake(trigger: Trigger, named: Sequence[Party]) -> bool:
    """«تولدو با تولدوی اسپانیا خواهرخوانده شد»: the partner bears the same name, and one place stands for both."""
    clause = trigger.clause
    if len(named) < _TWO or len({party.place.id for party in named}) > 1 or not clause.has(*SISTER):
        return False
    led = any(atom.stop == named[-1].first for atom in clause.all("with"))
    return led and all(clause.sentence.line.soft[at] for at in range(named[0].stop, named[-1].first))


def is_unnamed(trigger: Trigger, named: Sequence[Party], focus: Focus) -> bool:
    """«نخستین پیمان شهر الف در دهه هفتاد بسته شد»: with whom, is not said, and no partner was spoken of."""
    clause = trigger.clause
    if len(named) != 1 or trigger.event is not Event.SIGNING or clause.has("with", "between", "two_cities", "this"):
        return False
    first = any(clause.has_before(tie, 0, "nth") for tie in clause.all(*TIES))
    return first and not any(named[0].place.id in ids(pair) for pair in focus.pairs)


def is_about_unknown(trigger: Trigger, named: Sequence[Party], focus: Focus) -> bool:
    """«وی درباره سند کاسپیسک افزود: این سند …»: what is pointed at is a tie with a city that nobody knows."""
    if named:
        return False
    if _is_with_unknown(trigger):
        return True
    if trigger.event not in _BONDS:
        return False
    sentence = trigger.sentence
    if not focus.pairs and any(trigger.clause.has_before(it, 0, "with") for it in trigger.clause.all("it")):
        # «نخستین آن‌ها ؟ است که سال ۱۳۷۶ با آن پیمان بستیم»
        return True
    if _is_parallel(trigger):
        return True
    line = sentence.line
    for about, tie in pairwise(sentence.between(sentence.words.start, trigger.clause.first)):
        if not about.has("about") or not tie.has(*TIES) or tie.first != about.stop:
            continue
        known = any(atom.first == tie.stop for atom in sentence.atoms)
        placed = any(line.first(place.span.start) >= tie.stop for place in sentence.places)
        closed = any(atom.first == tie.stop + 1 and (atom.verb or atom.has("list_word")) for atom in sentence.atoms)
        if closed and not known and not placed and line.is_soft(tie.stop):
            return True
    return False


def _is_parallel(trigger: Trigger) -> bool:
    """«پیمان الف معلق است و پیمان ؟ پایان یافته»: the second tie is with another than the first."""
    clause = trigger.clause
    before = clause.earlier
    if before is None or clause.has("this"):
        return False
    cities = {party.first for party in parties_of(clause.sentence, before.first, before.stop)}
    if not any(tie.stop in cities for tie in before.all(*TIES)):
        return False
    return any(_is_unknown(tie.stop, clause) for tie in clause.all(*TIES))


def _is_with_unknown(trigger: Trigger) -> bool:
    """«خواهرخواندگی با ؟ رد شد»: the partner has a name that nobody knows."""
    clause = trigger.clause
    ties = {tie.stop for tie in clause.all(*SISTER)}
    return any(one.first in ties and _is_unknown(one.stop, clause) for one in clause.all("with"))


def _is_unknown(at: int, clause: Clause) -> bool:
    """Whether a word that follows without a sign is none of the lexicon's, of a place or of a date."""
    line = clause.sentence.line
    if at >= clause.stop or not line.soft[at]:
        return False
    spans = (*(place.span for place in clause.places), *(date.span for date in clause.dates))
    return not any(atom.first <= at < atom.stop for atom in clause.atoms) and not any(
        at in line.inside(span) for span in spans
    )
