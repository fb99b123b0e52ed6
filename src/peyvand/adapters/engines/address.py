"""Where the store is: ``DATABASE_URL`` in, Django's settings for one database out."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from peyvand.adapters.engines import postgres, sqlite


class BadAddress(ValueError):
    """``DATABASE_URL`` names no store that Peyvand knows."""


def database_settings(url: str) -> dict[str, Any]:
    """Django's settings of the store at ``sqlite:///path`` or ``postgresql://user:password@host:port/name?option=value``.

    A socket folder may be given as ``?host=/folder``. Raises `BadAddress`, never with the password in its message.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise BadAddress("DATABASE_URL is not an address") from fault
    if parts.scheme == "sqlite":
        return _sqlite(parts.netloc, unquote(parts.path))
    if parts.scheme in ("postgresql", "postgres"):
        options = dict(parse_qsl(parts.query))
        name = unquote(parts.path.lstrip("/"))
        if not name:
            raise BadAddress("DATABASE_URL names no database")
        return postgres.SETTINGS | {
            "NAME": name,
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
            "PORT": str(port or options.pop("port", "")),
            "OPTIONS": options,
        }
    raise BadAddress(f"DATABASE_URL begins with {parts.scheme!r}; sqlite:///… and postgresql://… are known")


def _sqlite(host: str, path: str) -> dict[str, Any]:
    if host or not path.strip("/"):
        raise BadAddress("a SQLite address has three slashes and a path: sqlite:///folder/peyvand.sqlite3")
    # As everywhere in such addresses: three slashes begin a relative path, four an absolute one; Windows has its drive.
    return sqlite.SETTINGS | {"NAME": str(Path(path[1:]))}
