"""Which tie a step is about, in the source's own word."""

from __future__ import annotations

from peyvand.core.ledger.words import Event, Instrument
from peyvand.core.reading.sentence import SISTER, TIES, words_between
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom

_INSTRUMENTS = {
    "friendship": Instrument.FRIENDSHIP, "sister": Instrument.SISTER_CITY, "sister_city": Instrument.SISTER_CITY,
    "memorandum": Instrument.MOU,
}  # fmt: skip
_PLAIN = (Event.VISIT, Event.EVENT, Event.EXCHANGE, Event.NEGOTIATION)


def instrument_of(
    trigger: Trigger, known: Instrument | None, *, is_sisters: bool
) -> tuple[Instrument | None, Atom | None]:
    """The instrument and the words for it, which tell it or only point to it («این سند»).

    ``known`` is the pair's instrument so far; ``is_sisters``: the text speaks of this pair as sister cities.
    """
    word = _word(trigger)
    if word is not None:
        for label, instrument in _INSTRUMENTS.items():
            if word.has(label):
                return instrument, word
    if trigger.event in _PLAIN:
        return None, None
    if known is not None:
        return known, word
    if is_sisters:
        return Instrument.SISTER_CITY, word
    if word is not None and word.has("document") and trigger.event is Event.SIGNING:
        return Instrument.MOU, word
    return None, word


def tells_instrument(word: Atom | None) -> bool:
    """Whether the words say which tie it is."""
    return word is not None and word.has(*_INSTRUMENTS)


def _word(trigger: Trigger) -> Atom | None:
    """The word for the tie nearest to the head; the one that tells its kind, where two stand together."""
    head = trigger.head
    if head.has(*TIES):
        return head
    word = trigger.clause.nearest(head, *TIES)
    if word is not None and word.has("memorandum"):
        # «تفاهم‌نامه همکاری (خواهرشهری)»
        sister = trigger.clause.nearest(word, *SISTER)
        return sister if sister is not None and words_between(word, sister) == 0 else word
    if word is None or word.has(*_INSTRUMENTS):
        return word
    beside = trigger.clause.nearest(word, *_INSTRUMENTS)
    return beside if beside is not None and words_between(word, beside) <= 2 else word
