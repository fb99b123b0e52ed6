"""Between values and JSON: what is packed here can be unpacked into an equal value."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import rfc8785

_T = TypeVar("_T")


def pack(value: Any) -> Any:
    """A value of the core (dataclasses, enums, dates, tuples) as JSON values; periods in days."""
    if is_dataclass(value):
        return {field.name: pack(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [pack(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.days if isinstance(value, timedelta) else value


def unpack(kind: type[_T], packed: object) -> _T:
    """The value of a type from its JSON values. A field that an older row lacks takes its default."""
    reader: Callable[[object], _T] = _reader(cast(Hashable, kind))
    return reader(packed)


def canonical(value: Any) -> str:
    """Canonical JSON (RFC 8785): equal values have equal text."""
    return rfc8785.dumps(value).decode()


def written_time(time: datetime) -> str:
    """A time as the log writes it: in UTC, to the microsecond."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def parse(body: str) -> dict[str, Any]:
    """The JSON object of an entry's body."""
    parsed: dict[str, Any] = json.loads(body)
    return parsed


def places_named(resolution: dict[str, Any]) -> tuple[str, str]:
    """The one or two place ids in the body of a resolution, as its entry's row keeps them for finding."""
    named = resolution["places"] if "places" in resolution else (resolution["city"], resolution["partner"] or "")
    return str(named[0]), str(named[1])


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (_reader(option) for option in get_args(kind) if option is not NoneType)
        return lambda packed: None if packed is None else inner(packed)
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if hasattr(kind, "_fields"):
        return lambda packed: kind(*packed)
    if kind is timedelta:
        return lambda packed: timedelta(days=packed)
    if kind in (datetime, date):
        return lambda packed: kind.fromisoformat(packed)
    if issubclass(kind, Enum):
        return lambda packed: kind(packed)
    return lambda packed: packed


def _tuple_reader(items: tuple[Any, ...]) -> Callable[[Any], Any]:
    if items[-1] is Ellipsis:
        every = _reader(items[0])
        return lambda packed: tuple(every(item) for item in packed)
    each = [_reader(item) for item in items]
    return lambda packed: tuple(read(item) for read, item in zip(each, packed, strict=True))


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind) if field.init}
    return lambda packed: kind(**{name: read(packed[name]) for name, read in readers.items() if name in packed})
