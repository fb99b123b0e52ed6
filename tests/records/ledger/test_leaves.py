from __future__ import annotations

from peyvand.core.ledger.merkle import leaf_hash
from peyvand.records.ledger.leaves import leaf_of
from peyvand.records.ledger.rows import canonical

ENTRY = {
    "number": 7,
    "kind": "verdict",
    "key": "ab12",
    "subject": "cd34",
    "member": 3,
    "recorded_at": "2025-01-01T00:00:00.000000+00:00",
}


def test_a_leaf_is_the_hash_of_the_entry_as_canonical_json() -> None:
    body = {"reason": "نخست", "judgement": "accepted"}

    leaf = leaf_of(**ENTRY, body=canonical(body))

    assert leaf == leaf_hash(canonical(ENTRY | {"body": body}).encode())


def test_signs_in_a_subject_are_escaped() -> None:
    entry = ENTRY | {"subject": 'a "name"\\'}

    assert leaf_of(**entry, body="{}") == leaf_hash(canonical(entry | {"body": {}}).encode())
