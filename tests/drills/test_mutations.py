from __future__ import annotations

from random import Random

from drills import mutations


def test_no_proof_with_a_bit_changed_is_accepted() -> None:
    tally = mutations.run(1_000)

    assert (tally["accepted"], tally["refused though true"], tally["disagreed"]) == (0, 0, 0)
    assert {where for where, _ in mutations.CHANGES} <= tally.keys()


def test_verifier_that_believes_the_note_unsigned_is_caught() -> None:
    tally = mutations.run(200, protected=False)

    assert tally["disagreed"] == tally["accepted"] > 0


def test_each_change_changes_one_thing() -> None:
    random = Random(3)
    proof = mutations.some_proof(random)

    for _ in range(50):
        _, copy = mutations.changed(proof, random)
        assert sum(copy[name] != proof[name] for name in proof) <= 1
