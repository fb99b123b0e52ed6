"""Whether an entry is plainly as it was entered, without reading what it says.

Its key and its leaf are hashes of text that stands in its row, so that in nearly every entry both are found to hold by
hashing that text again. Where this says no, `verification` reads the entry and says what is wrong, if anything is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from peyvand.core.ledger.claim import AREA_VERSION, COUNT_VERSION
from peyvand.core.ledger.statement import STATEMENT_VERSION
from peyvand.core.ledger.verdict import VERDICT_VERSION
from peyvand.records.ledger.drafts import RESOLUTION_VERSION
from peyvand.records.ledger.models import Kind

# The quotation comes first in such a body, and what is said fills the rest of it.
_SAID = re.compile(rb'\{"quote":"[^"\\]*(?:\\.[^"\\]*)*","said":', re.DOTALL)
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
_RESOLUTION, _SOURCE = str(Kind.RESOLUTION), str(Kind.SOURCE)


def sound_leaf(entry: Sequence[Any], written: str) -> bytes | None:
    """The leaf of a row whose leaf, key and places follow from its body as it stands; None for any other.

    ``entry`` has the columns of `leaves.Entered`, its time unread; ``written`` is that time as `rows.written_time`.
    """
    number, kind, key, subject, body, leaf, _time, member, place_a, place_b = entry
    # Letters and digits stand in JSON as they are; what else there is needs more care than this takes.
    if type(body) is not str or not (subject.isalnum() and subject.isascii()):
        return None
    said = body.encode()
    # As `leaves.leaf_of` has it, put together once more since this is done for every entry there is.
    rest = (
        f',"key":"{key}","kind":"{kind}","member":{member},"number":{number},'
        f'"recorded_at":"{written}","subject":"{subject}"}}'
    )
    found = sha256(b'\x00{"body":' + said + rest.encode())
    if found.hexdigest() != leaf or not _has_its_key(kind, key, said):
        return None
    if kind == _RESOLUTION:
        return found.digest() if f'"places":["{place_a}","{place_b}"]' in body else None
    return None if place_a or place_b else found.digest()


def _has_its_key(kind: str, key: str, body: bytes) -> bool:
    if version := _OF_BODY.get(kind):
        return sha256(version + body).hexdigest() == key
    if version := _OF_SAID.get(kind):
        said = _SAID.match(body)
        return said is not None and sha256(version + body[said.end() : -1]).hexdigest() == key
    # Every other key was found to be a hash; this one has to look like one.
    return kind == _SOURCE and key.isalnum() and key.isascii() and body.startswith(b'{"capture":"%b",' % key.encode())
