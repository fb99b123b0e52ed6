"""Partners that a clause only calls by their country: «روابط با شهرهای روسیه پایان یافت» ends each that is listed."""

from __future__ import annotations

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event
from peyvand.core.reading.cast import Cast
from peyvand.core.reading.reference import Found
from peyvand.core.reading.trigger import Trigger

# What is done to all partners of a country at once.
_AT_ONCE = (Event.SUSPENSION, Event.TERMINATION)


def of_country(trigger: Trigger, cast: Cast) -> Found:
    """The home city with each partner of the one country named that the article lists, if it lists several."""
    told = {
        place.place.country
        for place in trigger.clause.places
        if place.level is Level.COUNTRY and place.place is not None
    }
    home = cast.home
    if trigger.event not in _AT_ONCE or home is None or len(told) != 1:
        return Found()
    meant = [party for party in cast.listed if party.place.country in told and party.place.id != home.place.id]
    return Found(tuple((home, party) for party in meant) if len(meant) > 1 else (), "listed elsewhere")
