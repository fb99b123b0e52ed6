"""The log, asked."""

from __future__ import annotations

from dataclasses import dataclass

from peyvand.records.ledger.models import Entry, Head

# RFC 6962: the root of a log without leaves is the hash of nothing.
EMPTY_ROOT = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """How many entries the log holds, and the Merkle root over them (hex)."""

    size: int
    root: str


def keys_beginning(kind: str, beginning: str) -> list[str]:
    """The keys of entries of this kind that begin so, two at most: what people type is meant for one."""
    # As a span of keys, which the index answers on either engine.
    found = Entry.objects.filter(kind=kind, key__gte=beginning, key__lt=f"{beginning}g")
    return list(found.order_by("key").values_list("key", flat=True)[:2])


def head() -> LedgerHead:
    """The log as it stands."""
    found = Head.objects.values_list("size", "root").first()
    return LedgerHead(*found) if found else LedgerHead(0, EMPTY_ROOT)
