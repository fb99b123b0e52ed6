"""The decisions of members as the ledger has them: which stand at a time, on pairs, on places, or of a kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from peyvand.core.ledger.decision import Decision, Revocation, standing_decisions
from peyvand.core.ledger.identity import kept_places
from peyvand.records.ledger.drafts import read_decision
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import parse, unpack
from peyvand.records.register.identity import Identity, Pair

# Below the number of variables that SQLite takes.
_AT_ONCE = 250
_ON_BONDS = ("merge_events", "split_event", "settle_finding")


def identity_at(known_at: datetime | None = None) -> Identity:
    """Which places were one, as it was known at a time."""
    return Identity(kept_places(decisions_called("same_place", known_at=known_at)))


def decisions_called(*names: str, known_at: datetime | None = None) -> tuple[Decision, ...]:
    """The decisions of these kinds that stand, in the order in which they were taken."""
    called = Entry.objects.filter(kind=Kind.DECISION, subject__in=names)
    return standing(called.values_list("body", flat=True), known_at)


def on_bonds(pairs: Collection[Pair], places: Collection[str]) -> QuerySet[Entry]:
    """The decisions ever taken on the bonds of these pairs of ids, and on what these places' own pages say."""
    decisions = Entry.objects.filter(kind=Kind.DECISION, subject__in=_ON_BONDS)
    # A question that names very many places is slower than reading all that was decided.
    if len(pairs) + len(places) > _AT_ONCE:
        return decisions
    named = Q(pk__in=[])
    for first, second in pairs:
        named |= Q(place_a=first, place_b=second) | Q(place_a=second, place_b=first)
    for place in places:
        named |= Q(place_a=place, place_b="")
    return decisions.filter(named)


def standing(bodies: Iterable[str], known_at: datetime | None = None) -> tuple[Decision, ...]:
    """Of the decisions with these bodies, those that stand, in the order in which they were taken."""
    decisions = [read_decision(parse(body)) for body in bodies]
    return standing_decisions(decisions, _revocations([one.key for one in decisions]), known_at=known_at)


def by_places(decisions: Iterable[Decision], identity: Identity) -> dict[tuple[str, ...], tuple[Decision, ...]]:
    """Decisions by the pair or the one place, in kept ids, that they are on."""
    found: dict[tuple[str, ...], tuple[Decision, ...]] = {}
    for decision in decisions:
        on = tuple(sorted({identity.of(place) for place in decision.places}))
        found[on] = (*found.get(on, ()), decision)
    return found


def decision_of(key: str) -> Decision | None:
    """A decision by its key, whether it stands or not."""
    body = Entry.objects.filter(kind=Kind.DECISION, key=key).values_list("body", flat=True).first()
    return read_decision(parse(body)) if body else None


def stands(key: str) -> bool:
    """Whether a decision was taken and never taken back."""
    return bool(standing(Entry.objects.filter(kind=Kind.DECISION, key=key).values_list("body", flat=True)))


def _revocations(keys: list[str]) -> Iterable[Revocation]:
    for start in range(0, len(keys), _AT_ONCE):
        on = Entry.objects.filter(kind=Kind.REVOCATION, subject__in=keys[start : start + _AT_ONCE])
        yield from (unpack(Revocation, parse(body)) for body in on.values_list("body", flat=True))
