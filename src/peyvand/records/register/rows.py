"""Between folded values and the rows that store them."""

from __future__ import annotations

import zlib
from datetime import date

from peyvand.core.ledger import bond as core
from peyvand.records.ledger.rows import read, write
from peyvand.records.register.folding import CityState
from peyvand.records.register.identity import Pair
from peyvand.records.register.models import Bond, City


def bond_slug(pair: Pair, slugs: dict[str, str]) -> str:
    """A bond's address: its places' addresses in the pair's order; a place's own has no two hyphens in a row."""
    return f"{slugs[pair[0]]}--{slugs[pair[1]]}"


def read_bond(row: Bond) -> core.Bond:
    """The bond that a row stores."""
    return read(core.Bond, text_of(row))


def read_city(row: City) -> CityState:
    """The counts and findings that a row stores."""
    return read(CityState, text_of(row))


def text_of(row: Bond | City) -> bytes:
    """What a row stores, as JSON. Raises ValueError where nobody here has written it."""
    try:
        return zlib.decompress(row.state)
    except zlib.error as fault:
        raise ValueError(f"row {row.pk} of the register cannot be read") from fault


def holds(row: Bond | City, day: date) -> bool:
    """Whether the row still says what a fold on that day would."""
    return row.folded_for <= day and (row.holds_until is None or day < row.holds_until)


def packed(value: core.Bond | CityState) -> bytes:
    """A bond or the state of a city as a row stores it."""
    # A quarter of the size for a few microseconds; a higher level gains next to nothing.
    return zlib.compress(write(value), 1)
