from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from tests.records.ledger.test_actions import draft

from peyvand.adapters.signing import known_keys, signing_key
from peyvand.core.ledger.checkpoint import NotSigned
from peyvand.core.ledger.merkle import verify_consistency
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.actions import append
from peyvand.records.ledger.checkpoints import keys_folder
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.proofs import (
    BadProof,
    NoSuchEntry,
    NoSuchSize,
    check_inclusion,
    consistency,
    entry_json,
    entry_of,
    inclusion,
    leaf_of,
)
from peyvand.records.ledger.queries import head
from tools import verify_ledger as second


@pytest.fixture
def log(officer: Member, settings: LazySettings, tmp_path: Path) -> list[Entry]:
    settings.HOME, settings.CHECKPOINT_DIRS = tmp_path, []
    return append([draft(f"سخن {at}") for at in range(11)], by=officer)


def test_every_entry_is_proved_to_both_verifiers(log: list[Entry]) -> None:
    keys = known_keys(keys_folder()) or [signing_key(keys_folder()).public]
    theirs = dict(second.key_of(str(key)) for key in keys)

    for entry in log:
        proof = inclusion(entry)
        second.inclusion(proof, theirs)

        assert check_inclusion(proof, keys).root.hex() == head().root


@pytest.mark.parametrize("old", range(12))
def test_growth_is_proved(log: list[Entry], old: int) -> None:
    proof = consistency(old)

    roots = bytes.fromhex(proof["old"]["root"]), bytes.fromhex(proof["new"]["root"])
    assert (proof["new"]["size"], roots[1].hex()) == (head().size, head().root)
    assert verify_consistency(old, 11, *roots, [bytes.fromhex(node) for node in proof["path"]])
    second.consistency(proof, [(old, roots[0]), (11, roots[1])])


def test_growth_between_two_sizes_of_the_past_is_proved(log: list[Entry]) -> None:
    proof = consistency(3, 7)

    second.consistency(proof, [(7, bytes.fromhex(proof["new"]["root"]))])
    assert proof["new"]["root"] == consistency(7)["old"]["root"]


@pytest.mark.parametrize("sizes", [(12, None), (-1, None), (5, 4), (5, 12)])
def test_sizes_that_never_were_prove_nothing(log: list[Entry], sizes: tuple[int, int | None]) -> None:
    with pytest.raises(NoSuchSize):
        consistency(*sizes)


def test_leaf_follows_from_what_the_proof_says(log: list[Entry]) -> None:
    assert [leaf_of(entry_json(entry)).hex() for entry in log] == [entry.leaf for entry in log]
    assert [second.leaf_of(entry_json(entry)).hex() for entry in log] == [entry.leaf for entry in log]


@pytest.mark.parametrize(
    "change",
    [{"number": 4}, {"body": '{"word": "سخن"}'}, {"body": "[]"}, {"body": "?"}, {"kind": "gossip"}, {"member": 99},
     {"recorded_at": "yesterday"}, {"recorded_at": "2026-11-25T18:00:00Z"}],
)  # fmt: skip
def test_other_entry_is_not_what_was_proved(log: list[Entry], change: dict[str, Any]) -> None:
    proof = inclusion(log[3])
    proof["entry"] |= change

    with pytest.raises(BadProof):
        check_inclusion(proof, known_keys(keys_folder()))


def test_proof_needs_the_key_of_its_checkpoint(log: list[Entry], tmp_path: Path) -> None:
    with pytest.raises(NotSigned):
        check_inclusion(inclusion(log[3]), [signing_key(tmp_path / "stranger").public])


def test_entry_is_found_by_its_first_letters(log: list[Entry]) -> None:
    key = log[5].key

    assert (entry_of(key).pk, entry_of(key[:12]).pk) == (5, 5)
    with pytest.raises(NoSuchEntry):
        entry_of(key[:3])
    with pytest.raises(NoSuchEntry):
        entry_of("0" * 64)
