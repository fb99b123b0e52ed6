"""What a search over other rooms is told of a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """A row as its words are found: ``kind`` and ``id`` name it, ``title`` is how a list calls it, ``words`` all that
    it is found by. ``visibility`` and ``places`` (none, one or two ids) say who may see it, as `accounts.scopes.sees`
    asks. ``gone`` rows (voided, erased, merged) are to be forgotten."""

    kind: str
    id: str
    title: str
    words: str
    visibility: str
    places: tuple[str, ...]
    changed_at: datetime
    gone: bool = False
