"""Contradictions, gaps and things due, each with the statements that show it.

``details`` are codes, EDTF dates, place ids and numbers as text, for the sentence that a page makes of them. The
codes: calendars_disagree, verdict_forked, vague_date_alone, contested, planned_past, order_open, one_sided,
barred_by_law, no_primary_source, stale here; the others in `headlines`, `disagreements`, `lists` and, for cities, in
`counts`, `namesakes`, `totals` and `clubs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.bond import Finding, Side, State
from peyvand.core.ledger.disagreements import disagreements
from peyvand.core.ledger.events import Happening
from peyvand.core.ledger.headlines import exceeding_headlines
from peyvand.core.ledger.hearing import Heard, first_copies
from peyvand.core.ledger.lists import mixed_levels, two_names
from peyvand.core.ledger.policy import Policies
from peyvand.core.ledger.standing import SideStanding
from peyvand.core.ledger.words import Modality, SourceKind

_PRIMARY = frozenset({SourceKind.SIGNED_TEXT, SourceKind.RESOLUTION, SourceKind.LETTER})
_ALIVE = frozenset({State.IN_FORCE, State.DORMANT, State.CITIZENS_ONLY, State.SUSPENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that the findings of one bond are made from. ``day`` is an ordinal."""

    places: tuple[str, str]
    heard: Sequence[Heard]
    happenings: Sequence[Happening]
    standings: tuple[SideStanding, SideStanding]
    sides: tuple[Side, Side]
    day: int
    policies: Policies
    levels: tuple[Level, Level] = (Level.CITY, Level.CITY)


def findings_of(case: Case, forked: Iterable[str], dropped: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """The findings of one bond, in the order of their keys. ``dropped`` are those on rows that lists have dropped."""
    spoken = _spoken(case.heard, case.day)
    found = [
        *exceeding_headlines(spoken),
        *_calendars(spoken),
        *disagreements(case.happenings, spoken, case.standings, case.day, case.policies),
        *_of_happenings(case),
        *_contested_standings(case),
        *_open_orders(case),
        *_one_sided(case),
        *_barred(case),
        *_unsupported(case),
        *two_names(spoken),
        *mixed_levels(spoken, case.places, case.levels),
        *dropped,
        *(Finding(code="verdict_forked", statements=(key,)) for key in set(forked)),
    ]
    return tuple({finding.key: finding for finding in sorted(found, key=_order)}.values())


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.code, sorted(finding.statements), finding.details


def _spoken(heard: Iterable[Heard], day: int) -> list[Heard]:
    """What had been said by the day, of copies of one text only the earliest."""
    return first_copies([one for one in heard if one.told_by <= day])


def _calendars(spoken: Iterable[Heard]) -> list[Finding]:
    return [
        Finding(
            code="calendars_disagree",
            statements=(one.key,),
            details=(("date_text", one.fact.statement.date_text or ""), ("date", one.fact.resolution.date or "")),
        )
        for one in spoken
        if one.fact.resolution.date_conflict
    ]


def _of_happenings(case: Case) -> list[Finding]:
    found = []
    for happening in case.happenings:
        event = happening.event
        details = (("event", str(event.event)), ("instrument", str(event.instrument or "")), ("date", event.date or ""))
        if event.overdue:
            found.append(Finding(code="planned_past", statements=happening.statements, details=details))
        if happening.group.vague:
            found.append(Finding(code="vague_date_alone", statements=happening.statements, details=details))
        if event.known is event.known.CONTESTED:
            against = [one.statement for one in event.witnesses if one.modality is Modality.DENIED]
            statements = tuple(sorted({*happening.statements, *against}))
            found.append(Finding(code="contested", statements=statements, details=details))
    return found


def _contested_standings(case: Case) -> list[Finding]:
    """Standings that a denial of another happening contests."""
    return [
        Finding(
            code="contested",
            statements=tuple(sorted({*_showing(case, side), *(key for one in of.denials for key in one.statements)})),
            details=(("side", side.place), ("instrument", str(side.standing.instrument or ""))),
        )
        for side, of in zip(case.sides, case.standings, strict=True)
        if of.denials
    ]


def _open_orders(case: Case) -> list[Finding]:
    return [
        Finding(
            code="order_open",
            statements=tuple(sorted(key for one in of.open_order for key in one.statements)),
            details=(("side", side.place), ("shown", str(side.standing.state))),
        )
        for side, of in zip(case.sides, case.standings, strict=True)
        if of.open_order
    ]


def _one_sided(case: Case) -> list[Finding]:
    """A tie that stands for one side, of which nothing is known for the other."""
    states = [side.standing.state for side in case.sides]
    return [
        Finding(
            code="one_sided",
            statements=_showing(case, side),
            details=(("side", side.place), ("silent", other.place)),
        )
        for side, other in (case.sides, case.sides[::-1])
        if side.standing.state in _ALIVE and other.standing.state is State.NONE and State.NONE in states
    ]


def _barred(case: Case) -> list[Finding]:
    """A tie that a law forbids one side."""
    return [
        Finding(
            code="barred_by_law",
            statements=_showing(case, side),
            details=(("side", side.place), ("law", side.standing.law), ("since", side.standing.since or "")),
        )
        for side in case.sides
        if side.standing.law
    ]


def _unsupported(case: Case) -> list[Finding]:
    """A tie in force without a source of the sides' own, or without a sign of life for long."""
    showing = tuple(sorted({key for side in case.sides if _stands(side) for key in _showing(case, side)}))
    if not showing:
        return []
    keys = {key for side in case.sides for key in side.standing.shown_by}
    shown_by = [one for one in case.happenings if one.event.key in keys]
    found = []
    if not any(
        witness.kind in _PRIMARY or witness.speaks_for in case.places
        for one in shown_by
        for witness in one.event.witnesses
        if witness.modality is Modality.DONE
    ):
        found.append(Finding(code="no_primary_source", statements=showing))
    last = max(_evidence_days(case), default=case.day)
    if last + case.policies.stale_after.days < case.day:
        seen = date.fromordinal(last).isoformat()
        found.append(Finding(code="stale", statements=showing, details=(("last_evidence", seen),)))
    return found


def _stands(side: Side) -> bool:
    return side.standing.state in (State.IN_FORCE, State.DORMANT)


def _evidence_days(case: Case) -> Iterable[int]:
    """Days by which something was done or published, none after the day that is asked about."""
    for one in case.happenings:
        if one.holds(case.day):
            yield one.days.last
    for heard in case.heard:
        if heard.published is not None and heard.published <= case.day:
            yield heard.published


def _showing(case: Case, side: Side) -> tuple[str, ...]:
    keys = set(side.standing.shown_by)
    return tuple(sorted({key for one in case.happenings if one.event.key in keys for key in one.statements}))
