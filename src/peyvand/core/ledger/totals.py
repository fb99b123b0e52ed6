"""A list that states a total other than the number of its own rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peyvand.core.ledger.bond import Fact, Finding
from peyvand.core.ledger.claim import CountFact
from peyvand.core.ledger.words import Event, Modality, SourceKind

_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})


def own_totals(place: str, claims: Iterable[CountFact], facts: Iterable[Fact]) -> Iterator[Finding]:
    """A ``totals_differ`` finding for each list whose claimed total on ``place`` is not what its rows give.

    ``facts`` are the accepted statements on bonds of the place. What newer files of the list added or dropped after
    the claim does not count.
    """
    rows = [fact for fact in facts if place in fact.resolution.places and _is_tie(fact)]
    for claim in sorted(claims, key=lambda one: one.claim.key):
        said = claim.claim
        if said.kind != "total" or claim.resolution.city != place or claim.source.kind is not SourceKind.DATASET_ROW:
            continue
        day = _day(claim)
        of_list = (row for row in rows if _same_list(row, claim) and _day(row) <= day and not row.is_withdrawn(day))
        partners = {partner for row in of_list for partner in row.resolution.places} - {place}
        if len(partners) != said.n:
            details = (("claimed", str(said.n)), ("listed", str(len(partners))))
            yield Finding(code="totals_differ", statements=(said.key,), details=details)


def _is_tie(fact: Fact) -> bool:
    return fact.statement.event in _TIES and fact.statement.modality is Modality.DONE


def _same_list(row: Fact, claim: CountFact) -> bool:
    if row.source.origin or claim.source.origin:
        return row.source.origin == claim.source.origin
    return row.source.capture == claim.source.capture


def _day(told: Fact | CountFact) -> int:
    return (told.source.published or told.accepted_at.date()).toordinal()
