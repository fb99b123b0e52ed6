"""How much of a source is read. Everything is counted, not timed, so that a limit falls alike on every machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Beyond ``bytes``, ``characters`` (of the captured text) and ``tags`` a source is refused.

    Attributes beyond ``attributes`` in one tag are passed over, elements deeper than ``depth`` are read as if they
    stood there, and of data blocks in a page's head only ``data`` characters are looked at.
    """

    bytes: int = 20_000_000
    characters: int = 500_000
    tags: int = 400_000
    attributes: int = 40
    depth: int = 400
    data: int = 300_000


LIMITS = Limits()
