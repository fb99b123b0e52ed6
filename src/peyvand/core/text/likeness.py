"""How much of one text another one carries: for articles that agencies share, shortened, framed or touched up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

# Below so many words even an independent report may happen to use the same ones.
_FEWEST = 40
# Independent reports of one event reach 0.2, any short text inside a very long one 0.46; a copy of which every seventh
# word was changed still has 0.58.
ALIKE = 0.55


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter text's pairs of neighbouring words that the longer one has in the same order, 0 to 1.

    Texts of very few words are like none. The order of the two does not matter.
    """
    if min(len(one), len(other)) < _FEWEST:
        return 0.0
    pairs = [list(pairwise(one)), list(pairwise(other))]
    return LCSseq.similarity(*pairs) / min(map(len, pairs))


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two texts carries the other."""
    return likeness(one, other) >= ALIKE
