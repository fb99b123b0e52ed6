"""Canonical JSON (RFC 8785): equal values have equal bytes.

What the ledger enters is nearly always text and small whole numbers under plain names, of which a compiled encoder
makes the same bytes twenty times as fast; the rest is left to the standard's own implementation.
"""

from __future__ import annotations

import msgspec
import rfc8785

# Beyond it a whole number is no JSON number that every reader reads alike.
_SAFE = 2**53
_quick = msgspec.json.Encoder(order="sorted")


def canonical(value: object) -> bytes:
    """The canonical JSON of JSON values, in UTF-8. Raises ValueError for what has none."""
    if _is_plain(value):
        return _quick.encode(value)
    return rfc8785.dumps(value)  # type: ignore[arg-type]


def canonical_fields(value: object) -> bytes:
    """The canonical JSON of a dataclass by its fields, which hold nothing but text, small whole numbers, truth values,
    and tuples and dataclasses of such. Raises ValueError as `canonical`."""
    return _quick.encode(value)


def _is_plain(value: object) -> bool:
    """Whether both encoders agree on it: no fractions, no large numbers, no names that an encoding would order."""
    if value is None or isinstance(value, str | bool):
        return True
    if isinstance(value, int):
        return -_SAFE < value < _SAFE
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    return isinstance(value, dict) and _is_plain_object(value)


def _is_plain_object(value: dict[object, object]) -> bool:
    # Nearly every value is text or nothing: to ask that first spares most calls.
    for name, of in value.items():
        if type(name) is not str or not name.isascii():
            return False
        if of is not None and type(of) is not str and not _is_plain(of):
            return False
    return True
