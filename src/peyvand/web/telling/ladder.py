"""The way to an agreement, step by step, each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from peyvand.core.ledger.bond import Bond, BondEvent, State
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.web.shared.dates import when
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import AUTHORITIES, EVENTS, STATES, TIES, word
from peyvand.web.telling import events as shown
from peyvand.web.telling.pages import Step
from peyvand.web.telling.sentence import toward, under_way

_AFTERWARDS = (Event.RENEWAL, Event.SUSPENSION, Event.RESUMPTION, Event.TERMINATION)
_STRENGTH = (Modality.DONE, Modality.PLANNED, Modality.WISHED, Modality.DENIED)


def steps(bond: Bond, naming: Naming) -> tuple[Step, ...]:
    """The rungs for the instrument that the bond is on the way to, or has; empty where nothing points to one."""
    aim = toward(bond) or _held(bond)
    if aim is None:
        return ()
    about = [event for event in bond.events if event.instrument in (aim, None)]
    return (
        *_reported(Event.PROPOSAL, about, naming),
        *_reported(Event.NEGOTIATION, about, naming),
        *_approvals(bond, about, naming),
        *_expected(Event.DRAFTING, bond, about, naming),
        *_expected(Event.SIGNING, bond, about, naming),
        *_goal_and_after(bond, aim, naming),
    )


def _held(bond: Bond) -> Instrument | None:
    held = [side.standing.instrument for side in bond.sides if side.standing.instrument]
    return max(held, key=list(Instrument).index) if held else None


def _best(kind: Event, events: Iterable[BondEvent]) -> BondEvent | None:
    """The event of a kind that says most: done before planned before wished, then the earliest."""
    of_kind = [event for event in shown.in_time(events) if event.event is kind]
    return min(of_kind, key=lambda event: _STRENGTH.index(event.modality), default=None)


def _reported(kind: Event, about: list[BondEvent], naming: Naming) -> Iterator[Step]:
    if event := _best(kind, about):
        yield _step(word(EVENTS, kind), event, naming)


def _expected(kind: Event, bond: Bond, about: list[BondEvent], naming: Naming) -> Iterator[Step]:
    """A rung that every way has: shown open while no source speaks of it, unless the tie stands without it."""
    if event := _best(kind, about):
        yield _step(word(EVENTS, kind), event, naming)
    elif _under_way(bond):
        yield Step(label=word(EVENTS, kind), state="open", state_word=_("not reported"))


def _approvals(bond: Bond, about: list[BondEvent], naming: Naming) -> Iterator[Step]:
    procedures = [side for side in bond.sides if side.progress and side.progress.of]
    required = {(side.place, code) for side in procedures if side.progress for code in side.progress.of}
    for side in procedures:
        note = naming.place(side.place) if len(procedures) > 1 else ""
        for code in side.progress.of if side.progress else ():
            event = _best(Event.APPROVAL, _given(about, code, side.place))
            label = word(AUTHORITIES, code)
            if event:
                yield _step(label, event, naming, note)
            elif _under_way(bond):
                yield Step(label=label, state="open", state_word=_("not reported"), note=note)
    for event in shown.in_time(about):
        if event.event is Event.APPROVAL and not any((place, event.authority) in required for place in _actors(event)):
            yield _step(word(AUTHORITIES, event.authority or "") or word(EVENTS, event.event), event, naming)


def _under_way(bond: Bond) -> bool:
    """Whether steps may still be expected: what has been signed has them behind it, reported or not."""
    return any(under_way(side) for side in bond.sides)


def _given(events: Iterable[BondEvent], code: str, place: str) -> list[BondEvent]:
    return [
        event
        for event in events
        if event.event is Event.APPROVAL and event.authority == code and place in _actors(event)
    ]


def _actors(event: BondEvent) -> tuple[str, ...]:
    return event.acts or event.sides


def _goal_and_after(bond: Bond, aim: Instrument, naming: Naming) -> tuple[Step, ...]:
    """The tie itself and what became of it since; a tie that is broken stands last, as its outcome."""
    goal, after = _goal(bond, aim, naming), tuple(_afterwards(bond.events, naming))
    return (*after, goal) if goal.state == "broken" else (goal, *after)


def _goal(bond: Bond, aim: Instrument, naming: Naming) -> Step:
    standings = [side.standing for side in bond.sides]
    holding = [s for s in standings if s.instrument is aim and s.state is State.IN_FORCE]
    if len(holding) == len(standings):
        since = next((s.since for s in holding if s.since), None)
        return Step(
            label=word(TIES, aim),
            state="done",
            state_word=word(STATES, State.IN_FORCE),
            when=when(since, naming.language) if since else None,
        )
    if any(s.instrument is aim and s.state is not State.NONE for s in standings):
        return Step(label=word(TIES, aim), state="broken", state_word=_("not the same on both sides"))
    return Step(label=word(TIES, aim), state="open", state_word=_("after the signing"))


def _afterwards(events: Iterable[BondEvent], naming: Naming) -> Iterator[Step]:
    for event in shown.in_time(events):
        if event.event in _AFTERWARDS:
            yield _step(word(EVENTS, event.event), event, naming)


def _step(label: str, event: BondEvent, naming: Naming, note: str = "") -> Step:
    return Step(
        label=label,
        state=shown.state(event),
        state_word=shown.state_word(event),
        when=when(event.date, naming.language) if event.date else None,
        note=note or ("" if event.event in (Event.SIGNING, Event.APPROVAL) else shown.by_whom(event, naming)),
        proof=shown.anchor(event),
    )
