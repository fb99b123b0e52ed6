"""Clubs of many cities that a list stored as pairs: one charter, written n(n−1)/2 times.

Every tie of a club of n closes a triangle with each of the other n−2 members. So ties with fewer triangles are peeled
away until none is left, and what hangs together after that is looked at. Linear but for the triangles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

Pair = tuple[str, str]
_Graph = dict[str, set[str]]

# Partners that are also one another's: families of five or six grow by themselves, eight are a charter.
LEAST = 8
# A member that joined late lacks some of the pairs.
_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Club:
    """The member places, sorted, and the pairs among them that were given."""

    places: tuple[str, ...]
    pairs: tuple[Pair, ...]


def clubs(pairs: Iterable[Pair], *, least: int = LEAST) -> tuple[Club, ...]:
    """The clubs of at least so many places among pairs of places, the largest first."""
    graph: _Graph = defaultdict(set)
    for one, other in pairs:
        if one != other:
            graph[one].add(other)
            graph[other].add(one)
    found = _clubs(graph, least)
    return tuple(sorted(found, key=lambda club: (-len(club.places), club.places)))


def _clubs(graph: _Graph, least: int) -> list[Club]:
    found: list[Club] = []
    _peel(graph, least - 2)
    for part in _parts(graph):
        pairs = _pairs(part)
        if 2 * len(pairs) >= _SHARE * len(part) * (len(part) - 1):
            found.append(Club(tuple(sorted(part)), pairs))
        else:
            found += _clubs(part, least + 1)
    return found


def _peel(graph: _Graph, triangles: int) -> None:
    """Take away, again and again, every tie that closes fewer triangles."""
    waiting = set(_pairs(graph))
    while waiting:
        one, other = pair = waiting.pop()
        shared = graph[one] & graph[other]
        if other not in graph[one] or len(shared) >= triangles:
            continue
        graph[one].discard(other)
        graph[other].discard(one)
        waiting.discard(pair)
        for third in shared:
            waiting.add(_pair(one, third))
            waiting.add(_pair(other, third))


def _parts(graph: _Graph) -> list[_Graph]:
    """The parts that hang together by triangles: clubs that share a member or two stay apart."""
    parts: list[_Graph] = []
    seen: set[Pair] = set()
    for start in _pairs(graph):
        if start in seen:
            continue
        part: _Graph = defaultdict(set)
        ahead = [start]
        while ahead:
            one, other = pair = ahead.pop()
            if pair in seen:
                continue
            seen.add(pair)
            part[one].add(other)
            part[other].add(one)
            ahead += [_pair(place, third) for third in graph[one] & graph[other] for place in pair]
        parts.append(part)
    return parts


def _pairs(graph: _Graph) -> tuple[Pair, ...]:
    return tuple(sorted({_pair(one, other) for one, partners in graph.items() for other in partners}))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
