"""What the tree is made of: entries as they are hashed, and as rows."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from peyvand.core.ledger.merkle import leaf_hash
from peyvand.records.ledger.rows import canonical, written_time


class Entered(NamedTuple):
    """One entry in its place, as its row has it: the columns of `models.Entry` in their order."""

    number: int
    kind: str
    key: str
    subject: str
    body: str
    leaf: str
    recorded_at: datetime
    member_id: int
    place_a: str = ""
    place_b: str = ""


def leaf_of(*, number: int, kind: str, key: str, subject: str, body: str, member: int, recorded_at: datetime) -> bytes:
    """The hash of the entry as canonical JSON. ``body`` is canonical JSON itself and stands in it as it is."""
    rest = {
        "key": key,
        "kind": kind,
        "member": member,
        "number": number,
        "recorded_at": written_time(recorded_at),
        "subject": subject,
    }
    # "body" is the first of the names in their order.
    return leaf_hash(f'{{"body":{body},{canonical(rest)[1:]}'.encode())
