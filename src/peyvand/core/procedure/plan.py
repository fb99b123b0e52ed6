"""Both sides' tracks beside each other: the first day on which neither law forbids to sign, and what is against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.days import IsOpen, open_on_or_after, weekdays
from peyvand.core.procedure.facts import Asked, Gate, Side, asked
from peyvand.core.procedure.pack import Ban, Effect, Pack, Purpose, Step
from peyvand.core.procedure.track import Learned, Setting, Station, Where, binds, track


class Objection(StrEnum):
    """What stands against signing, or against trusting the day that was found."""

    REFUSED = "refused"
    BANNED = "banned"
    SKIPPED = "skipped"
    LACKS_PROOF = "lacks_proof"
    # A fact is missing that decides whether a step is asked for.
    UNDECIDED = "undecided"
    # The law sets no term and no past case tells how long it takes.
    NO_TERM = "no_term"
    UNVERIFIED = "unverified"
    # No rule of its own is known for this purpose; another procedure's steps stand in for it.
    BORROWED = "borrowed"
    NO_PROCEDURE = "no_procedure"


# With one of these, no day is lawful.
_FORBIDS = frozenset({Objection.REFUSED, Objection.BANNED})


@dataclass(frozen=True, slots=True)
class Against:
    """One objection: by the law of which side (0 or 1), on which step or ban."""

    why: Objection
    side: int
    step: str | None = None
    ban: Ban | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side with its law: the pack, what is done, how long its steps took before, and when its offices are open."""

    side: Side
    pack: Pack | None
    gates: Mapping[str, Gate] = field(default_factory=dict)
    learned: Mapping[str, Learned] = field(default_factory=dict)
    is_open: IsOpen = weekdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something owed after signing, and by when; ``by`` is None where the law sets no term."""

    side: int
    step: Step
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``earliest`` is the first day on which nothing that is known forbids to sign, None where something does for good;
    ``likely`` counts with how long steps have taken. ``path`` is the chain of steps that the day hangs on.
    """

    tracks: tuple[tuple[Station, ...], tuple[Station, ...]]
    earliest: date | None
    likely: date | None
    path: tuple[tuple[int, str], ...]
    against: tuple[Against, ...]
    duties: tuple[Duty, ...]

    @property
    def may_sign(self) -> bool:
        """Whether every step that binds is known and done, on both sides, and nothing forbids."""
        if any(one.why is Objection.NO_PROCEDURE for one in self.against):
            return False
        open_ones = (one for stations in self.tracks for one in stations if binds(one) and one.is_open)
        return self.earliest is not None and next(open_ones, None) is None


def plan(
    first: Party, second: Party, *, instrument: Instrument | None, today: date, purpose: Purpose = Purpose.CONCLUDE
) -> Plan:
    """Lay two procedures beside each other as of a day."""
    parties = (first, second)
    tracks = (
        _track(first, second, instrument, today, purpose),
        _track(second, first, instrument, today, purpose),
    )
    waits = [(side, station) for side, stations in enumerate(tracks) for station in stations if binds(station)]
    lawful = max([today, *(station.allows for _, station in waits)])
    usual = max([lawful, *(station.likely for _, station in waits)])
    both = (first.is_open, second.is_open)
    day, likely = open_on_or_after(lawful, *both), open_on_or_after(usual, *both)
    against = tuple(_against(parties, tracks, day, purpose))
    forbidden = any(one.why in _FORBIDS for one in against)
    return Plan(
        tracks=tracks,
        earliest=None if forbidden else day,
        likely=None if forbidden else likely,
        path=_path(tracks, waits),
        against=against,
        duties=tuple(_duties(parties, tracks, instrument, day, purpose)),
    )


def _track(
    own: Party, other: Party, instrument: Instrument | None, today: date, purpose: Purpose
) -> tuple[Station, ...]:
    if own.pack is None:
        return ()
    setting = Setting(
        own=own.side, partner=other.side, instrument=instrument, today=today, is_open=own.is_open, learned=own.learned
    )
    return track(own.pack.steps(purpose), own.gates, setting)


def _path(
    tracks: tuple[tuple[Station, ...], tuple[Station, ...]], waits: list[tuple[int, Station]]
) -> tuple[tuple[int, str], ...]:
    """The chain that ends in the step which allows a signature last, from its beginning."""
    side, last = max(waits, key=lambda one: one[1].allows, default=(0, None))
    by_key = {station.step.key: station for station in tracks[side]}
    path: list[tuple[int, str]] = []
    while last is not None:
        if last.where is not Where.NOT_ASKED:
            path.append((side, last.step.key))
        last = by_key[last.because] if last.because else None
    return tuple(reversed(path))


def _against(
    parties: tuple[Party, Party], tracks: tuple[tuple[Station, ...], ...], day: date, purpose: Purpose
) -> Iterator[Against]:
    for side, (party, stations) in enumerate(zip(parties, tracks, strict=True)):
        if party.pack is None or not party.pack.steps(purpose):
            yield Against(Objection.NO_PROCEDURE, side)
            continue
        other = parties[1 - side].side
        if purpose in (Purpose.CONCLUDE, Purpose.RENEW, Purpose.CHANGE):
            bans = (ban for ban in party.pack.bans if ban.binds(other.country, party.side.region, day))
            yield from (Against(Objection.BANNED, side, ban=ban) for ban in bans)
        if party.pack.borrows(purpose):
            yield Against(Objection.BORROWED, side)
        if not party.pack.verified:
            yield Against(Objection.UNVERIFIED, side)
        for station in stations:
            yield from (Against(why, side, station.step.key) for why in _against_step(station))


def _against_step(station: Station) -> Iterator[Objection]:
    if station.where is Where.REFUSED and binds(station):
        yield Objection.REFUSED
    if station.where is Where.SKIPPED:
        yield Objection.SKIPPED
    if station.lacks:
        yield Objection.LACKS_PROOF
    if station.asked is Asked.OPEN and station.is_open:
        yield Objection.UNDECIDED
    waits_for_others = station.step.effect in (Effect.DECISION, Effect.PERMISSION)
    if waits_for_others and station.is_open and station.step.days is None and station.seen is None:
        yield Objection.NO_TERM


def _duties(
    parties: tuple[Party, Party],
    tracks: tuple[tuple[Station, ...], ...],
    instrument: Instrument | None,
    day: date,
    purpose: Purpose,
) -> Iterator[Duty]:
    for side, (party, stations) in enumerate(zip(parties, tracks, strict=True)):
        signed = next((one.earliest for one in stations if one.where is Where.DONE and _signs(one)), day)
        other = parties[1 - side].side
        for step in party.pack.steps(purpose) if party.pack else ():
            wanted = asked(step.when, party.side, other, instrument) is not Asked.NO
            if step.effect is Effect.DUTY and wanted and step.key not in party.gates:
                yield Duty(side=side, step=step, by=due_by(step, signed))


def _signs(station: Station) -> bool:
    return station.step.effect is Effect.SIGNING


def due_by(step: Step, signed: date) -> date | None:
    """The day by which a duty is owed that a signature brings with it; the first one, of a yearly duty."""
    if step.yearly is not None:
        this_year = date.fromisoformat(f"{signed.year}-{step.yearly}")
        return this_year if this_year > signed else date.fromisoformat(f"{signed.year + 1}-{step.yearly}")
    return signed + timedelta(days=step.days) if step.days is not None else None
