"""An office's own list: partners of one city, with the day of signing, the kind and the state of each tie."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.adapters.imports.kinds import OWN, Kind, Saying, Told
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.lists.cells import read_date
from peyvand.core.reading.lists.columns import RowStatus

# What END6 and its like mean stands with the codes of events: a term that ran out.
_RAN_OUT = "END6"
_NOT_YET = {
    RowStatus.PROPOSED: (Event.PROPOSAL, Modality.DONE),
    RowStatus.NEGOTIATING: (Event.NEGOTIATION, Modality.DONE),
    RowStatus.PLANNED: (Event.SIGNING, Modality.PLANNED),
}


def _sayings(told: Told) -> list[Saying]:
    """A tie with a day was signed on it; one without stands, by the word of the office for its own side."""
    if told.status in _NOT_YET:
        event, modality = _NOT_YET[told.status]
        return [Saying(event=event, modality=modality, instrument=told.instrument, word=told.word, date=told.date)]
    signed = Saying(event=Event.SIGNING, instrument=told.instrument, word=told.word, date=told.date)
    stands = Saying(event=Event.STANDING, instrument=told.instrument, word=told.word, sides=OWN)
    return [signed if told.date else stands, *_stops(told)]


def _stops(told: Told) -> Iterator[Saying]:
    """What the office says of its own side: the other may see it otherwise."""
    if told.status is RowStatus.SUSPENDED:
        yield Saying(event=Event.SUSPENSION, instrument=told.instrument, date=told.end, sides=OWN)
    elif told.status is RowStatus.ENDED:
        yield Saying(event=Event.TERMINATION, instrument=told.instrument, date=told.end, sides=OWN)
    elif told.status is RowStatus.EXPIRED:
        yield Saying(event=Event.TERMINATION, instrument=told.instrument, date=told.end, sides=OWN, code=_RAN_OUT)
    elif told.end:
        yield Saying(
            event=Event.TERMINATION,
            modality=Modality.PLANNED,
            instrument=told.instrument,
            date=told.end,
            sides=OWN,
            code=_RAN_OUT,
        )


KIND = Kind(name="office", own_list=True, sayings=_sayings, read_date=read_date)
