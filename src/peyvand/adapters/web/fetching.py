"""One page fetched: robots.txt asked, redirects followed by hand, every hop checked, bytes counted as they come."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import httpcore2

from peyvand import __version__
from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.addresses import is_public
from peyvand.adapters.web.dialing import Dialer, Resolve, resolved
from peyvand.adapters.web.naming import Address, address_of
from peyvand.adapters.web.robots import NOTHING, Rules, rules_for

AGENT = "peyvand"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WELL, _UNCHANGED = 200, 304
_BUSY = 429
_ROBOTS_BYTES = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How much of others and of ourselves is asked for one page."""

    bytes: int = 20 * 1024 * 1024
    seconds: float = 10.0
    hops: int = 5
    pause: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came. ``data`` is None where it has not changed since the marks that were sent along."""

    address: str
    data: bytes | None = field(repr=False)
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    fields: Mapping[str, str]
    data: bytes = field(repr=False)


class Fetcher:
    """Fetches pages one after the other, with a pause between two of one site."""

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        resolve: Resolve = resolved,
        is_allowed: Callable[[str], bool] = is_public,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.manners = manners or Manners()
        self.resolve = resolve
        self.is_allowed = is_allowed
        self.sleep = sleep
        self.rules: dict[str, Rules] = {}
        self.asked: dict[str, float] = {}

    def fetch(self, written: str, *, etag: str = "", modified: str = "") -> Fetched:
        """The page at an address, unless it is still what the marks of an earlier answer say. Raises
        `UnreadableSource`."""
        address = address_of(written)
        dialer = self._dialer()
        marks = {"If-None-Match": etag, "If-Modified-Since": modified}
        fields = {name: value for name, value in marks.items() if value}
        for _ in range(self.manners.hops + 1):
            if not self._rules(address).allow(address.target):
                raise UnreadableSource(written, "robots")
            self._wait(address)
            answer = self._ask(address, fields, dialer, self.manners.bytes)
            if answer.status not in _REDIRECTS or "location" not in answer.fields:
                return self._fetched(written, address, answer)
            address = address_of(answer.fields["location"], address)
        raise UnreadableSource(written, "redirected", limit=self.manners.hops)

    @staticmethod
    def _fetched(written: str, address: Address, answer: _Answer) -> Fetched:
        if answer.status not in (_WELL, _UNCHANGED):
            raise UnreadableSource(written, "answered", status=answer.status)
        return Fetched(
            address=str(address),
            data=answer.data if answer.status == _WELL else None,
            etag=answer.fields.get("etag", "")[:200],
            modified=answer.fields.get("last-modified", "")[:200],
        )

    def _dialer(self) -> Dialer:
        return Dialer(self.resolve, self.is_allowed, self.manners.seconds)

    def _wait(self, address: Address) -> None:
        """Let a site breathe between two questions."""
        last = self.asked.get(address.host)
        now = time.monotonic()
        if last is not None and now - last < self.manners.pause:
            self.sleep(self.manners.pause - (now - last))
        self.asked[address.host] = time.monotonic()

    def _rules(self, address: Address) -> Rules:
        """The site's own rules; a site that cannot say them just now is not looked at."""
        if address.site not in self.rules:
            self.rules[address.site] = self._asked_rules(address)
        return self.rules[address.site]

    def _asked_rules(self, address: Address) -> Rules:
        dialer = self._dialer()
        at = Address(address.scheme, address.host, "/robots.txt")
        for _ in range(self.manners.hops + 1):
            answer = self._ask(at, {}, dialer, _ROBOTS_BYTES, cut=True)
            if answer.status in _REDIRECTS and "location" in answer.fields:
                at = address_of(answer.fields["location"], at)
                continue
            if answer.status == _WELL:
                return rules_for(AGENT, answer.data.decode("utf-8", "replace"))
            return NOTHING if answer.status >= 500 or answer.status == _BUSY else Rules()
        return Rules()

    def _ask(
        self, address: Address, fields: Mapping[str, str], dialer: Dialer, most: int, *, cut: bool = False
    ) -> _Answer:
        sent = {
            "Host": address.site.partition("//")[2],
            "User-Agent": f"{AGENT}/{__version__} (reads public news on ties of cities)",
            "Accept": "text/html,application/xhtml+xml,application/xml,application/pdf;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **fields,
        }
        try:
            with (
                httpcore2.ConnectionPool(network_backend=dialer, http1=True, http2=False) as pool,
                pool.stream("GET", str(address), headers=list(sent.items())) as answer,
            ):
                said = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
                is_page = answer.status == _WELL
                data = _body(answer.iter_stream(), said, str(address), most, cut) if is_page else b""
                return _Answer(answer.status, said, data)
        except httpcore2.TimeoutException as fault:
            raise UnreadableSource(
                str(address), "slow_host", host=address.host, limit=f"{self.manners.seconds:g}"
            ) from fault
        except (httpcore2.NetworkError, httpcore2.ProtocolError, zlib.error, OSError, ValueError) as fault:
            if isinstance(fault, UnreadableSource):
                raise
            cause = str(fault)[:200] or type(fault).__name__
            raise UnreadableSource(str(address), "unreachable", host=address.host, cause=cause) from fault


def _body(chunks: Iterator[bytes], said: Mapping[str, str], name: str, most: int, cut: bool) -> bytes:
    """The bytes of an answer, unpacked and counted as they come, whatever it says of its length."""
    encoding = said.get("content-encoding", "identity").strip().lower()
    held = bytearray()
    for chunk in _unpacked(chunks, encoding, name):
        held += chunk
        if len(held) > most and not cut:
            raise UnreadableSource(name, "too_large", limit=most)
        if len(held) > most:
            return bytes(held[:most])
    return bytes(held)


_WINDOWS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
_CHUNK = 65_536


def _unpacked(chunks: Iterator[bytes], encoding: str, name: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from chunks
        return
    if encoding not in _WINDOWS:
        raise UnreadableSource(name, "broken_document", cause=f"Content-Encoding {encoding[:40]}")
    inflater = zlib.decompressobj(_WINDOWS[encoding])
    for chunk in chunks:
        waiting = chunk
        while waiting and not inflater.eof:
            yield inflater.decompress(waiting, _CHUNK)
            waiting = inflater.unconsumed_tail
