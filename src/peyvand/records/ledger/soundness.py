"""Whether an entry is plainly as it was entered, without reading what it says.

Its key and its leaf are hashes of text that stands in its row, so that in nearly every entry both are found to hold by
hashing that text again. Where this says no, `verification` reads the entry and says what is wrong, if anything is.
"""

from __future__ import annotations

import re
from hashlib import sha256

from peyvand.core.ledger.claim import AREA_VERSION, COUNT_VERSION
from peyvand.core.ledger.statement import STATEMENT_VERSION
from peyvand.core.ledger.verdict import VERDICT_VERSION
from peyvand.records.ledger.drafts import RESOLUTION_VERSION
from peyvand.records.ledger.leaves import Entered, leaf_of
from peyvand.records.ledger.models import Kind

# The quotation comes first in such a body, and what is said fills the rest of it.
_SAID = re.compile(r'\{"quote":"[^"\\]*(?:\\.[^"\\]*)*","said":')
_OF_SAID = {
    str(kind): f"{version}\n".encode()
    for kind, version in {
        Kind.STATEMENT: STATEMENT_VERSION,
        Kind.CLAIM: COUNT_VERSION,
        Kind.AREA: AREA_VERSION,
    }.items()
}
_OF_BODY = {
    str(kind): f"{version}\n".encode()
    for kind, version in {Kind.RESOLUTION: RESOLUTION_VERSION, Kind.VERDICT: VERDICT_VERSION}.items()
}


def sound_leaf(entry: Entered, written: str) -> bytes | None:
    """The leaf of a row whose leaf, key and places follow from its body as it stands; None for any other.

    ``written`` is the row's `rows.written_time`.
    """
    leaf = leaf_of(
        number=entry.number,
        kind=entry.kind,
        key=entry.key,
        subject=entry.subject,
        body=entry.body,
        member=entry.member_id,
        recorded_at=written,
    )
    return leaf if leaf.hex() == entry.leaf and _has_its_key(entry) and _has_its_places(entry) else None


def _has_its_key(entry: Entered) -> bool:
    body = entry.body
    if version := _OF_BODY.get(entry.kind):
        return sha256(version + body.encode()).hexdigest() == entry.key
    if version := _OF_SAID.get(entry.kind):
        said = _SAID.match(body)
        return said is not None and sha256(version + body[said.end() : -1].encode()).hexdigest() == entry.key
    return entry.kind == Kind.SOURCE and body.startswith(f'{{"capture":"{entry.key}",')


def _has_its_places(entry: Entered) -> bool:
    if entry.kind == Kind.RESOLUTION:
        return f'"places":["{entry.place_a}","{entry.place_b}"]' in entry.body
    return not (entry.place_a or entry.place_b)
