"""Which side acts in a step, and whose standing it concerns: positions in the pair."""

from __future__ import annotations

from peyvand.core.ledger.words import Event
from peyvand.core.reading.cast import Pair
from peyvand.core.reading.parties import Party, parties_of
from peyvand.core.reading.trigger import Trigger

_ONE_SIDED = (Event.APPROVAL, Event.SUSPENSION, Event.TERMINATION, Event.PROPOSAL)
_BOTH = (0, 1)


def acts_of(trigger: Trigger, pair: Pair, home: Party | None) -> tuple[int, ...]:
    """Who acts: proposer, council, traveller; both for a signing; nobody where the text does not say."""
    if trigger.event is Event.SIGNING:
        return _BOTH
    if trigger.event not in (*_ONE_SIDED, Event.VISIT, Event.RENEWAL):
        return ()
    offices = [p for p in parties_of(trigger.sentence, trigger.clause.first, trigger.clause.stop) if p.is_office]
    chosen = offices[-1] if trigger.event is Event.PROPOSAL and offices else next(iter(offices), None)
    if chosen is None and trigger.event is Event.APPROVAL:
        chosen = home
    if chosen is None:
        return ()
    return tuple(at for at, party in enumerate(pair) if party.place.id == chosen.place.id)


def sides_of(event: Event, acts: tuple[int, ...]) -> tuple[int, ...]:
    """Whose standing it concerns: the actor's for what one side does alone, both otherwise."""
    return acts if event in _ONE_SIDED and event is not Event.PROPOSAL and acts else _BOTH
