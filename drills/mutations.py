"""Proofs with one bit changed: no verifier may accept one, and both verifiers must agree on every proof.

python -m drills.mutations --rounds 20000
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from random import Random
from typing import Any
from unittest.mock import patch

from drills.reporting import drill
from peyvand.adapters.signing import SigningKey
from peyvand.core.ledger import merkle
from peyvand.core.ledger.checkpoint import Checkpoint
from peyvand.records.ledger.proofs import check_inclusion, leaf_of
from tools import verify_ledger as other

KEY = SigningKey("drills/mutations", bytes(range(32)))
OTHER_KEYS = dict([other.key_of(str(KEY.public))])
_REFUSED = (other.Wrong, ValueError, LookupError, TypeError)
_LARGEST = 200
_CHANGES_EACH = 5

Proof = dict[str, Any]


def some_proof(random: Random) -> Proof:
    """The proof of a random entry of a random log."""
    size = random.randrange(1, _LARGEST)
    number = random.randrange(size)
    entry = _entry(number, random)
    leaves = [random.randbytes(32) for _ in range(size)]
    leaves[number] = leaf_of(entry)
    checkpoint = Checkpoint(KEY.name, size, merkle.root_of(leaves))
    path = [node.hex() for node in merkle.inclusion_proof(leaves, number)]
    return {"entry": entry, "path": path, "checkpoint": str(KEY.signed(checkpoint.text))}


def _entry(number: int, random: Random) -> Proof:
    body = json.dumps({"word": random.randbytes(8).hex()}, separators=(",", ":"))
    return {
        "number": number,
        "kind": "statement",
        "key": random.randbytes(32).hex(),
        "subject": random.randbytes(32).hex(),
        "body": body,
        "member": random.randrange(1, 9),
        "recorded_at": f"2026-11-25T18:00:00.{random.randrange(10**6):06}+00:00",
    }


def changed(proof: Proof, random: Random) -> tuple[str, Proof]:
    """The proof with one bit changed, and where."""
    where, change = random.choice(CHANGES)
    copy = json.loads(json.dumps(proof))
    change(copy, random)
    return where if copy != proof else "nothing", copy


def _leaf(proof: Proof, random: Random) -> None:
    name = random.choice(["body", "key", "subject", "recorded_at"])
    proof["entry"][name] = flipped(proof["entry"][name].encode(), random).decode("latin-1")


def _node(proof: Proof, random: Random) -> None:
    if proof["path"]:
        at = random.randrange(len(proof["path"]))
        proof["path"][at] = flipped(bytes.fromhex(proof["path"][at]), random).hex()


def _number(proof: Proof, random: Random) -> None:
    proof["entry"]["number"] ^= 1 << random.randrange(10)


def _member(proof: Proof, random: Random) -> None:
    proof["entry"]["member"] ^= 1 << random.randrange(10)


def _size(proof: Proof, random: Random) -> None:
    _line(proof, 1, lambda size: str(int(size) ^ 1 << random.randrange(10)))


def _root(proof: Proof, random: Random) -> None:
    _line(proof, 2, lambda root: b64encode(flipped(b64decode(root), random)).decode())


def _signature(proof: Proof, random: Random) -> None:
    def change(line: str) -> str:
        name, encoded = line.rsplit(" ", 1)
        return f"{name} {b64encode(flipped(b64decode(encoded), random)).decode()}"

    _line(proof, 4, change)


def _note(proof: Proof, random: Random) -> None:
    proof["checkpoint"] = flipped(proof["checkpoint"].encode(), random).decode("utf-8", "replace")


def _line(proof: Proof, at: int, change: Callable[[str], str]) -> None:
    lines = proof["checkpoint"].split("\n")
    lines[at] = change(lines[at])
    proof["checkpoint"] = "\n".join(lines)


def flipped(data: bytes, random: Random) -> bytes:
    """The bytes with one bit changed."""
    bit = random.randrange(len(data) * 8)
    return bytes(byte ^ (1 << bit % 8 if at == bit // 8 else 0) for at, byte in enumerate(data))


CHANGES: tuple[tuple[str, Callable[[Proof, Random], None]], ...] = (
    ("leaf", _leaf), ("node", _node), ("number", _number), ("member", _member), ("size", _size), ("root", _root),
    ("signature", _signature), ("note", _note),
)  # fmt: skip


def first_accepts(proof: Proof) -> bool:
    """Peyvand's own verdict."""
    try:
        check_inclusion(proof, [KEY.public])
    except _REFUSED:
        return False
    return True


def second_accepts(proof: Proof) -> bool:
    """The verdict of the small verifier."""
    try:
        other.inclusion(proof, OTHER_KEYS)
    except _REFUSED:
        return False
    return True


def run(rounds: int, seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """How often each part was changed, and what went wrong: ``accepted``, ``refused though true``, ``disagreed``."""
    # Its arithmetic is slow; what it said of the very same bytes a moment ago need not be reckoned again.
    signed = lru_cache(64)(other.signed) if protected else lambda *_: True
    with patch.object(other, "signed", signed):
        return _run(rounds, Random(seed))


def _run(rounds: int, random: Random) -> Counter[str]:
    tally = Counter[str]()
    for round_ in range(rounds):
        if round_ % _CHANGES_EACH == 0:
            proof = some_proof(random)
            tally["refused though true"] += not (first_accepts(proof) and second_accepts(proof))
        where, copy = changed(proof, random)
        verdicts = {first_accepts(copy), second_accepts(copy)}
        tally[where] += 1
        tally["accepted"] += True in verdicts and where != "nothing"
        tally["disagreed"] += len(verdicts) > 1
    return tally


def failed(tally: Counter[str]) -> bool:
    return any(tally[name] for name in ("accepted", "refused though true", "disagreed"))


if __name__ == "__main__":
    drill(run, failed, rounds=20_000)
