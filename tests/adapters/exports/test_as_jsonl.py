from __future__ import annotations

import json

from tests.factories.exports import BONDS, HEAD, written


def test_each_bond_has_a_line_after_the_head() -> None:
    head, *bonds = (json.loads(line) for line in written("jsonl").splitlines())

    assert (head["peyvand"], head["as_of"], head["ledger"]["size"]) == ("bonds/1", "2025-06-02", HEAD.size)
    assert [bond["id"] for bond in bonds] == [bond.slug for bond in BONDS]
    assert bonds == json.loads(written("json"))["bonds"]
