"""Web archives made by hand."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

_HEAD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
    "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nWARC-Date: 2025-04-07T00:00:00Z\r\n"
    "Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
)


def warc(
    pages: Iterable[tuple[str, bytes]], *, packed: bool = True, status: str = "200 OK", kind: str = "text/html"
) -> bytes:
    """An archive in which a server answers with these pages."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
    return b"".join(record(head + page, address, packed=packed) for address, page in pages)


def record(
    answer: bytes, address: str = "https://a.example/", *, length: int | None = None, packed: bool = True
) -> bytes:
    """One record around the bytes of an answer, which may claim any length."""
    head = _HEAD.format(address=address, length=len(answer) if length is None else length).encode()
    data = head + answer + b"\r\n\r\n"
    return gzip.compress(data, 6) if packed else data
