"""Pages of web archives (WARC, plain or gzip), one by one, however long the file is and whatever it claims."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParser

from peyvand.adapters.inputs.items import Item
from peyvand.adapters.sources import Limits, UnreadableSource

_CHUNK = 65_536
# Bytes of what a record, or the answer in it, says of itself.
_LONGEST_HEAD = 1_000_000
_FETCHED = "200"
_LONGEST_NAME = 2_000
# What archives hold beside pages and documents, as servers declare it.
_PASSED_OVER = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")


def pages(file: BinaryIO, name: str, limits: Limits) -> Iterator[Item | UnreadableSource]:
    """The pages that servers answered with, under their addresses. Where the archive is damaged it ends with the fault;
    pages beyond the limits are refused one by one."""
    number = 0
    try:
        for record in _records(file):
            if record.rec_type == "resource" or (record.rec_type == "response" and _is_page(record)):
                number += 1
                yield _page(record, file.tell(), limits)
    except (
        ArchiveLoadFailed,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        AttributeError,
        KeyError,
        IndexError,
    ) as fault:
        cause = f"{type(fault).__name__}: {fault}"[:200]
        yield UnreadableSource(name, "broken_archive", page=number, cause=cause)


def _records(file: BinaryIO) -> ArchiveIterator:
    records = ArchiveIterator(file)
    for name in ("warc_parser", "http_parser", "http_req_parser"):
        parser = getattr(records.loader, name)
        setattr(records.loader, name, _BoundedParser(parser.statuslist, parser.verify))
    return records


class _BoundedParser(StatusAndHeadersParser):  # type: ignore[misc]
    """Reads heads that end somewhere."""

    def parse(self, stream: Any, full_statusline: Any = None) -> Any:
        """As the library's own. Raises ValueError for a head without end."""
        return super().parse(_Lines(stream), full_statusline)


class _Lines:
    """The lines of a head, until it has grown too long."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.left = _LONGEST_HEAD

    def readline(self) -> bytes:
        """The next line, or a piece of one that is long. Raises ValueError."""
        line: bytes = self.stream.readline(_CHUNK)
        self.left -= len(line)
        if self.left < 0:
            raise ValueError(f"a head of more than {_LONGEST_HEAD:,} bytes")
        return line


def _is_page(record: Any) -> bool:
    answer = record.http_headers
    if answer is None or answer.get_statuscode() != _FETCHED:
        return False
    return not (answer.get_header("Content-Type") or "").strip().lower().startswith(_PASSED_OVER)


def _page(record: Any, at: int, limits: Limits) -> Item | UnreadableSource:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")[:_LONGEST_NAME]
    stream = record.content_stream()
    held = bytearray()
    while chunk := stream.read(_CHUNK):
        held += chunk
        if len(held) > limits.bytes:
            return UnreadableSource(address, "too_large", limit=limits.bytes)
    return Item(address, bytes(held), is_web=True, at=at)
