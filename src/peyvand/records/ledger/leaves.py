"""What the tree is made of: entries as they are hashed, and as rows."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from peyvand.core.ledger.merkle import leaf_hash
from peyvand.records.ledger.rows import canonical

_PLAIN = re.compile("[0-9a-z_]*")


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


def leaf_of(*, number: int, kind: str, key: str, subject: str, body: str, member: int, recorded_at: str) -> bytes:
    """The hash of the entry as canonical JSON. ``body`` is canonical JSON itself and stands in it as it is;
    ``recorded_at`` is a `rows.written_time`."""
    # Written out in the order of the names, for this is done for every entry; only words with signs need more care.
    if not _PLAIN.fullmatch(key + subject):
        key, subject = canonical(key)[1:-1], canonical(subject)[1:-1]
    text = (
        f'{{"body":{body},"key":"{key}","kind":"{kind}","member":{member},"number":{number},'
        f'"recorded_at":"{recorded_at}","subject":"{subject}"}}'
    )
    return leaf_hash(text.encode())
