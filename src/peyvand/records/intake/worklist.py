"""The work list follows the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.leaves import Entered
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rows import parse
from peyvand.records.register.gathering import ITEMS, rulings_on

_AT_ONCE = 500
_Item = TypeVar("_Item", Entry, Entered)


def items_of(entries: Iterable[_Item]) -> list[_Item]:
    """The statements and claims among entries."""
    return [entry for entry in entries if entry.kind in ITEMS]


def note(items: Sequence[Entry | Entered]) -> None:
    """Put statements and claims on the list, each with the status that its verdicts give it."""
    Proposal.objects.bulk_create(_rows(items))


def rebuild() -> None:
    """Drop the list and make it again from the ledger: the same rows as before."""
    with writing():
        Proposal.objects.all().delete()
        for items in _batches():
            note(items)


def unlisted() -> list[str]:
    """Keys of items whose row is missing or says something else than the ledger, and of rows without an item."""
    wrong: set[str] = set()
    listed = 0
    for items in _batches():
        due = {row.key: _said(row) for row in _rows(items)}
        found = {row.key: _said(row) for row in Proposal.objects.filter(key__in=list(due))}
        wrong.update(key for key in due if due[key] != found.get(key))
        listed += len(found)
    if listed != Proposal.objects.count():
        entered = Entry.objects.filter(kind__in=ITEMS).values("key")
        wrong.update(Proposal.objects.exclude(key__in=entered).values_list("key", flat=True))
    return sorted(wrong)


def _rows(items: Sequence[Entry | Entered]) -> list[Proposal]:
    rulings = rulings_on([item.key for item in items])
    return [
        Proposal(
            key=item.key,
            number=item.number,
            capture=item.subject,
            start=parse(item.body)["said"]["span"][0],
            status=rulings[item.key].status,
        )
        for item in items
    ]


def _said(row: Proposal) -> tuple[object, ...]:
    return row.number, row.capture, row.start, row.status


def _batches() -> Iterator[list[Entry]]:
    """All statements and claims of the ledger in their order, some at a time."""
    entries = Entry.objects.filter(kind__in=ITEMS).order_by("number").iterator(_AT_ONCE)
    while items := list(islice(entries, _AT_ONCE)):
        yield items
