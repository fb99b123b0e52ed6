"""The work list follows the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rows import parse
from peyvand.records.register.gathering import ITEMS, rulings_on

_AT_ONCE = 500


def items_of(entries: Iterable[Entry]) -> list[Entry]:
    """The statements and claims among entries."""
    return [entry for entry in entries if entry.kind in ITEMS]


def note(items: Sequence[Entry]) -> None:
    """Put statements and claims on the list, each with the status that its verdicts give it."""
    rulings = rulings_on([item.key for item in items])
    Proposal.objects.bulk_create(
        Proposal(
            key=item.key,
            number=item.number,
            capture=item.subject,
            start=parse(item.body)["said"]["span"][0],
            status=rulings[item.key].status,
        )
        for item in items
    )


def rebuild() -> None:
    """Drop the list and make it again from the ledger: the same rows as before."""
    with writing():
        Proposal.objects.all().delete()
        items: list[Entry] = []
        for item in Entry.objects.filter(kind__in=ITEMS).order_by("number").iterator(_AT_ONCE):
            items.append(item)
            if len(items) == _AT_ONCE:
                note(items)
                items = []
        note(items)
