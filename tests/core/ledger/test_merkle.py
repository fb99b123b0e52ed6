from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.merkle import (
    Frontier,
    consistency_proof,
    inclusion_proof,
    inclusion_ranges,
    leaf_hash,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)

SIZES = st.integers(1, 70)


def leaves(size: int) -> list[bytes]:
    return [leaf_hash(str(at).encode()) for at in range(size)]


def root_by_definition(of: list[bytes]) -> bytes:
    if len(of) < 2:
        return of[0] if of else sha256(b"").digest()
    half = 1
    while half * 2 < len(of):
        half *= 2
    return node_hash(root_by_definition(of[:half]), root_by_definition(of[half:]))


def changed(proof: tuple[bytes, ...], at: int, bit: int) -> tuple[bytes, ...]:
    spoilt = bytearray(proof[at])
    spoilt[bit // 8] ^= 1 << bit % 8
    return (*proof[:at], bytes(spoilt), *proof[at + 1 :])


def test_known_roots_of_the_specification():
    entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    tree = Frontier().extend(leaf_hash(bytes.fromhex(entry)) for entry in entries)

    assert Frontier().root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert tree.root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@given(st.integers(0, 200))
def test_three_ways_to_the_root_agree(size):
    assert Frontier().extend(leaves(size)).root() == root_of(leaves(size)) == root_by_definition(leaves(size))


@given(SIZES, SIZES)
def test_appending_to_a_frontier_is_growing_the_list(first, more):
    all_of_them = leaves(first + more)

    assert Frontier().extend(all_of_them[:first]).extend(all_of_them[first:]) == Frontier().extend(all_of_them)


@given(st.integers(0, 12), st.integers(0, 4))
def test_a_full_subtree_is_grown_as_its_leaves_are(before, height):
    width = 1 << height
    leaves = [leaf_hash(bytes([at])) for at in range(width * (before + 1))]

    grown = Frontier().extend(leaves[: width * before]).with_subtree(width, root_of(leaves[width * before :]))

    assert grown == Frontier().extend(leaves)


def test_a_frontier_holds_one_peak_for_each_bit_of_its_size():
    assert len(Frontier().extend(leaves(1023)).peaks) == 10
    assert len(Frontier().extend(leaves(1023)).append(leaf_hash(b"")).peaks) == 1


@given(st.data(), SIZES)
def test_every_leaf_proves_its_place(data, size):
    tree = leaves(size)
    index = data.draw(st.integers(0, size - 1))

    assert verify_inclusion(tree[index], index, size, inclusion_proof(tree, index), root_of(tree))


@given(st.data(), SIZES)
def test_every_prefix_proves_itself(data, size):
    tree = leaves(size)
    old = data.draw(st.integers(0, size))
    proof = consistency_proof(tree, old)

    assert verify_consistency(old, size, root_of(tree[:old]), root_of(tree), proof)


@given(st.data(), st.integers(2, 70), st.integers(0, 255))
def test_a_changed_inclusion_proof_is_refused(data, size, bit):
    tree = leaves(size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(tree, index)
    at = data.draw(st.integers(0, len(proof) - 1))

    assert not verify_inclusion(tree[index], index, size, changed(proof, at, bit), root_of(tree))
    assert not verify_inclusion(tree[index], index, size, proof[:-1], root_of(tree))
    assert not verify_inclusion(tree[index], index, size, (*proof, tree[0]), root_of(tree))


@given(st.data(), st.integers(2, 70))
def test_a_leaf_proves_no_other_place_and_no_other_leaf(data, size):
    tree = leaves(size)
    index, other = data.draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True))
    proof = inclusion_proof(tree, index)

    assert not verify_inclusion(tree[index], other, size, proof, root_of(tree))
    assert not verify_inclusion(tree[other], index, size, proof, root_of(tree))


@given(st.data(), st.integers(2, 70), st.integers(0, 255))
def test_a_changed_consistency_proof_is_refused(data, size, bit):
    tree = leaves(size)
    old = data.draw(st.integers(1, size - 1))
    proof = consistency_proof(tree, old)
    at = data.draw(st.integers(0, len(proof) - 1))

    assert not verify_consistency(old, size, root_of(tree[:old]), root_of(tree), changed(proof, at, bit))
    assert not verify_consistency(old, size, root_of(tree[:old]), root_of(tree), proof[:-1])


@given(st.data(), st.integers(2, 70))
def test_a_tree_that_changed_its_past_is_refused(data, size):
    tree = leaves(size)
    old = data.draw(st.integers(1, size - 1))
    rewritten = [leaf_hash(b"another"), *tree[1:]]

    assert not verify_consistency(old, size, root_of(tree[:old]), root_of(rewritten), consistency_proof(rewritten, old))


def test_places_outside_the_tree_are_refused():
    with pytest.raises(IndexError):
        inclusion_ranges(3, 3)
    with pytest.raises(IndexError):
        consistency_proof(leaves(2), 3)
    assert not verify_inclusion(leaves(3)[0], 3, 3, (), root_of(leaves(3)))
    assert not verify_consistency(3, 2, b"", b"", ())
