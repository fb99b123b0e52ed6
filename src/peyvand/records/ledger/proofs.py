"""Proofs for those who hold a checkpoint and nothing else: an entry is in the log, or the log has only grown.

Each is a JSON object that any program can check with SHA-256 and Ed25519 alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from peyvand.adapters.signing import check
from peyvand.core.ledger import merkle
from peyvand.core.ledger.checkpoint import Checkpoint, VerifierKey, open_checkpoint
from peyvand.core.ledger.merkle import Frontier, Range
from peyvand.records.ledger import checkpoints, leaves
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.queries import head
from peyvand.records.ledger.rows import canonical, parse, written_time

_INCLUSION, _CONSISTENCY = "inclusion/1", "consistency/1"
# Fewer letters of a key are not worth guessing from.
_LEAST_PREFIX = 8


class NoSuchEntry(LookupError):
    """The log has no entry of this key, or several begin with it."""


class StruckOut(NoSuchEntry):
    """Words of the entry were struck out: what is left of it no longer hashes to its leaf."""


class NoSuchSize(ValueError):
    """The log never had these sizes, in this order."""


class BadProof(ValueError):
    """The proof does not prove what it says."""


def entry_of(key: str) -> Entry:
    """The entry of a key, or of the only one that begins with these letters. Raises `NoSuchEntry`."""
    found = list(Entry.objects.filter(key__startswith=key)[:2]) if len(key) >= _LEAST_PREFIX else []
    if len(found) != 1:
        raise NoSuchEntry(key)
    return found[0]


def inclusion(entry: Entry) -> dict[str, Any]:
    """The proof that an entry is in the log, against a checkpoint signed now. Raises `StruckOut`, and as
    `checkpoints.write`."""
    if leaf_of(entry_json(entry)).hex() != entry.leaf:
        raise StruckOut(entry.key)
    written = checkpoints.write()
    path = merkle.inclusion_ranges(entry.number, written.checkpoint.size)
    return {
        "peyvand": _INCLUSION,
        "entry": entry_json(entry),
        "path": [root.hex() for root in _roots(path)],
        "checkpoint": str(written.note),
    }


def consistency(old_size: int, new_size: int | None = None) -> dict[str, Any]:
    """The proof that the log of ``new_size`` entries (None: as it stands) only added to that of ``old_size``. Raises
    `NoSuchSize`."""
    new_size = head().size if new_size is None else new_size
    if not 0 <= old_size <= new_size <= head().size:
        raise NoSuchSize(f"{old_size}–{new_size}")
    old = checkpoints.grown(Frontier(), old_size)
    new = checkpoints.grown(old, new_size)
    return {
        "peyvand": _CONSISTENCY,
        "old": {"size": old_size, "root": old.root().hex()},
        "new": {"size": new_size, "root": new.root().hex()},
        "path": [root.hex() for root in _roots(merkle.consistency_ranges(old_size, new_size))],
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    """What the leaf of an entry covers; the body as the very text that was hashed."""
    return {
        "number": entry.number,
        "kind": entry.kind,
        "key": entry.key,
        "subject": entry.subject,
        "body": entry.body,
        "member": entry.member_id,
        "recorded_at": written_time(entry.recorded_at),
    }


def leaf_of(entry: Mapping[str, Any]) -> bytes:
    """The leaf hash of an entry written by `entry_json`. Raises ValueError, KeyError or TypeError for anything else."""
    body = parse(entry["body"])
    if canonical(body) != entry["body"]:
        raise ValueError("the body is not in its canonical form")
    time = datetime.fromisoformat(entry["recorded_at"])
    if written_time(time) != entry["recorded_at"]:
        raise ValueError("the time is not in its canonical form")
    given = {name: entry[name] for name in ("number", "kind", "key", "subject", "body", "member")}
    return leaves.leaf_of(**given | {"kind": Kind(given["kind"])}, recorded_at=entry["recorded_at"])


def check_inclusion(proof: Mapping[str, Any], keys: Iterable[VerifierKey]) -> Checkpoint:
    """The checkpoint that the proof holds for, by one of the keys. Raises `BadProof`, or as `open_checkpoint`."""
    checkpoint = open_checkpoint(proof["checkpoint"], keys, check)
    try:
        leaf = leaf_of(proof["entry"])
        path = [bytes.fromhex(root) for root in proof["path"]]
        number = proof["entry"]["number"]
    except (ValueError, KeyError, TypeError) as fault:
        raise BadProof("not a proof") from fault
    if not merkle.verify_inclusion(leaf, number, checkpoint.size, path, checkpoint.root):
        raise BadProof("the entry is not in the log of this checkpoint")
    return checkpoint


def _roots(ranges: Iterable[Range]) -> Iterable[bytes]:
    for start, stop in ranges:
        rows = Entry.objects.filter(number__gte=start, number__lt=stop).order_by("number")
        leaves = rows.values_list("leaf", flat=True).iterator()
        yield Frontier().extend(bytes.fromhex(leaf) for leaf in leaves).root()
