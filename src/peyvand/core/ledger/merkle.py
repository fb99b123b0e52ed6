"""The Merkle tree of RFC 6962 (section 2.1), over SHA-256: an append-only list whose every state has one root.

A leaf's data is bytes; hashes are 32 bytes. A `Frontier` is all that an append needs. Proofs are lists of the roots of
ranges of leaves: `inclusion_ranges` and `consistency_ranges` name the ranges, so that a store that keeps the roots of
full subtrees answers without reading the leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

# Half-open range of leaf numbers.
Range = tuple[int, int]


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf's data."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """A tree of ``size`` leaves, as the roots of its full subtrees from the left, the largest first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> Frontier:
        """The tree with one more leaf hash. O(log n)."""
        return self.extend((leaf,))

    def extend(self, leaves: Iterable[bytes]) -> Frontier:
        """The tree with more leaf hashes, in order."""
        size, peaks = self.size, list(self.peaks)
        for leaf in leaves:
            node, full = leaf, size
            while full & 1:
                node = node_hash(peaks.pop(), node)
                full >>= 1
            peaks.append(node)
            size += 1
        return Frontier(size, tuple(peaks))

    def with_subtree(self, width: int, root: bytes) -> Frontier:
        """The tree with as many more leaves as ``width``, a power of two that divides its size, given as the root over
        them."""
        peaks, full = list(self.peaks), self.size // width
        while full & 1:
            root = node_hash(peaks.pop(), root)
            full >>= 1
        return Frontier(self.size + width, (*peaks, root))

    def root(self) -> bytes:
        """The root hash; of an empty tree the hash of nothing."""
        if not self.peaks:
            return sha256(b"").digest()
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root of a list of leaf hashes, level by level; a node without a neighbour moves up as it is."""
    level = list(leaves)
    if not level:
        return sha256(b"").digest()
    while len(level) > 1:
        pairs = [node_hash(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = pairs + level[len(pairs) * 2 :]
    return level[0]


def inclusion_ranges(index: int, size: int) -> tuple[Range, ...]:
    """The ranges whose roots make the audit path of a leaf, from the leaf upward. IndexError outside the tree."""
    if not 0 <= index < size:
        raise IndexError(f"leaf {index} is not in a tree of {size}")
    path: list[Range] = []
    start, stop = 0, size
    while stop - start > 1:
        middle = start + _split(stop - start)
        if index < middle:
            path.append((middle, stop))
            stop = middle
        else:
            path.append((start, middle))
            start = middle
    return tuple(reversed(path))


def consistency_ranges(old_size: int, new_size: int) -> tuple[Range, ...]:
    """The ranges whose roots prove that the older tree is a prefix. Raises IndexError where there is no such tree."""
    if not 0 <= old_size <= new_size:
        raise IndexError(f"a tree of {new_size} has no prefix of {old_size}")
    if old_size in (0, new_size):
        return ()
    path: list[Range] = []
    start, stop, whole = 0, new_size, True
    while stop != old_size:
        middle = start + _split(stop - start)
        if old_size <= middle:
            path.append((middle, stop))
            stop = middle
        else:
            path.append((start, middle))
            start, whole = middle, False
    return tuple(reversed(path)) if whole else ((start, stop), *reversed(path))


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The audit path of the leaf at ``index``, from the leaf upward. Raises IndexError outside the tree."""
    return tuple(root_of(leaves[start:stop]) for start, stop in inclusion_ranges(index, len(leaves)))


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> tuple[bytes, ...]:
    """The proof that the tree of the first ``old_size`` leaves is a prefix. Raises IndexError for a larger size."""
    return tuple(root_of(leaves[start:stop]) for start, stop in consistency_ranges(old_size, len(leaves)))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash stands at ``index`` of the tree of ``size`` leaves with that root."""
    if not 0 <= index < size:
        return False
    node, last = leaf, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            node = node_hash(sibling, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        index, last = index >> 1, last >> 1
    return last == 0 and node == root


def verify_consistency(old_size: int, new_size: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the larger tree only added leaves to the smaller one (RFC 9162, section 2.1.4.2)."""
    if not 0 <= old_size <= new_size:
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    if old_size == 0:
        return not proof and old_root == sha256(b"").digest()
    if old_size & (old_size - 1) == 0:
        proof = (old_root, *proof)
    return bool(proof) and _grows(old_size - 1, new_size - 1, old_root, new_root, iter(proof))


def _grows(old: int, new: int, old_root: bytes, new_root: bytes, proof: Iterator[bytes]) -> bool:
    while old & 1:
        old, new = old >> 1, new >> 1
    older = newer = next(proof)
    for sibling in proof:
        if new == 0:
            return False
        if old & 1 or old == new:
            older, newer = node_hash(sibling, older), node_hash(sibling, newer)
            while not old & 1 and old:
                old, new = old >> 1, new >> 1
        else:
            newer = node_hash(newer, sibling)
        old, new = old >> 1, new >> 1
    return new == 0 and older == old_root and newer == new_root


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << ((size - 1).bit_length() - 1)
