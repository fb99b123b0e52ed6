"""Where a step took place, in the text's own words: «در کاخ چهلستون»."""

from __future__ import annotations

from peyvand.core.ledger.words import Event
from peyvand.core.reading.trigger import Trigger
from peyvand.core.text import Span

_PLACED = (Event.SIGNING, Event.NEGOTIATION, Event.EVENT, Event.VISIT, Event.RENEWAL)
_LONGEST = 7
_INSIDE = ("city", "municipality", "institution", "city_hall", "venue", "in")


def venue_of(trigger: Trigger) -> Span | None:
    """The folded span of a building's or hall's name in the trigger's clause, if one is said."""
    if trigger.event not in _PLACED:
        return None
    clause, line = trigger.clause, trigger.sentence.line
    for atom in clause.all("venue", "city_hall"):
        if not any(other.has("in") and other.stop == atom.first for other in clause.atoms):
            continue
        ends = [other.first for other in clause.atoms if other.first >= atom.stop and not other.has(*_INSIDE)]
        ends += [at for at in range(atom.stop, clause.stop) if not line.soft[at]]
        stop = min([*ends, clause.stop, atom.first + _LONGEST])
        return line.span(atom.first, max(stop, atom.stop))
    return None
