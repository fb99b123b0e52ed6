"""What an input is made of before anything is read: files, messages of a mailbox, pages of an archive."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes under a name. ``is_web`` for what was on the web: it was public before anybody here read it."""

    name: str
    data: bytes = field(repr=False)
    is_web: bool = False
