"""What an input is made of before anything is read: files, messages of a mailbox, pages of an archive."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes under a name. ``is_web`` for what was on the web: it was public before anybody here read it.

    ``at`` is how far in its file an item ends, in bytes of the file, as nearly as can be told.
    """

    name: str
    data: bytes = field(repr=False)
    is_web: bool = False
    at: int = field(default=0, repr=False, compare=False)
