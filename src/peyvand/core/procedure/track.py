"""One side's way to the signature: where each step stands, and when it can be done at the earliest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.days import IsOpen, days_after, open_on_or_after
from peyvand.core.procedure.facts import Asked, Gate, Outcome, Side, asked
from peyvand.core.procedure.pack import Effect, Step

_BINDING = (Effect.DECISION, Effect.PERMISSION, Effect.SILENCE)


class Where(StrEnum):
    """Where a step stands."""

    DONE = "done"
    # Nobody objected while the term ran: the law takes that for a yes.
    AGREED_BY_SILENCE = "agreed_by_silence"
    REFUSED = "refused"
    SKIPPED = "skipped"
    NOT_ASKED = "not_asked"
    # Its clock runs.
    RUNNING = "running"
    # It can be begun.
    READY = "ready"
    # Steps before it are open.
    WAITING = "waiting"


OPEN = frozenset({Where.RUNNING, Where.READY, Where.WAITING, Where.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A step of a case. ``earliest`` is the first day on which it can be, or the day on which it was, done; ``likely``
    counts with how long such steps have taken, of which there were ``seen``; None where nothing is known of it.
    ``allows`` is the first day on which it allows a signature, ``because`` the step before that it waited for longest.
    """

    step: Step
    where: Where
    asked: Asked
    earliest: date
    allows: date
    likely: date
    seen: int | None = None
    because: str | None = None
    lacks: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.where in OPEN


@dataclass(frozen=True, slots=True)
class Learned:
    """How long a step took in the past: the median of so many cases, in days."""

    days: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """All that a track depends on beside its steps and gates."""

    own: Side
    partner: Side
    instrument: Instrument | None
    today: date
    is_open: IsOpen
    learned: Mapping[str, Learned]


def track(steps: tuple[Step, ...], gates: Mapping[str, Gate], setting: Setting) -> tuple[Station, ...]:
    """Every step before and of the signing, in the order of the procedure. Linear in steps and their joins."""
    stations: dict[str, Station] = {}
    for step in steps:
        if step.effect is not Effect.DUTY:
            stations[step.key] = _station(step, gates.get(step.key), stations, setting)
    return tuple(stations.values())


def _station(step: Step, gate: Gate | None, before: Mapping[str, Station], setting: Setting) -> Station:
    wanted = asked(step.when, setting.own, setting.partner, setting.instrument)
    earlier = [before[key] for key in step.after]
    last = max(earlier, key=lambda station: station.earliest, default=None)
    ready = max((station.earliest for station in earlier), default=setting.today)
    likely = max((station.likely for station in earlier), default=setting.today)
    because = last.step.key if last else None
    if wanted is Asked.NO:
        return Station(
            step=step, where=Where.NOT_ASKED, asked=wanted, earliest=ready, allows=ready, likely=likely, because=because
        )
    if gate is not None and gate.outcome is not None:
        return _closed(step, gate, wanted, because, setting)
    return _open(step, gate, wanted, earlier, because, setting)


def _closed(step: Step, gate: Gate, wanted: Asked, because: str | None, setting: Setting) -> Station:
    day = gate.closed_on or setting.today
    where = {Outcome.DONE: Where.DONE, Outcome.REFUSED: Where.REFUSED, Outcome.SKIPPED: Where.SKIPPED}[
        gate.outcome or Outcome.DONE
    ]
    told = gate.asked_on or day
    allows = _term_over(step, told, setting) if step.effect is Effect.NOTICE and where is Where.DONE else day
    return Station(
        step=step, where=where, asked=wanted, earliest=day, allows=max(day, allows), likely=day, because=because,
        lacks=gate.lacks(step) if where is Where.DONE else (),
    )  # fmt: skip


def _open(
    step: Step, gate: Gate | None, wanted: Asked, earlier: list[Station], because: str | None, setting: Setting
) -> Station:
    began = gate.asked_on if gate else None
    ready = max((station.earliest for station in earlier), default=setting.today)
    start = began or open_on_or_after(max(ready, setting.today), setting.is_open)
    term_over = _term_over(step, start, setting)
    # A yes may come on any day from now on; silence only when its term is over; telling somebody takes no time.
    earliest = term_over if step.effect is Effect.SILENCE else max(start, setting.today)
    where = Where.WAITING if any(station.is_open for station in earlier) else Where.READY
    if began:
        silent = step.effect is Effect.SILENCE and setting.today >= term_over
        where = Where.AGREED_BY_SILENCE if silent else Where.RUNNING
    learned = setting.learned.get(step.key)
    likely_start = began or max([setting.today, *(station.likely for station in earlier)])
    taken = timedelta(days=learned.days) if learned else earliest - start if not began else timedelta()
    return Station(
        step=step, where=where, asked=wanted, earliest=earliest,
        allows=term_over if step.effect in (Effect.NOTICE, Effect.SILENCE) else earliest,
        likely=max(earliest, likely_start + taken),
        seen=learned.n if learned else None, because=because,
    )  # fmt: skip


def _term_over(step: Step, start: date, setting: Setting) -> date:
    return days_after(start, step.days or 0, working=step.working, is_open=setting.is_open)


def binds(station: Station) -> bool:
    """Whether a signature has to wait for a step: leave is always waited for, other work where it is no option."""
    if station.where is Where.NOT_ASKED or station.step.effect is Effect.SIGNING:
        return False
    return station.step.effect in _BINDING or not station.step.optional
