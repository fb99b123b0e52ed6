"""From the accepted statements of one pair to their bond: a pure function, whatever the order of arrival.

Days. What is done and dated lies where its date says, and not after its publication. What is done and undated holds
from the publication; without a day of publication from the day it was accepted, and before that only may have
happened. A plan or a wish is one from the day it was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.bond import Bond, Fact, Side
from peyvand.core.ledger.decision import Decision
from peyvand.core.ledger.events import Happening, happenings_at
from peyvand.core.ledger.findings import Case, findings_of
from peyvand.core.ledger.grouping import group
from peyvand.core.ledger.hearing import hear
from peyvand.core.ledger.lists import withdrawn_rows
from peyvand.core.ledger.policy import USUAL, Policies
from peyvand.core.ledger.progress import progress_of
from peyvand.core.ledger.regrouping import regroup
from peyvand.core.ledger.settling import settle
from peyvand.core.ledger.standing import SideStanding, side_standing


def fold_bond(
    facts: Iterable[Fact],
    *,
    places: tuple[str, str],
    countries: tuple[str, str],
    as_of: date,
    policies: Policies = USUAL,
    areas: Iterable[str] = (),
    forked: Iterable[str] = (),
    levels: tuple[Level, Level] = (Level.CITY, Level.CITY),
    regions: tuple[str, str] = ("", ""),
    decisions: Sequence[Decision] = (),
) -> Bond:
    """The bond of ``places`` on the day ``as_of``, from every accepted fact on the pair (known_at is the caller's cut).

    ``countries`` (ISO 3166-1 codes), ``regions`` (the codes of their first level) and ``levels`` are the places' own,
    in the same order; ``areas`` the codes of the accepted area claims; ``forked`` the keys of statements on this pair
    whose verdicts stand against each other; ``decisions`` those of members, as `standing_decisions` gives them.
    Raises ValueError for a fact of another pair, or one whose date is not EDTF.
    """
    day = as_of.toordinal()
    facts = list(facts)
    heard = hear((fact for fact in facts if not fact.is_withdrawn(day)), places)
    happenings = happenings_at(regroup(group(heard), decisions), places, day, policies)
    bars = (
        policies.bar(countries[0], regions[0], countries[1], as_of),
        policies.bar(countries[1], regions[1], countries[0], as_of),
    )
    standings = (
        side_standing(happenings, places[0], day, policies, bars[0]),
        side_standing(happenings, places[1], day, policies, bars[1]),
    )
    required = (policies.required(countries[0]), policies.required(countries[1]))
    sides = (
        _side(places[0], standings[0], happenings, required, day),
        _side(places[1], standings[1], happenings, required[::-1], day),
    )
    case = Case(
        places=places,
        heard=heard,
        happenings=happenings,
        standings=standings,
        sides=sides,
        day=day,
        policies=policies,
        levels=levels,
    )
    findings, settled = settle(findings_of(case, forked, withdrawn_rows(facts, day)), decisions)
    return Bond(
        places=places,
        sides=sides,
        events=tuple(happening.event for happening in happenings),
        findings=findings,
        areas=tuple(sorted(set(areas))),
        settled=settled,
    )


def _side(
    place: str,
    standing: SideStanding,
    happenings: Sequence[Happening],
    required: tuple[tuple[str, ...], tuple[str, ...]],
    day: int,
) -> Side:
    """One side; ``required`` are its own procedure's approvals and the other side's."""
    progress = progress_of(
        happenings,
        place,
        required=required[0],
        required_there=required[1],
        standing=standing.official,
        day=day,
    )
    return Side(place=place, standing=standing.official, other_channels=standing.others, progress=progress)
