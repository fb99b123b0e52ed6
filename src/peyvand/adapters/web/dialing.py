"""Connections to hosts by the very addresses that were checked, under one deadline for everything."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from peyvand.adapters.sources import UnreadableSource

Resolve = Callable[[str, int], Sequence[str]]


def resolved(host: str, port: int) -> Sequence[str]:
    """The network addresses of a host. Raises OSError or UnicodeError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Dialer(httpcore2.NetworkBackend):
    """Connects to hosts all of whose addresses are allowed, until ``seconds`` after it was made."""

    def __init__(self, resolve: Resolve, is_allowed: Callable[[str], bool], seconds: float) -> None:
        self.resolve = resolve
        self.is_allowed = is_allowed
        self.inner = httpcore2.SyncBackend()
        self.until = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Seconds that one step may take. Raises `httpcore2.ReadTimeout` where none are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return min(left, timeout or left)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Look a host up once and dial what was found. Raises `UnreadableSource`, and as httpcore2 does."""
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as fault:
            raise UnreadableSource(host, "unknown_host", host=host) from fault
        # A host with one address inside and one outside is a trap.
        if not found or not all(map(self.is_allowed, found)):
            raise UnreadableSource(host, "not_public", host=host)
        stream = self.inner.connect_tcp(found[0], port, self.left(timeout), local_address, socket_options)
        return _Timed(stream, self)


class _Timed(httpcore2.NetworkStream):
    """A stream on which nothing may last beyond the dialer's deadline, however slowly bytes drip in."""

    def __init__(self, inner: httpcore2.NetworkStream, dialer: Dialer) -> None:
        self.inner = inner
        self.dialer = dialer

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.inner.read(max_bytes, self.dialer.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, self.dialer.left(timeout))

    def close(self) -> None:
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Timed(self.inner.start_tls(ssl_context, server_hostname, self.dialer.left(timeout)), self.dialer)

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)
