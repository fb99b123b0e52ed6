"""How much of a source is read. Everything is counted, not timed, so that a limit falls alike on every machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Beyond ``bytes``, ``characters`` (of the captured text) and ``tags`` a source is refused.

    Attributes beyond ``attributes`` in one tag are passed over, elements deeper than ``depth`` are read as if they
    stood there, and of data blocks in a page's head only ``data`` characters are looked at.

    What is packed is inflated to ``inflated`` bytes in all, each part to ``ratio`` times its packed size, and has at
    most ``parts`` parts. A document is read in a process of its own for ``seconds`` of work, in ``memory`` bytes, and
    ``pages`` of it; a picture has at most ``pixels``. Of a feed or a mailbox ``entries`` are read, of a message what
    lies ``nesting`` messages deep.
    """

    bytes: int = 20_000_000
    characters: int = 500_000
    tags: int = 400_000
    attributes: int = 40
    depth: int = 400
    data: int = 300_000
    inflated: int = 50 * 1024 * 1024
    ratio: int = 100
    parts: int = 1_000
    seconds: int = 6
    memory: int = 300_000_000
    pages: int = 500
    pixels: int = 75_000_000
    entries: int = 100_000
    nesting: int = 3


LIMITS = Limits()
