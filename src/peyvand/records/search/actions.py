"""The index follows what it is made of, and can be made anew at any time with the same rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.db import connection

from peyvand.adapters.engines.bulk import insert_rows, much_at_once
from peyvand.adapters.search import INDEX
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.ledger.actions import writing
from peyvand.records.search.drafts import Row, rows_of
from peyvand.records.search.kinds.every import KINDS
from peyvand.records.search.models import Item

_AT_ONCE = 400


def rebuild(*, by: Member) -> int:
    """Drop the index and make it anew; how many rows it has. Raises `NotAllowed`."""
    allow(by, "register.rebuild")
    record(by, "register.rebuild", thing="index:all")
    build()
    return Item.objects.count()


def build() -> None:
    """Make the index of everything, whole or not at all."""
    with much_at_once(connection), writing():
        Item.objects.all().delete()
        for kind in KINDS.values():
            _enter(row for draft in kind.drafts(None) for row in rows_of(draft))
        INDEX.settle(connection)


def renew(kind: str, refs: Collection[str]) -> None:
    """Make the rows of these items anew; of one that there is no more, none are left. In the caller's transaction."""
    known = sorted(set(refs))
    for start in range(0, len(known), _AT_ONCE):
        some = known[start : start + _AT_ONCE]
        new = {(row[2], row[4], row[3]): row for draft in KINDS[kind].drafts(some) for row in rows_of(draft)}
        stored = Item.objects.filter(kind=kind, ref__in=some)
        old = {(row[2], row[4], row[3]): row for row in stored.values_list(*_COLUMNS)}
        gone = [old[key][0] for key in old if new.get(key) != old[key]]
        Item.objects.filter(pk__in=gone).delete()
        _enter(row for key, row in new.items() if old.get(key) != row)


_COLUMNS = ("id", "kind", "ref", "part", "seen", "words")


def _enter(rows: Iterable[Row]) -> None:
    """Add rows. Where two things of one weight would have one number by chance, the second takes the next."""
    rest = iter(rows)
    while some := list(islice(rest, _AT_ONCE)):
        insert_rows(connection, Item, _numbered(some))


def _numbered(rows: list[Row]) -> Iterator[Row]:
    taken = set(Item.objects.filter(pk__in=[row[0] for row in rows]).values_list("pk", flat=True))
    for row in rows:
        number = row[0]
        while number in taken or (number != row[0] and Item.objects.filter(pk=number).exists()):
            number += 1
        taken.add(number)
        yield (number, *row[1:])


def differences() -> list[str]:
    """What the index has otherwise than a fresh one would: kinds and names. Empty when all is well."""
    wrong: list[str] = []
    for kind in KINDS.values():
        fresh: dict[tuple[str, str, int], str] = {}
        for draft in kind.drafts(None):
            fresh.update({(row[2], row[4], row[3]): row[5] for row in rows_of(draft)})
        stored = Item.objects.filter(kind=kind.name).values_list("ref", "seen", "part", "words")
        kept = {(ref, seen, part): words for ref, seen, part, words in stored.iterator()}
        names = {key[0] for key in fresh.keys() | kept.keys() if fresh.get(key) != kept.get(key)}
        wrong += [f"{kind.name} {name}" for name in sorted(names)]
    unknown = Item.objects.exclude(kind__in=KINDS).values_list("kind", "ref")
    return wrong + [f"{kind} {ref}" for kind, ref in unknown]
