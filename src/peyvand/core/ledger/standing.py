"""One side's standing on a day: per channel, the highest instrument in force, or what became of it.

What makes a standing (a signing, a renewal, a resumption) and what stops it (a suspension, a termination) are set in
order by the days they may lie in. Where the order is open, or a thing only may have happened by that day, the weaker
standing is shown, and the happenings are named. A statement that a tie stands makes one where nothing firmer is known;
it never lifts a suspension.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from peyvand.core.ledger.bond import Known, Standing, State
from peyvand.core.ledger.days import BEGIN
from peyvand.core.ledger.events import TERM_ENDS, Happening, best_known
from peyvand.core.ledger.policy import LegalBar, Policies
from peyvand.core.ledger.words import INSTRUMENT_RANK, Channel, Event, Instrument, Modality

_FIRM = frozenset({Event.SIGNING, Event.RENEWAL, Event.RESUMPTION})
_STOPS = {Event.SUSPENSION: State.SUSPENDED, Event.TERMINATION: State.ENDED}
_FINER = {"END4": State.CITIZENS_ONLY, TERM_ENDS: State.EXPIRED, "END9": State.BARRED}
# These begin a tie of a kind of their own; the others, where they name no kind, concern every tie of the pair.
_BEGINS = frozenset({Event.SIGNING, Event.STANDING})
_WEAKEST_FIRST = (
    State.NONE, State.ENDED, State.EXPIRED, State.BARRED, State.SUSPENDED, State.CITIZENS_ONLY, State.IN_FORCE,
)  # fmt: skip
_FORBIDDEN = frozenset({State.IN_FORCE, State.DORMANT, State.SUSPENDED, State.CITIZENS_ONLY})
NO_STANDING = Standing(instrument=None, state=State.NONE, since=None, known=None)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one happening does to a standing. A firm one outweighs a mere statement that the tie stands."""

    happening: Happening
    state: State
    firm: bool


@dataclass(frozen=True, slots=True)
class SideStanding:
    """A side's standings, with the happenings whose order the days leave open, and those that deny a standing."""

    official: Standing
    others: tuple[Standing, ...]
    open_order: tuple[Happening, ...] = ()
    denials: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """The state of one instrument: the effects that show it, and those whose order is open."""

    instrument: Instrument | None
    state: State
    run: tuple[Effect, ...]
    open_order: tuple[Effect, ...]


def side_standing(
    happenings: Sequence[Happening], place: str, day: int, policies: Policies, bar: LegalBar | None = None
) -> SideStanding:
    """The standing of ``place`` on a day (an ordinal), from what happened and what is denied of the pair, and from the
    law, if any, that bars its ties with the other side."""
    concerned = [happening for happening in happenings if place in happening.event.sides]
    effects = [effect for happening in concerned if (effect := effect_of(happening)) is not None]
    denials = [one for one in concerned if one.event.modality is Modality.DENIED and one.event.event in _BEGINS]
    active = max((one.days.last for one in happenings if one.holds(day)), default=BEGIN)
    standings: dict[Channel, Standing] = {}
    unsettled: dict[str, Happening] = {}
    denied: dict[str, Happening] = {}
    for channel in Channel:
        lines = _lines([one for one in effects if one.happening.event.channel is channel], day)
        if not lines and channel is not Channel.OFFICIAL:
            continue
        unsettled.update({one.happening.event.key: one.happening for line in lines for one in line.open_order})
        line = max(lines, key=_strongest, default=None)
        against = _denials(line, denials) if line else []
        denied.update({one.event.key: one for one in against})
        standings[channel] = _standing(line, channel, place, contested=bool(against))
    standings[Channel.OFFICIAL] = _dormant(standings[Channel.OFFICIAL], active, day, policies)
    _open_to_citizens(standings)
    official = _barred(standings.pop(Channel.OFFICIAL), bar)
    return SideStanding(official, tuple(standings.values()), tuple(unsettled.values()), tuple(denied.values()))


def effect_of(happening: Happening) -> Effect | None:
    """What a happening does to a standing, None where it does nothing or is not done."""
    event = happening.event
    if happening.lapsed:
        return Effect(happening, State.EXPIRED, firm=True)
    if not happening.done:
        return None
    if event.event in _STOPS:
        return Effect(happening, _FINER.get(event.code or "", _STOPS[event.event]), firm=True)
    if event.event in _FIRM or event.event is Event.STANDING:
        return Effect(happening, State.IN_FORCE, event.event in _FIRM)
    return None


def _lines(effects: list[Effect], day: int) -> list[_Line]:
    """A line for each instrument that is named, or one for the unnamed where none is."""
    instruments = {one.happening.event.instrument for one in effects}
    named = sorted(instruments - {None}, key=INSTRUMENT_RANK.__getitem__)
    if not named:
        return [_line(None, effects, day)] if effects else []
    return [_line(instrument, _concerning(instrument, effects), day) for instrument in named]


