"""Cells that programs for tables would take for formulas, made inert."""

from __future__ import annotations

# What begins a formula, at once or after white space that such programs drop.
_BEGINS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_DROPPED = "\t\r\n\x00 \u00a0"


def inert(cell: str) -> str:
    """The cell with an apostrophe before it where it would begin a formula; any other as it is."""
    return f"'{cell}" if cell.lstrip(_DROPPED).startswith(_BEGINS) or cell[:1] in ("\t", "\r") else cell
