"""Addresses of pages as people write them, taken apart and refused where they could mean something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, urljoin, urlsplit

from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.addresses import is_public

_BEGINNING = re.compile(r"https?://", re.IGNORECASE)
_LONGEST = 2_000
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?"
)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\Z")
_QUAD = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})\Z")
# Names that lead into the machine itself or its own network.
_INNER = (
    "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "onion",
    "test", "invalid", "example", "arpa", "alt",
)  # fmt: skip
# Signs that are kept as they are written in a path and in a query.
_PATH, _QUERY = "/%:@!$&'()*+,;=-._~", "/%:@!$&'()*+,;=-._~?[]"


@dataclass(frozen=True, slots=True)
class Address:
    """A page's address: ``target`` is path and query, in ASCII."""

    scheme: str
    host: str
    target: str

    @property
    def port(self) -> int:
        return _PORTS[self.scheme]

    @property
    def site(self) -> str:
        """The address without the page."""
        return f"{self.scheme}://{f'[{self.host}]' if ':' in self.host else self.host}"

    def __str__(self) -> str:
        return f"{self.site}{self.target}"


def is_address(written: str) -> bool:
    """Whether this is meant as an address of the web and no path of a file."""
    return bool(_BEGINNING.match(written))


def address_of(written: str, base: Address | None = None) -> Address:
    """The address that is written, where ``base`` leads on to it. Raises `UnreadableSource`."""
    whole = urljoin(str(base), written) if base else written
    try:
        parts = urlsplit(whole)
        port = parts.port
        host = _host(parts.hostname or "")
    except (ValueError, UnicodeError) as fault:
        raise UnreadableSource(written[:200], "bad_address") from fault
    if not _is_plain(whole) or parts.scheme not in _PORTS or port not in (None, _PORTS[parts.scheme]):
        raise UnreadableSource(written[:200], "bad_address")
    if not host or parts.username is not None or parts.password is not None:
        raise UnreadableSource(written[:200], "bad_address")
    if not _may_be_public(host):
        raise UnreadableSource(written, "not_public", host=host)
    query = f"?{quote(parts.query, _QUERY)}" if parts.query else ""
    return Address(parts.scheme, host, f"{quote(parts.path, _PATH) or '/'}{query}")


def _is_plain(written: str) -> bool:
    return len(written) <= _LONGEST and written.isprintable() and not set(written) & set(' \\"<>^`{|}')


def _host(written: str) -> str:
    """The host in the form that travels, empty where there is none that could be meant."""
    if ":" in written:
        return str(ip_address(written))
    host = written if written.isascii() else written.encode("idna").decode("ascii")
    host = host.lower()
    if not _HOST.fullmatch(host):
        return ""
    # What ends in a number is an address of four numbers or a trick.
    is_number = _NUMBER.match(host.rstrip(".").rpartition(".")[2])
    return host if not is_number or _QUAD.match(host) else ""


def _may_be_public(host: str) -> bool:
    if ":" in host or _QUAD.match(host):
        return is_public(host)
    name = f".{host.rstrip('.')}"
    return name.count(".") > 1 and not name.endswith(tuple(f".{inner}" for inner in _INNER))
