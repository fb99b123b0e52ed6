"""Between values and JSON: what is packed or written here can be unpacked or read into an equal value."""

from __future__ import annotations

import json
from collections.abc import Hashable
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from peyvand.core.ledger import canonical as canon

_T = TypeVar("_T")


def pack(value: Any) -> Any:
    """A value of the core (dataclasses, enums, dates, tuples) as JSON values."""
    return msgspec.to_builtins(value)


def unpack(kind: type[_T], packed: object) -> _T:
    """The value of a type from its JSON values. A field that an older row lacks takes its default. Raises ValueError
    for what is no such value."""
    return msgspec.convert(packed, kind)


def write(value: Any) -> bytes:
    """A value of the core as JSON, its fields in their own order."""
    return msgspec.json.encode(value)


def read(kind: type[_T], text: str | bytes) -> _T:
    """The value of a type from JSON. As `unpack`."""
    value: _T = _decoder(cast(Hashable, kind)).decode(text)
    return value


def canonical(value: Any) -> str:
    """Canonical JSON (RFC 8785): equal values have equal text."""
    return canon.canonical(value).decode()


def written_time(time: datetime) -> str:
    """A time as the log writes it: in UTC, to the microsecond."""
    if time.tzinfo is not UTC:
        time = time.astimezone(UTC)
    return time.isoformat(timespec="microseconds")


def parse(body: str) -> dict[str, Any]:
    """The JSON object of an entry's body."""
    parsed: dict[str, Any] = json.loads(body)
    return parsed


def places_in(kind: str, body: dict[str, Any]) -> tuple[str, str]:
    """The place ids that the row of an entry of this kind and body keeps for finding; empty where there are none."""
    if kind == "resolution":
        return places_named(body)
    first, second = (*body["places"], "", "")[:2] if kind == "decision" else ("", "")
    return first, second


def places_named(resolution: dict[str, Any]) -> tuple[str, str]:
    """The one or two place ids in the body of a resolution, as its entry's row keeps them for finding."""
    named = resolution["places"] if "places" in resolution else (resolution["city"], resolution["partner"] or "")
    return str(named[0]), str(named[1])


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
