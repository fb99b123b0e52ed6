"""Which bonds the register holds for signed, whatever an office's own papers say."""

from __future__ import annotations

from collections.abc import Collection

from peyvand.core.ledger.bond import BondEvent
from peyvand.core.ledger.words import Event, Modality
from peyvand.records.register.identity import Pair
from peyvand.records.register.models import Bond
from peyvand.records.register.rows import read_bond
from peyvand.records.register.shown import Audience


def signings(pairs: Collection[Pair]) -> dict[Pair, BondEvent]:
    """The last signing that is done, by pair, as the office knows it. One question for all."""
    firsts, seconds = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    rows = Bond.objects.filter(audience=Audience.OFFICE, place_a__in=firsts, place_b__in=seconds)
    found: dict[Pair, BondEvent] = {}
    for row in rows:
        pair = (row.place_a, row.place_b)
        signed = [one for one in read_bond(row).events if one.event is Event.SIGNING and one.modality is Modality.DONE]
        if pair in pairs and signed:
            found[pair] = max(signed, key=lambda one: str(one.date or ""))
    return found
