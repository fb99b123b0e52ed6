"""The work list follows the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from django.db import connection

from peyvand.adapters.engines.bulk import insert_rows
from peyvand.core.ledger.verdict import Status
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.leaves import Entered
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rows import read
from peyvand.records.register.gathering import ITEMS, rulings_on

# What a dispute or a verdict taken back leaves open waits as well.
WAITING = (Status.OPEN, Status.FORKED, Status.WITHDRAWN)
_AT_ONCE = 500
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Said:
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Body:
    """As much of a statement's or a claim's body as the list needs."""

    said: _Said


_Item = TypeVar("_Item", Entry, Entered)


def items_of(entries: Iterable[_Item]) -> list[_Item]:
    """The statements and claims among entries."""
    return [entry for entry in entries if entry.kind in ITEMS]


def note_new(items: Iterable[Entry | Entered]) -> None:
    """Put statements and claims on the list that have just been entered: no verdict can have seen them."""
    insert_rows(connection, Proposal, [(i.key, i.number, i.subject, _start(i), Status.OPEN.value) for i in items])


def note(items: Iterable[Entry | Entered]) -> None:
    """Put statements and claims on the list, if a verdict on them is due."""
    for some in _some(items):
        Proposal.objects.bulk_create(_rows(some))


def follow(keys: Iterable[str]) -> None:
    """Put statements and claims on the list or take them off it, as the verdicts on them now say."""
    for some in _some(keys):
        Proposal.objects.filter(key__in=some).delete()
        note(Entry.objects.filter(key__in=some, kind__in=ITEMS))


def rebuild() -> None:
    """Drop the list and make it again from the ledger: the same rows as before."""
    with writing():
        Proposal.objects.all().delete()
        note(_items())


def unlisted() -> list[str]:
    """Keys of items whose row is missing or says something else than the ledger, and of rows without a waiting item."""
    wrong: set[str] = set()
    listed = 0
    for items in _some(_items()):
        due = {row.key: _said(row) for row in _rows(items)}
        found = {row.key: _said(row) for row in Proposal.objects.filter(key__in=[item.key for item in items])}
        wrong |= {key for key in due.keys() | found.keys() if due.get(key) != found.get(key)}
        listed += len(found)
    if listed < Proposal.objects.count():
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
            start=_start(item),
            status=rulings[item.key].status,
        )
        for item in items
        if rulings[item.key].status in WAITING
    ]


def _start(item: Entry | Entered) -> int:
    return read(_Body, item.body).said.span[0]


def _said(row: Proposal) -> tuple[object, ...]:
    return row.number, row.capture, row.start, row.status


def _items() -> Iterator[Entry]:
    """All statements and claims of the ledger in their order."""
    return Entry.objects.filter(kind__in=ITEMS).order_by("number").iterator(_AT_ONCE)


def _some(these: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(these)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
