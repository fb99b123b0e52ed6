"""The second verifier, beside the first and beside what others have written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from peyvand.adapters.signing import ed25519
from peyvand.core.ledger import merkle
from peyvand.records.ledger.models import Kind
from tools import verify_ledger as second

ROOT = Path(__file__).parents[2]
REFUSED = (second.Wrong, LookupError)


def accepts_inclusion(leaf: bytes, index: int, size: int, path: list[bytes], root: bytes) -> bool:
    try:
        return bool(second.root_by_path(leaf, index, size, path) == root)
    except REFUSED:
        return False


def accepts_consistency(old: int, new: int, old_root: bytes, new_root: bytes, path: list[bytes]) -> bool:
    proof = {
        "old": {"size": old, "root": old_root.hex()},
        "new": {"size": new, "root": new_root.hex()},
        "path": [node.hex() for node in path],
    }
    try:
        second.consistency(proof, [(new, new_root)])
    except REFUSED:
        return False
    return True


def altered(value: int, random: Random) -> int:
    return value ^ random.choice([0, 0, 1, 2, 64])


def altered_path(path: tuple[bytes, ...], random: Random) -> list[bytes]:
    return [*path, bytes(32)][: len(path) + random.choice([-1, 0, 0, 0, 1])]


def tree(random: Random) -> list[bytes]:
    return [random.randbytes(32) for _ in range(random.randrange(1, 80))]


def test_both_agree_on_a_thousand_trees() -> None:
    random = Random(1)
    for _ in range(1_000):
        leaves = tree(random)
        grown = second.Tree()
        for leaf in leaves:
            grown.grow(leaf)
        index, size = random.randrange(len(leaves)), len(leaves)

        path = list(merkle.inclusion_proof(leaves, index))

        assert grown.root() == merkle.root_of(leaves)
        assert accepts_inclusion(leaves[index], index, size, path, grown.root())


def test_both_agree_on_proofs_of_inclusion_true_or_not() -> None:
    random, seen = Random(2), []
    for _ in range(2_000):
        leaves = tree(random)
        index = random.randrange(len(leaves))
        root, leaf = merkle.root_of(leaves), leaves[index]
        path = altered_path(merkle.inclusion_proof(leaves, index), random)
        index, size = altered(index, random), altered(len(leaves), random)

        first = merkle.verify_inclusion(leaf, index, size, path, root)

        assert accepts_inclusion(leaf, index, size, path, root) == first
        seen.append(first)
    assert set(seen) == {True, False}


def test_both_agree_on_proofs_of_growth_true_or_not() -> None:
    random, seen = Random(3), []
    for _ in range(2_000):
        leaves = tree(random)
        old = random.randrange(len(leaves) + 1)
        roots = merkle.root_of(leaves[:old]), merkle.root_of(leaves)
        path = altered_path(merkle.consistency_proof(leaves, old), random)
        old, size = altered(old, random), altered(len(leaves), random)

        first = merkle.verify_consistency(old, size, *roots, path)

        assert accepts_consistency(old, size, *roots, path) == first
        seen.append(first)
    assert set(seen) == {True, False}


def test_growth_needs_a_checkpoint_to_start_from() -> None:
    proof = {"old": {"size": 0, "root": ""}, "new": {"size": 0, "root": ""}, "path": []}

    with pytest.raises(second.Wrong):
        second.consistency(proof, [])


def test_its_signatures_are_those_of_the_library() -> None:
    random = Random(4)
    for _ in range(40):
        seed, message = random.randbytes(32), random.randbytes(random.randrange(200))
        public, signature = ed25519.public_of(seed), ed25519.sign(seed, message)
        spoilt = bytearray(signature)
        spoilt[random.randrange(64)] ^= 1 << random.randrange(8)

        assert second.signed(public, signature, message)
        assert second.signed(public, bytes(spoilt), message) == ed25519.check(public, bytes(spoilt), message)


def test_signature_with_the_order_added_is_another_spelling_and_refused() -> None:
    seed = bytes(range(32))
    signature = ed25519.sign(seed, b"")
    s = int.from_bytes(signature[32:], "little") + second.ORDER

    assert not second.signed(ed25519.public_of(seed), signature[:32] + s.to_bytes(32, "little"), b"")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.SOURCE])
def test_it_knows_the_name_in_every_key(kind: Kind) -> None:
    first = [*(ROOT / "src/peyvand/core/ledger").glob("*.py"), ROOT / "src/peyvand/records/ledger/drafts.py"]

    assert any(f'"peyvand/{second.PARTS.get(kind, kind)}/1"' in path.read_text("utf-8") for path in first)


def test_it_stays_small_and_knows_nothing_of_the_first() -> None:
    source = (ROOT / "tools" / "verify_ledger.py").read_text("utf-8")
    imported = {line.split()[1] for line in source.splitlines() if line.startswith(("import ", "from "))}

    assert len(source.splitlines()) < 320
    assert imported <= set(sys.stdlib_module_names)


def test_wrong_usage_is_status_2() -> None:
    command = [sys.executable, str(ROOT / "tools" / "verify_ledger.py"), "nothing"]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
