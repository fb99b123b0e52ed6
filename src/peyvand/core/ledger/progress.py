"""How far one side is on the way to an instrument, rung by rung, each rung with its proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peyvand.core.ledger.bond import Known, Progress, Reached, Standing, State, Step
from peyvand.core.ledger.days import BEGIN
from peyvand.core.ledger.events import Happening
from peyvand.core.ledger.words import INSTRUMENT_RANK, Channel, Event, Instrument, Modality

_DONE_RUNGS = {
    Event.PROPOSAL: Reached.PROPOSED,
    Event.NEGOTIATION: Reached.NEGOTIATING,
    Event.APPROVAL: Reached.APPROVALS,
    Event.DRAFTING: Reached.DRAFTED,
    Event.SIGNING: Reached.SIGNED,
}


@dataclass(frozen=True, slots=True)
class _Rung:
    reached: Reached
    happening: Happening

    @property
    def instrument(self) -> Instrument | None:
        return self.happening.event.instrument


def progress_of(
    happenings: Sequence[Happening],
    place: str,
    *,
    required: tuple[str, ...],
    required_there: tuple[str, ...],
    standing: Standing,
    day: int,
) -> Progress | None:
    """The way of ``place`` on a day (an ordinal) to the highest instrument that anything leads to.

    ``required`` are the approvals its own procedure asks for, ``required_there`` the other side's. None where nothing
    leads anywhere. What only may have happened by that day proves no rung; nor does a headline, a wish to sign, or
    a proposal that was refused.
    """
    rungs = [
        _Rung(reached, happening)
        for happening in _since_the_end(happenings, standing, day)
        if (reached := _reached(happening, day)) is not None and _is_of(happening, place, required, required_there)
    ]
    toward = _target(rungs)
    return _progress(toward, _leading_to(toward, rungs), required, day) if toward else None


def approves_for(happening: Happening, place: str, required: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether an approval is this side's: it acts, or only its procedure knows such an authority."""
    event = happening.event
    if event.acts or len(event.sides) == 1:
        return place in (event.acts or event.sides)
    return event.authority in required and event.authority not in there


def _since_the_end(happenings: Sequence[Happening], standing: Standing, day: int) -> Iterable[Happening]:
    """After a termination the way begins anew."""
    if standing.state not in (State.ENDED, State.EXPIRED):
        return happenings
    ends = [
        one.days.last for one in happenings if one.event.event is Event.TERMINATION and (one.holds(day) or one.lapsed)
    ]
    ended = max(ends, default=BEGIN)
    return [one for one in happenings if one.days.last > ended]


def _reached(happening: Happening, day: int) -> Reached | None:
    event = happening.event
    if event.channel is not Channel.OFFICIAL or event.modality is Modality.DENIED:
        return None
    if event.event is Event.PROPOSAL:
        # To say in public that one would propose is to propose.
        refused = any(one.modality is Modality.DENIED for one in happening.group.heard)
        return Reached.PROPOSED if not refused and (not happening.done or happening.holds(day)) else None
    if event.event is Event.SIGNING and event.modality is Modality.PLANNED:
        # A promise to sign without a day proves no more than that it was proposed.
        return Reached.SCHEDULED if event.date else Reached.PROPOSED
    doubted = event.known is Known.CONTESTED and event.event is not Event.SIGNING
    return _DONE_RUNGS.get(event.event) if happening.holds(day) and not doubted else None


def _is_of(happening: Happening, place: str, required: tuple[str, ...], there: tuple[str, ...]) -> bool:
    if happening.event.event is Event.APPROVAL:
        return approves_for(happening, place, required, there)
    return place in happening.event.sides


def _target(rungs: Iterable[_Rung]) -> Instrument | None:
    """The highest instrument that is signed or that a rung leads to."""
    return max((rung.instrument for rung in rungs if rung.instrument), key=INSTRUMENT_RANK.__getitem__, default=None)


def _leading_to(toward: Instrument, rungs: Iterable[_Rung]) -> list[_Rung]:
    """The rungs that name the instrument, and those that name none and are not older than a lower signing."""
    rungs = list(rungs)
    signed_lower = [
        rung.happening.days.last
        for rung in rungs
        if rung.reached is Reached.SIGNED and rung.instrument not in (None, toward)
    ]
    lower = max(signed_lower, default=BEGIN)
    return [
        rung
        for rung in rungs
        if rung.instrument is toward
        or (rung.instrument is None and rung.reached is not Reached.SIGNED and rung.happening.days.last > lower)
    ]


def _progress(toward: Instrument, rungs: list[_Rung], required: tuple[str, ...], day: int) -> Progress:
    proofs: dict[Reached, list[str]] = defaultdict(list)
    for rung in rungs:
        proofs[rung.reached].append(rung.happening.event.key)
    given = {rung.happening.event.authority for rung in rungs if rung.reached is Reached.APPROVALS}
    steps = tuple(Step(reached=reached, shown_by=tuple(proofs[reached])) for reached in Reached if reached in proofs)
    return Progress(
        toward=toward,
        reached=steps[-1].reached,
        got=tuple(authority for authority in required if authority in given),
        of=required,
        scheduled=None if Reached.SIGNED in proofs else _scheduled(rungs, day),
        steps=steps,
    )


def _scheduled(rungs: Iterable[_Rung], day: int) -> str | None:
    """The next day that is planned for the signing, or the last one that has passed."""
    planned = [rung.happening for rung in rungs if rung.reached is Reached.SCHEDULED]
    ahead = [one for one in planned if one.days.last >= day]
    return ahead[0].event.date if ahead else planned[-1].event.date if planned else None