def _concerning(instrument: Instrument | None, effects: Iterable[Effect]) -> list[Effect]:
    return [
        one
        for one in effects
        if one.happening.event.instrument == instrument
        or (one.happening.event.instrument is None and one.happening.event.event not in _BEGINS)
    ]


def _line(instrument: Instrument | None, effects: list[Effect], day: int) -> _Line:
    held = [one for one in effects if one.happening.days.last <= day]
    perhaps = [one for one in effects if one.happening.days.last > day]
    firm = [one for one in held if one.firm]
    last = _possibly_last(firm or held)
    if firm:
        perhaps = [one for one in perhaps if one.firm]
    states = {one.state for one in (*last, *perhaps)} | ({State.NONE} if not last else set())
    state = min(states, key=_WEAKEST_FIRST.index)
    return _Line(
        instrument=instrument,
        state=state,
        run=_run(state, held, perhaps),
        open_order=(*last, *perhaps) if len(states) > 1 else (),
    )


def _possibly_last(effects: list[Effect]) -> list[Effect]:
    """Those that no other surely follows."""
    latest_start = max((one.happening.days.first for one in effects), default=BEGIN)
    return [one for one in effects if one.happening.days.last >= latest_start]


def _run(state: State, held: list[Effect], perhaps: list[Effect]) -> tuple[Effect, ...]:
    """The effects that show a state: those of that state which nothing of another state surely follows."""
    other = max((one.happening.days.first for one in held if one.state is not state and one.firm), default=BEGIN)
    shown = tuple(one for one in held if one.state is state and one.happening.days.last >= other)
    return shown or tuple(one for one in perhaps if one.state is state)


def _strongest(line: _Line) -> tuple[bool, bool, int]:
    return line.state is State.IN_FORCE, line.state is not State.NONE, INSTRUMENT_RANK[line.instrument]


def _standing(line: _Line | None, channel: Channel, place: str, *, contested: bool) -> Standing:
    if line is None or line.state is State.NONE:
        return replace(NO_STANDING, channel=channel)
    known = [_known_for(one.happening, place) for one in line.run]
    return Standing(
        instrument=line.instrument,
        state=line.state,
        since=_since(line.run),
        known=Known.CONTESTED if contested or Known.CONTESTED in known else best_known(known),
        channel=channel,
        shown_by=tuple(one.happening.event.key for one in line.run),
        words=_words(line.run, place),
    )


def _known_for(happening: Happening, place: str) -> Known:
    """A tie that one side alone speaks of, without being asked for its own, is only claimed for the other."""
    event = happening.event
    if event.event is Event.STANDING and event.known is Known.REPORTED and len(event.sides) == 2:
        speakers = {one.fact.source.speaks_for for one in happening.voices}
        if speakers <= set(event.sides) - {place}:
            return Known.CLAIMED
    return event.known


def _since(run: Iterable[Effect]) -> str | None:
    """The date of the best known of the firmest effects that have one, the earliest among equals."""
    order = (Known.DOCUMENTED, Known.REPORTED, Known.CLAIMED, Known.CONTESTED)
    dated = [
        (not one.firm, order.index(one.happening.event.known), one.happening.days, one.happening.event.date)
        for one in run
        if one.happening.event.date
    ]
    return min(dated)[3] if dated else None


def _words(run: Iterable[Effect], place: str) -> tuple[str, ...]:
    """The words for the tie, but for those that the other side's own sources use."""
    return tuple(
        sorted(
            {
                voice.fact.statement.instrument_word
                for one in run
                for voice in one.happening.voices
                if voice.fact.statement.instrument_word
                and (voice.fact.source.speaks_for or place) not in set(voice.fact.resolution.places) - {place}
            }
        )
    )


def _denials(line: _Line, denials: Iterable[Happening]) -> list[Happening]:
    """Denials of a standing in force that are not older than the standing."""
    if line.state is not State.IN_FORCE:
        return []
    began = min(one.happening.days.last for one in line.run)
    return [one for one in denials if one.event.instrument in (None, line.instrument) and one.days.last >= began]


def _dormant(standing: Standing, active: int, day: int, policies: Policies) -> Standing:
    asleep = policies.dormant_after is not None and active + policies.dormant_after.days < day
    return replace(standing, state=State.DORMANT) if asleep and standing.state is State.IN_FORCE else standing


def _barred(standing: Standing, bar: LegalBar | None) -> Standing:
    """A tie that has not ended, and that a law forbids. What shows the tie is still what shows it."""
    if bar is None or standing.state not in _FORBIDDEN:
        return standing
    return replace(standing, state=State.BARRED, since=bar.since.isoformat(), known=Known.DOCUMENTED, law=bar.law)


def _open_to_citizens(standings: dict[Channel, Standing]) -> None:
    """Where a side keeps to its citizens' contacts, their channel is open, said or not."""
    official = standings[Channel.OFFICIAL]
    if official.state is State.CITIZENS_ONLY and Channel.CITIZENS not in standings:
        standings[Channel.CITIZENS] = replace(
            official, instrument=None, state=State.IN_FORCE, channel=Channel.CITIZENS, words=()
        )
