"""A bond as the JSON that other programs rely on (`peyvand show --format json`)."""

from __future__ import annotations

from collections.abc import Callable

from peyvand.core.ledger.bond import Bond
from peyvand.core.ledger.counts import Counted

# From a place id to the place's own JSON object.
Placed = Callable[[str], dict[str, object]]


def bond_json(bond: Bond, placed: Placed, *, slug: str) -> dict[str, object]:
    """One entry of ``bonds``: dicts, lists and plain values only."""
    raise NotImplementedError


def counted_json(counted: Counted, placed: Placed) -> dict[str, object]:
    """One entry of ``counts``."""
    raise NotImplementedError
