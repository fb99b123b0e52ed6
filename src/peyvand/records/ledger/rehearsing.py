"""What a change would make of the store, without making it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from peyvand.records.ledger.actions import writing

_T = TypeVar("_T")


class _Undone(Exception, Generic[_T]):
    """Carries what was seen out of a change that is taken back."""

    def __init__(self, seen: _T) -> None:
        super().__init__()
        self.seen = seen


def rehearsed(act: Callable[[], object], see: Callable[[], _T]) -> _T:
    """What ``see`` answers once ``act`` is done; nothing of it stays. The store is held meanwhile, as by any change.

    Never to be called inside another change. Raises what ``act`` raises.
    """
    try:
        with writing():
            act()
            raise _Undone(see())
    except _Undone as undone:
        seen: _T = undone.seen
        return seen
