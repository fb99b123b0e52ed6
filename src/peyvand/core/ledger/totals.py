"""A list that states a total other than the number of its own rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from peyvand.core.ledger.bond import Fact, Finding
from peyvand.core.ledger.claim import CountFact
from peyvand.core.ledger.words import Event, Modality, SourceKind

_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})


def own_totals(place: str, claims: Iterable[CountFact], facts: Iterable[Fact]) -> Iterator[Finding]:
    """A ``totals_differ`` finding for each list whose claimed total on ``place`` is not what its rows give.

    ``facts`` are the accepted statements on bonds of the place.
    """
    listed = _listed(place, facts)
    for claim in sorted(claims, key=lambda one: one.claim.key):
        said = claim.claim
        if said.kind != "total" or claim.resolution.city != place or claim.source.kind is not SourceKind.DATASET_ROW:
            continue
        partners = listed.get(said.capture, set())
        if len(partners) != said.n:
            details = (("claimed", str(said.n)), ("listed", str(len(partners))))
            yield Finding(code="totals_differ", statements=(said.key,), details=details)


def _listed(place: str, facts: Iterable[Fact]) -> dict[str, set[str]]:
    """By list, the partners that it gives the place."""
    listed: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        said = fact.statement
        if place in fact.resolution.places and said.event in _TIES and said.modality is Modality.DONE:
            listed[fact.source.capture] |= {*fact.resolution.places} - {place}
    return listed
