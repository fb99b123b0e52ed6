"""What was read of the ledger: statements and claims with their verdicts and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from peyvand.core.ledger.bond import Fact, SourceBrief
from peyvand.core.ledger.claim import CountFact, CountResolution
from peyvand.core.ledger.copies import clusters
from peyvand.core.ledger.decision import Decision
from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.records.register.identity import Pair, pair_of
from peyvand.records.register.shown import AreaShown, ClaimShown, SourceShown, StatementShown

_Shown = TypeVar("_Shown", StatementShown, ClaimShown, AreaShown)


@dataclass(frozen=True)
class Evidence:
    """Statements and claims by key, with the sources they come from by capture."""

    statements: dict[str, StatementShown] = field(default_factory=dict)
    claims: dict[str, ClaimShown] = field(default_factory=dict)
    areas: dict[str, AreaShown] = field(default_factory=dict)
    sources: dict[str, SourceShown] = field(default_factory=dict)
    briefs: dict[str, SourceBrief] = field(default_factory=dict)
    # Number of the newest verdict on an item, -1 where there is none.
    newest: dict[str, int] = field(default_factory=dict)
    # By statement, that its list has dropped it; and the newer files of lists that are not for everybody.
    withdrawals: dict[str, Withdrawal] = field(default_factory=dict)
    internal: set[str] = field(default_factory=set)
    # Decisions of members, by the pair or the one place that they are on; and by capture, others that carry its text.
    decisions: dict[tuple[str, ...], tuple[Decision, ...]] = field(default_factory=dict)
    copies: dict[str, set[str]] = field(default_factory=dict)

    @cached_property
    def facts(self) -> dict[Pair, list[Fact]]:
        """The accepted statements, by the pair they are on."""
        facts: dict[Pair, list[Fact]] = defaultdict(list)
        for shown in _accepted(self.statements.values()):
            if shown.judged.at:
                fact = Fact(
                    statement=shown.statement,
                    resolution=shown.resolution,
                    source=self.briefs[shown.capture],
                    quote=shown.quote,
                    accepted_at=shown.judged.at,
                    withdrawn=self.withdrawals.get(shown.key),
                )
                facts[pair_of(shown.resolution.places)].append(fact)
        return {pair: _clustered(on, self.copies) for pair, on in facts.items() if is_bond(pair)}

    def statements_on(self, pair: Pair) -> dict[str, StatementShown]:
        """The statements, of whatever status, whose words mean this pair."""
        return {key: shown for key, shown in self.statements.items() if pair_of(shown.resolution.places) == pair}

    @cached_property
    def areas_on(self) -> dict[Pair, set[str]]:
        """The accepted fields of cooperation, by the pair they are on."""
        areas: dict[Pair, set[str]] = defaultdict(set)
        for shown in _accepted(self.areas.values()):
            areas[pair_of(shown.places)].add(shown.claim.area)
        return areas

    @cached_property
    def forked(self) -> dict[Pair, set[str]]:
        """The statements on which verdicts stand against each other, by the pair they are on."""
        forked: dict[Pair, set[str]] = defaultdict(set)
        for shown in self.statements.values():
            if shown.judged.status is Status.FORKED and is_bond(shown.resolution.places):
                forked[pair_of(shown.resolution.places)].add(shown.key)
        return forked

    @cached_property
    def newest_on(self) -> dict[Pair, int]:
        """The number of the newest verdict on each pair."""
        newest: dict[Pair, int] = defaultdict(lambda: -1)
        for key, shown in self.statements.items():
            pair = pair_of(shown.resolution.places)
            newest[pair] = max(newest[pair], self.newest[key])
        return newest

    @cached_property
    def pairs(self) -> set[Pair]:
        """The pairs that an accepted or a disputed statement is on."""
        return {*self.facts, *self.forked}

    @cached_property
    def pairs_of(self) -> dict[str, list[Pair]]:
        """The pairs by each of their places."""
        pairs: dict[str, list[Pair]] = defaultdict(list)
        for pair in sorted(self.pairs):
            for place in pair:
                pairs[place].append(pair)
        return pairs

    @cached_property
    def claimed(self) -> set[str]:
        """The cities that accepted count claims are on."""
        return {shown.city for shown in _accepted(self.claims.values())}

    def counts_of(self, city: str) -> list[CountFact]:
        """The accepted count claims on a city."""
        return [
            CountFact(
                claim=shown.claim,
                resolution=CountResolution(claim=shown.key, city=shown.city, partner=shown.partner),
                source=self.briefs[shown.capture],
                quote=shown.quote,
                accepted_at=shown.judged.at,
            )
            for shown in _accepted(self.claims.values())
            if shown.city == city and shown.judged.at
        ]

    def for_public(self) -> Evidence:
        """What everybody may see: accepted words of public sources, without members' names and reasons."""
        public = {capture: source for capture, source in self.sources.items() if source.public}
        return replace(
            self,
            statements=_public(self.statements, public),
            claims=_public(self.claims, public),
            areas=_public(self.areas, public),
            sources=public,
            withdrawals={key: one for key, one in self.withdrawals.items() if one.capture not in self.internal},
        )


def is_bond(places: Pair) -> bool:
    """Whether it is two places: what was said of ids that turned out to be one place is said of no bond."""
    return places[0] != places[1]


def _clustered(facts: list[Fact], copies: Mapping[str, set[str]]) -> list[Fact]:
    """Facts of copies with the name of their cluster. Seen for each pair by itself, so that what else was read with it
    changes no bond."""
    captures = {fact.source.capture for fact in facts}
    alike = ((capture, other) for capture in captures for other in copies.get(capture, ()) if other in captures)
    named = clusters(((fact.source.capture, fact.quote) for fact in facts), alike)
    return [
        replace(fact, source=replace(fact.source, cluster=named[fact.source.capture]))
        if fact.source.capture in named
        else fact
        for fact in facts
    ]


def _accepted(shown: Iterable[_Shown]) -> list[_Shown]:
    return [one for one in shown if one.judged.status is Status.ACCEPTED]


def _public(shown: Mapping[str, _Shown], public: Mapping[str, SourceShown]) -> dict[str, _Shown]:
    return {
        one.key: replace(one, judged=replace(one.judged, by=None, reason=""))
        for one in _accepted(shown.values())
        if one.capture in public
    }
