"""Sources that carry one text: an agency's words that others carried are one witness, not several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from peyvand.core.ledger.statement import digest
from peyvand.core.text import fold_words

_VERSION = "peyvand/copy/1"
# Letters from which on nobody finds the same words twice by chance.
_TELLING = 60


@dataclass(frozen=True, kw_only=True)
class Copy:
    """Two captures, the lesser first, one of which carries the other's text; ``likeness`` is in hundredths."""

    captures: tuple[str, str]
    likeness: int

    @cached_property
    def key(self) -> str:
        """The link's id: the hash of exactly what it says."""
        return digest(_VERSION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values."""
        return {"captures": list(self.captures), "likeness": self.likeness}


def clusters(said: Iterable[tuple[str, str]], copies: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """The clusters of sources that carry one text: each capture with its cluster's name, the least capture in it.

    ``said`` are (capture, quotation) pairs, of which a long quotation links all that have it; ``copies`` are pairs of
    captures that were found alike, and count where both were given. Sources without a copy are left out.
    """
    carried: dict[str, set[str]] = defaultdict(set)
    captures: set[str] = set()
    for capture, quote in said:
        captures.add(capture)
        words = _letters(quote)
        if len(words) >= _TELLING:
            carried[words].add(capture)
    leader: dict[str, str] = {}
    for alike in (*carried.values(), *(set(pair) for pair in copies if captures.issuperset(pair))):
        if len(alike) > 1:
            _unite(leader, alike)
    return {capture: _leader(leader, capture) for capture in sorted(leader)}


@lru_cache(maxsize=8192)
def _letters(quote: str) -> str:
    """A quotation in one spelling and without gaps; the same ones are asked for by one bond after another."""
    return "".join(fold_words(quote).split())


def _unite(leader: dict[str, str], captures: set[str]) -> None:
    leaders = {_leader(leader, leader.setdefault(capture, capture)) for capture in captures}
    first = min(leaders)
    for other in leaders:
        leader[other] = first


def _leader(leader: dict[str, str], capture: str) -> str:
    while leader[capture] != capture:
        capture = leader[capture]
    return capture
