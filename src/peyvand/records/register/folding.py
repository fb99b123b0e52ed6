"""From evidence to what the register stores and shows: the core's fold, with places and policies at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from peyvand.core.ledger.bond import Bond, Fact, Finding
from peyvand.core.ledger.counts import (
    Counted,
    Difference,
    Member,
    count_findings,
    counted,
    differences_of_city,
    members_of,
)
from peyvand.core.ledger.days import BEGIN, END, days_of
from peyvand.core.ledger.fold import fold_bond
from peyvand.core.ledger.namesakes import namesakes, of_one_name
from peyvand.core.ledger.policy import USUAL, CountRule, LegalBar, Policies
from peyvand.core.ledger.settling import settle
from peyvand.core.ledger.totals import own_totals
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import parse, unpack
from peyvand.records.places.queries import places_of
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.identity import Pair

# After which no period is added any more: the calendar ends.
_LAST_DAY = date.max.toordinal() - 36_500


@dataclass(frozen=True, slots=True, kw_only=True)
class CityState:
    """What is folded for one place: its counts by each rule, the findings on what sources claim of them, those that
    members have settled, and each claim that some rule does not confirm beside the counts of its own day."""

    counts: tuple[Counted, ...]
    findings: tuple[Finding, ...]
    settled: tuple[Finding, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """What a place's own page needs of one of its bonds: what the bond makes of the partner by each count rule, and the
    bond itself for those who ask."""

    pair: Pair
    members: tuple[Member, ...]
    bond: Callable[[], Bond]

    def partner_of(self, place: str) -> str:
        """The other place."""
        return self.pair[1 - self.pair.index(place)]


def policies(known_at: datetime | None = None) -> Policies:
    """The policies in force at a time: the last ones entered, or the usual ones."""
    entered = Entry.objects.filter(kind=Kind.POLICY, subject="")
    if known_at is not None:
        entered = entered.filter(recorded_at__lte=known_at)
    body = entered.order_by("-number").values_list("body", flat=True).first()
    return read_policies(parse(body)["said"]) if body else USUAL


def fold_bonds(
    evidence: Evidence, *, as_of: date, by: Policies, pairs: Iterable[Pair] | None = None
) -> dict[Pair, Bond]:
    """The bonds of these pairs, though there may be nothing on them; None: of all that the evidence is on. In the order
    of the pairs."""
    facts, areas, forked = evidence.facts, evidence.areas_on, evidence.forked
    wanted = sorted(evidence.pairs if pairs is None else pairs)
    places = places_of(place for pair in wanted for place in pair)
    return {
        pair: fold_bond(
            facts.get(pair, ()),
            places=pair,
            countries=(places[pair[0]].country, places[pair[1]].country),
            levels=(places[pair[0]].level, places[pair[1]].level),
            regions=(places[pair[0]].region, places[pair[1]].region),
            decisions=evidence.decisions.get(pair, ()),
            as_of=as_of,
            policies=by,
            areas=sorted(areas.get(pair, ())),
            forked=sorted(forked.get(pair, ())),
        )
        for pair in wanted
    }


def ties_of(place: str, bonds: Iterable[Bond], by: Policies) -> list[Tie]:
    """The ties of a place, from bonds at hand; bonds of other places are passed over."""
    own = [bond for bond in bonds if place in bond.places]
    return [Tie(bond.places, members_of(bond, by)[bond.places.index(place)], partial(_itself, bond)) for bond in own]


def fold_city(place: str, evidence: Evidence, ties: Sequence[Tie], *, as_of: date, by: Policies) -> CityState:
    """Counts and findings of one place from its ties as folded on ``as_of``.

    The evidence is of the claims on the place, and where there are any, of all its bonds.
    """
    theirs = evidence.pairs_of.get(place, [])

    def bonds_on(day: date) -> Iterable[Bond]:
        own = (tie.bond() for tie in ties)
        return own if day == as_of else fold_bonds(evidence, as_of=day, by=by, pairs=theirs).values()

    claims = evidence.counts_of(place)
    facts = (fact for pair in theirs for fact in evidence.facts.get(pair, ()))
    differences = differences_of_city(place, claims, as_of=as_of, bonds_on=bonds_on, policies=by)
    findings, settled = settle(
        (*count_findings(differences), *own_totals(place, claims, facts), *_namesakes(place, ties)),
        evidence.decisions.get((place,), ()),
    )
    return CityState(
        counts=tuple(
            counted((tie.members[at] for tie in ties), place, rule, as_of) for at, rule in enumerate(by.count_rules)
        ),
        findings=findings,
        settled=settled,
        differences=differences,
    )


def _namesakes(place: str, ties: Iterable[Tie]) -> Iterator[Finding]:
    """Only bonds with partners of one name are looked into."""
    partners = {tie.partner_of(place): tie for tie in ties}
    names = {partner: known.name for partner, known in places_of(partners).items()}
    alike = of_one_name(partners, names.__getitem__)
    return namesakes(place, [partners[partner].bond() for partner in sorted(alike)], names.__getitem__)


def _itself(bond: Bond) -> Bond:
    return bond


def holds_until(facts: Iterable[Fact], *, as_of: date, by: Policies) -> date | None:
    """The first day after ``as_of`` on which a fold of the same facts might differ; None where no day can matter.

    What the fold compares with its day are the days that facts name or were published on, and periods after them. One
    day too many costs a fold; one too few would show yesterday's truth.
    """
    day = as_of.toordinal()
    periods = {0, by.stale_after.days, by.dormant_after.days if by.dormant_after else 0, by.one_happening.days}
    laws = (law.toordinal() for bar in by.bars for law in (bar.since, bar.until) if law)
    # Most days lie too far back for any period to matter.
    recent = {named for named in (*laws, *_days(facts)) if named + max(periods) + 1 > day}
    ahead = (
        named + period + near for named in recent if named < _LAST_DAY for period in periods for near in (-1, 0, 1)
    )
    following = min((then for then in ahead if then > day), default=None)
    return date.fromordinal(following) if following else None


def _days(facts: Iterable[Fact]) -> Iterator[int]:
    """The days, as ordinals, that facts name or were published on."""
    for fact in facts:
        yield (fact.source.published or fact.accepted_at.date()).toordinal()
        if fact.withdrawn:
            yield fact.withdrawn.on.toordinal()
        if fact.resolution.date:
            yield from (day for day in days_of(fact.resolution.date) if BEGIN < day < END)


def read_policies(said: dict[str, Any]) -> Policies:
    """The policies of an entry's body."""
    dormant_after = said["dormant_after"]
    return Policies(
        approvals=tuple((country, tuple(required)) for country, required in said["approvals"].items()),
        councils=tuple(said["councils"]),
        stale_after=timedelta(days=said["stale_after"]),
        dormant_after=timedelta(days=dormant_after) if dormant_after else None,
        one_happening=timedelta(days=said["one_happening"]),
        count_rules=tuple(CountRule(rule) for rule in said["count_rules"]),
        bars=tuple(unpack(LegalBar, bar) for bar in said.get("bars", ())),
    )
