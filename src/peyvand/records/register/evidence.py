"""What was read of the ledger: statements and claims with their verdicts and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
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
        return {pair: facts for pair in self._by_pair if is_bond(pair) and (facts := self._facts(pair))}

    def statements_on(self, pair: Pair) -> dict[str, StatementShown]:
        """The statements, of whatever status, whose words mean this pair."""
        return {shown.key: shown for shown in self._by_pair.get(pair, ())}

    def is_public(self, pair: Pair) -> bool:
        """Whether everybody sees the same bond of this pair as the office does."""
        areas = (shown for shown in _accepted(self.areas.values()) if pair_of(shown.places) == pair)
        return (
            pair not in self.forked
            and all(fact.source.public for fact in self.facts.get(pair, ()))
            and all(self.briefs[shown.capture].public for shown in areas)
            and not any(one.capture in self.internal for one in self.withdrawals.values())
        )

    def newest_accepted(self, pair: Pair) -> int:
        """The number of the newest verdict on what is accepted of a pair, -1 where nothing is."""
        return max((self.newest[shown.key] for shown in _accepted(self._by_pair.get(pair, ()))), default=-1)

    def on(self, pairs: Collection[Pair]) -> Evidence:
        """What of it is on these pairs."""
        return replace(
            self,
            statements={shown.key: shown for pair in pairs for shown in self._by_pair.get(pair, ())},
            areas={key: shown for key, shown in self.areas.items() if pair_of(shown.places) in pairs},
        )

    @cached_property
    def _by_pair(self) -> dict[Pair, list[StatementShown]]:
        by_pair: dict[Pair, list[StatementShown]] = defaultdict(list)
        for shown in self.statements.values():
            by_pair[pair_of(shown.resolution.places)].append(shown)
        return by_pair

    def _facts(self, pair: Pair) -> list[Fact]:
        facts = [
            Fact(
                statement=shown.statement,
                resolution=shown.resolution,
                source=self.briefs[shown.capture],
                quote=shown.quote,
                accepted_at=shown.judged.at,
                withdrawn=self.withdrawals.get(shown.key),
            )
            for shown in _accepted(self._by_pair[pair])
            if shown.judged.at
        ]
        return _clustered(facts, self.copies)

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
        for pair, on in self._by_pair.items():
            for shown in on if is_bond(pair) else ():
                if shown.judged.status is Status.FORKED:
                    forked[pair].add(shown.key)
        return forked

    @cached_property
    def newest_on(self) -> dict[Pair, int]:
        """The number of the newest verdict on each pair."""
        return {pair: max(self.newest[shown.key] for shown in on) for pair, on in self._by_pair.items()}

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

    def accepted(self) -> Evidence:
        """What members have accepted, of internal sources too."""
        return replace(
            self,
            statements={shown.key: shown for shown in _accepted(self.statements.values())},
            claims={shown.key: shown for shown in _accepted(self.claims.values())},
            areas={shown.key: shown for shown in _accepted(self.areas.values())},
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
