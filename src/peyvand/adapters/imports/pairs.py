"""Pairs of cities as encyclopedias and data sets list them: a tie stands, says somebody who is neither of the two."""

from __future__ import annotations

from peyvand.adapters.imports.kinds import Kind, Saying, Told
from peyvand.core.ledger.words import Event
from peyvand.core.reading.lists.cells import read_date


def standing(told: Told) -> list[Saying]:
    """The tie, since its day where one is given; and its end, where that is."""
    said = [Saying(event=Event.STANDING, instrument=told.instrument, word=told.word, date=told.date)]
    if told.end:
        said.append(Saying(event=Event.TERMINATION, instrument=told.instrument, date=told.end))
    return said


KIND = Kind(name="pairs", own_list=False, sayings=standing, read_date=read_date)
