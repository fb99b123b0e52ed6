"""The Merkle tree of RFC 6962 (section 2.1), over SHA-256: an append-only list whose every state has one root.

A leaf's data is bytes; hashes are 32 bytes. A `Frontier` is all that an append needs: the roots of the full subtrees
from the left, the largest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frontier:
    """A tree of ``size`` leaves, as the roots of its full subtrees."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> Frontier:
        """The tree with one more leaf hash. O(log n)."""
        raise NotImplementedError

    def extend(self, leaves: Iterable[bytes]) -> Frontier:
        """The tree with more leaf hashes, in order."""
        raise NotImplementedError

    def root(self) -> bytes:
        """The root hash; of an empty tree the hash of nothing."""
        raise NotImplementedError


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf's data."""
    raise NotImplementedError


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    raise NotImplementedError


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root of a list of leaf hashes, by the recursive definition."""
    raise NotImplementedError


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The audit path of the leaf at ``index``, from the leaf upward. Raises IndexError outside the tree."""
    raise NotImplementedError


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash stands at ``index`` of the tree of ``size`` leaves with that root."""
    raise NotImplementedError


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> tuple[bytes, ...]:
    """The proof that the tree of the first ``old_size`` leaves is a prefix of this one."""
    raise NotImplementedError


def verify_consistency(
    old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the larger tree only added leaves to the smaller one."""
    raise NotImplementedError
