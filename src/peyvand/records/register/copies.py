"""One text in several places: an agency's words that others carried are one witness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from peyvand.core.text import fold_words

# Letters from which on nobody finds the same words twice by chance.
_TELLING = 60


def copies(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """From (capture, quotation) pairs, the sources that share a long quotation: each capture with its cluster's name.

    The name is the least capture of the cluster. Sources without a copy are left out.
    """
    carried: dict[str, set[str]] = defaultdict(set)
    for capture, quote in said:
        words = "".join(fold_words(quote).split())
        if len(words) >= _TELLING:
            carried[words].add(capture)
    leader: dict[str, str] = {}
    for captures in carried.values():
        if len(captures) > 1:
            _unite(leader, captures)
    return {capture: _leader(leader, capture) for capture in sorted(leader)}


def _unite(leader: dict[str, str], captures: set[str]) -> None:
    leaders = {_leader(leader, leader.setdefault(capture, capture)) for capture in captures}
    first = min(leaders)
    for other in leaders:
        leader[other] = first


def _leader(leader: dict[str, str], capture: str) -> str:
    while leader[capture] != capture:
        capture = leader[capture]
    return capture
