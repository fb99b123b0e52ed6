"""Whoever keeps something that follows from a change is told of it within the change's own transaction, at its end.

Rooms that write say what they touched; a room above them that keeps an index by it follows, and no writer knows of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import local

# By what it is (a source, an item of a source, a pair, a place …), the names of those that were touched.
Touched = Mapping[str, set[str]]
Follower = Callable[[Touched], None]

# Sources and items by key; items whose meaning is new; pairs as two place ids with a blank between; places by id.
SOURCE, ITEM, RESOLVED, PAIR, PLACE = "source", "item", "resolved", "pair", "place"
# Everything of the ledger, or of the register; and words that are to leave the store for good.
LEDGER, REGISTER, FORGOTTEN = "ledger", "register", "forgotten"


class _Gathered(local):
    touched: defaultdict[str, set[str]] | None = None


_gathered = _Gathered()
_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Tell this follower of every change from now on; once, however often it asks."""
    if follower not in _followers:
        _followers.append(follower)


def touch(what: str, names: Iterable[str]) -> None:
    """These were changed: by the end of the change that this thread is in the middle of, or at once, followers know."""
    if _gathered.touched is not None:
        _gathered.touched[what].update(names)
    elif found := set(names):
        _tell({what: found})


@contextmanager
def telling() -> Iterator[None]:
    """One change: its followers are told when the block has ended well."""
    if _gathered.touched is not None:
        yield
        return
    _gathered.touched = defaultdict(set)
    try:
        yield
        touched, _gathered.touched = _gathered.touched, None
        if any(touched.values()):
            _tell(touched)
    finally:
        _gathered.touched = None


def _tell(touched: Touched) -> None:
    for follower in _followers:
        follower(touched)
