"""How large a table may be. Everything is counted, not timed, so that a limit falls alike on every machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLimits:
    """Beyond these a file is refused: ``bytes`` of it, ``rows``, ``columns``, characters of a ``cell``; of a workbook
    ``parts``, and their bytes once ``inflated``, of which a large part has at most ``ratio`` for each packed one."""

    bytes: int = 50_000_000
    inflated: int = 200_000_000
    ratio: int = 200
    parts: int = 2_000
    rows: int = 200_000
    columns: int = 100
    cell: int = 5_000


LIMITS = TableLimits()
