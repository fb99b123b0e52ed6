"""Which tie a step is about, in the source's own word."""

from __future__ import annotations

from peyvand.core.ledger.words import Event, Instrument
from peyvand.core.reading.trigger import SISTER, Trigger, nearest
from peyvand.core.reading.vocabulary import Atom

_PLAIN = (Event.VISIT, Event.EVENT, Event.EXCHANGE)


def instrument_of(trigger: Trigger, known: Instrument | None, *, has_sister: bool) -> tuple[Instrument | None, Atom | None]:
    """The instrument and the words for it; ``known`` is that of the pair so far, and decides for «این سند»."""
    clause = trigger.clause
    for labels, instrument in (
        (("friendship",), Instrument.FRIENDSHIP),
        (SISTER, Instrument.SISTER_CITY),
        (("memorandum",), Instrument.MOU),
    ):
        word = trigger.head if trigger.head.has(*labels) else nearest(trigger.head, clause, *labels)
        if word is not None:
            return instrument, word
    if trigger.event in _PLAIN:
        return None, None
    word = nearest(trigger.head, clause, "pact", "document")
    if known is not None:
        return known, word
    if word is not None and word.has("document") and trigger.event is Event.SIGNING:
        return Instrument.MOU, word
    return (Instrument.SISTER_CITY if has_sister and word is not None else None), word
