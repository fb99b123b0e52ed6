from __future__ import annotations

import json

from tests.factories.exports import BONDS, HEAD, written


def test_bonds_are_as_in_show_and_bring_their_sources() -> None:
    told = json.loads(written("json"))

    assert {name: told[name] for name in ("as_of", "ledger", "licence")} == {
        "as_of": "2025-06-02", "ledger": {"size": HEAD.size, "root": HEAD.root}, "licence": HEAD.licence,
    }  # fmt: skip
    assert [bond["id"] for bond in told["bonds"]] == [bond.slug for bond in BONDS]
    first = told["bonds"][0]
    assert [side["standing"]["state"] for side in first["sides"]] == ["in_force", "suspended"]
    assert first["sources"]["a1"]["publisher"] == "خبرگزاری نمونه"
