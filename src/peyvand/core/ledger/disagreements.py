"""Where sources contradict one another on day, stage, instrument or order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from peyvand.core.ledger.bond import Finding, State
from peyvand.core.ledger.days import BEGIN
from peyvand.core.ledger.events import Happening
from peyvand.core.ledger.grouping import Kind
from peyvand.core.ledger.hearing import Heard
from peyvand.core.ledger.policy import Policies
from peyvand.core.ledger.standing import SideStanding
from peyvand.core.ledger.words import Event, Instrument, Modality

# Each happens once on the way to one instrument; visits and the like happen again and again.
_ONCE = frozenset({Event.PROPOSAL, Event.APPROVAL, Event.DRAFTING, Event.SIGNING, Event.SUSPENSION, Event.TERMINATION})
# A pair signs such a tie once; of memoranda it may sign several.
_LASTING = frozenset({Instrument.FRIENDSHIP, Instrument.SISTER_CITY})
_AFTER_SIGNING = frozenset({Event.RENEWAL, Event.SUSPENSION, Event.RESUMPTION, Event.TERMINATION})
_STOPS = frozenset({Event.SUSPENSION, Event.TERMINATION})
_STOPPED = frozenset({State.SUSPENDED, State.CITIZENS_ONLY, State.ENDED, State.EXPIRED, State.BARRED})


def disagreements(
    happenings: Sequence[Happening],
    spoken: Sequence[Heard],
    standings: tuple[SideStanding, SideStanding],
    day: int,
    policies: Policies,
) -> list[Finding]:
    """Findings on dates, stages, instruments and orders that cannot all be as their sources say."""
    held = [one for one in happenings if one.holds(day)]
    ends = _Ends([*held, *(one for one in happenings if one.lapsed)])
    return [
        *_dates(held, ends, policies),
        *_claimed_before_signed(held),
        *_instruments(held, policies),
        *_within(held),
        *_not_yet(happenings, held),
        *_after_the_stop(held, standings),
        *_told_before_done(spoken),
        *_before_the_signing(held),
        *_late_approvals(held),
    ]


class _Ends:
    """The terminations of a pair, so ordered that a search tells whether one may lie between two happenings."""

    def __init__(self, held: Iterable[Happening]) -> None:
        days = sorted((one.days.last, one.days.first) for one in held if one.event.event is Event.TERMINATION)
        self._last = [last for last, _ in days]
        # The earliest beginning among this one and those that end later.
        self._first = list(accumulate((first for _, first in reversed(days)), min))[::-1]

    def between(self, earlier: Happening, later: Happening) -> bool:
        at = bisect_left(self._last, earlier.days.first)
        return at < len(self._last) and self._first[at] <= later.days.last


def _dates(held: Iterable[Happening], ends: _Ends, policies: Policies) -> Iterator[Finding]:
    """Sources that name different days for what happens once; all days of one dispute in one finding."""
    by_kind: dict[Kind, list[Happening]] = defaultdict(list)
    for one in held:
        if one.event.event in _ONCE and one.event.date:
            by_kind[one.group.kind].append(one)
    for kind, dated in by_kind.items():
        lasting = kind.event is Event.SIGNING and kind.instrument in _LASTING
        disputed: list[Happening] = []
        for one in dated:
            if disputed and not _disagree(disputed[-1], one, lasting, ends, policies):
                yield from _dispute(disputed)
                disputed = []
            disputed.append(one)
        yield from _dispute(disputed)


def _disagree(earlier: Happening, later: Happening, lasting: bool, ends: _Ends, policies: Policies) -> bool:
    if earlier.group.parted & later.group.parted:
        return False
    near = later.days.first - earlier.days.last <= policies.one_happening.days
    return (near or (lasting and not ends.between(earlier, later))) and _other_sources(earlier, later)


def _dispute(disputed: list[Happening]) -> list[Finding]:
    return [_finding("dates_disagree", *disputed)] if len(disputed) > 1 else []


def _claimed_before_signed(held: Sequence[Happening]) -> Iterator[Finding]:
    """A tie that is said to stand since before the first signing of it."""
    signed = _first_signings(held)
    for one in held:
        first = signed.get(one.event.instrument)
        if one.event.event is Event.STANDING and one.event.date and first and one.days.last < first.days.first:
            yield _finding("dates_disagree", one, first)


def _instruments(held: Iterable[Happening], policies: Policies) -> Iterator[Finding]:
    """One signing, of which the sources name different instruments."""
    precise = [
        one
        for one in held
        if one.event.event is Event.SIGNING
        and one.event.instrument
        and one.days.first > BEGIN
        and one.days.last - one.days.first <= policies.one_happening.days
    ]
    for earlier, later in pairwise(precise):
        differ = earlier.event.instrument is not later.event.instrument
        if differ and earlier.days.meets(later.days) and _other_sources(earlier, later):
            yield _finding("instrument_disagrees", earlier, later)


def _within(held: Iterable[Happening]) -> Iterator[Finding]:
    """What the sources of one happening do not agree on, where members put it together."""
    for one in held:
        if one.group.merged:
            named = {str(voice.fact.statement.instrument) for voice in one.voices if voice.fact.statement.instrument}
            if len(named) > 1:
                yield _finding("instrument_disagrees", one, instruments=" ".join(sorted(named)))
            if max(voice.said.first for voice in one.voices) > min(voice.said.last for voice in one.voices):
                dates = {voice.said: date for voice in one.voices if (date := voice.fact.resolution.date)}
                yield _finding("dates_disagree", one, dates=" ".join(dates[days] for days in sorted(dates)))


def _not_yet(happenings: Iterable[Happening], held: Sequence[Happening]) -> Iterator[Finding]:
    """A tie that stands by one source and is still to be signed by a later one, or by that source itself."""
    if any(one.event.event is Event.TERMINATION for one in held):
        return
    standing: dict[Instrument | None, Happening] = {}
    for one in held:
        if one.event.event in (Event.SIGNING, Event.STANDING) and one.event.instrument:
            known = standing.get(one.event.instrument)
            if known is None or one.days.last < known.days.last:
                standing[one.event.instrument] = one
    for one in happenings:
        ahead = one.event.event is Event.SIGNING and one.event.modality in (Modality.PLANNED, Modality.WISHED)
        stands = standing.get(one.event.instrument)
        if ahead and stands and _told_after(one, stands):
            yield _finding("stage_disagrees", stands, one)


def _told_after(one: Happening, other: Happening) -> bool:
    later = all((voice.published or BEGIN) > other.days.last for voice in one.voices)
    return later or not _other_sources(one, other)


def _after_the_stop(held: Iterable[Happening], standings: tuple[SideStanding, SideStanding]) -> Iterator[Finding]:
    """A side that stopped a tie, of which a later source says that it stands for that side."""
    held = list(held)
    by_events = (side.official for side in standings if side.official.law is None)
    stopped = {key for official in by_events if official.state in _STOPPED for key in official.shown_by}
    for stop in (one for one in held if one.event.key in stopped):
        claims = [
            one
            for one in held
            if one.event.event is Event.STANDING
            and one.event.channel is stop.event.channel
            and set(one.event.sides) & set(stop.event.sides)
            and any((voice.published or BEGIN) > stop.days.last for voice in one.voices)
        ]
        if claims:
            yield _finding("stage_disagrees", stop, *claims)


def _told_before_done(spoken: Iterable[Heard]) -> Iterator[Finding]:
    """A source that tells as done what by its own date lies after its publication."""
    for one in spoken:
        if one.done and one.published is not None and one.said.first > one.published:
            yield Finding(
                code="impossible_order",
                statements=(one.key,),
                details=(
                    ("order", "told_before_done"),
                    ("event", str(one.fact.statement.event)),
                    ("date", one.fact.resolution.date or ""),
                    ("published", one.fact.source.published.isoformat() if one.fact.source.published else ""),
                ),
            )


def _before_the_signing(held: Sequence[Happening]) -> Iterator[Finding]:
    """What presupposes a signing, or a suspension, and lies before the first of them."""
    signings = _first_signings(held).values()
    signed = min(signings, key=lambda one: one.days.first, default=None)
    stops = [one for one in held if one.event.event in _STOPS]
    stop = min(stops, key=lambda one: one.days.first, default=None)
    for one in held:
        if signed and one.event.event in _AFTER_SIGNING and one.days.last < signed.days.first:
            yield _finding("impossible_order", one, signed, order="before_signing")
        elif stop and one.event.event is Event.RESUMPTION and one.days.last < stop.days.first:
            yield _finding("impossible_order", one, stop, order="resumed_before_stopped")


def _late_approvals(held: Sequence[Happening]) -> Iterator[Finding]:
    """An authority's first leave that came only after the signing, where no renewal explains it."""
    signed = _first_signings(held)
    renewed = max((one.days.last for one in held if one.event.event is Event.RENEWAL), default=BEGIN)
    first: dict[tuple[object, ...], Happening] = {}
    for one in held:
        if one.event.event is Event.APPROVAL:
            place = (one.event.authority, one.event.acts or one.event.sides, one.event.instrument)
            first[place] = min(first.get(place, one), one, key=lambda each: each.days.first)
    for approval in first.values():
        signing = signed.get(approval.event.instrument)
        if signing and signing.days.last < approval.days.first and renewed < approval.days.first:
            yield _finding("approval_after_signature", approval, signing, authority=approval.event.authority or "")


def _first_signings(held: Iterable[Happening]) -> dict[Instrument | None, Happening]:
    first: dict[Instrument | None, Happening] = {}
    for one in held:
        if one.event.event is Event.SIGNING:
            earliest = first.get(one.event.instrument, one)
            first[one.event.instrument] = min(earliest, one, key=lambda each: (each.days, each.event.key))
    return first


def _other_sources(one: Happening, other: Happening) -> bool:
    return {voice.source for voice in one.voices}.isdisjoint(voice.source for voice in other.voices)


def _finding(code: str, one: Happening, *others: Happening, **details: str) -> Finding:
    told = (one, *others)
    of_all = {
        "event": str(one.event.event),
        "instruments": " ".join(sorted({str(each.event.instrument or "") for each in told})),
        "dates": " ".join(each.event.date or "?" for each in told),
    }
    return Finding(
        code=code,
        statements=tuple(sorted({key for each in told for key in each.statements})),
        details=tuple((of_all | details).items()),
    )
