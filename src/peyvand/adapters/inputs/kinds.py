"""What bytes are, by their own beginning: names and declared types are wrong too often."""

from __future__ import annotations

import re
import zlib
from enum import Enum

HEAD = 8192


class Kind(Enum):
    """The kinds of input that are told apart. TEXT is every page and every text."""

    TEXT = "text"
    PDF = "pdf"
    PACKED = "packed"
    FEED = "feed"
    MESSAGE = "message"
    MAILBOX = "mailbox"
    WARC = "warc"
    UNKNOWN = "unknown"


_PDF = b"%PDF-"
_PDF_WITHIN = 1024
_ZIP, _GZIP, _WARC = b"PK\x03\x04", b"\x1f\x8b", b"WARC/"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))
_FEED = re.compile(
    r"\s{0,999}(?:<\?[^>]{0,400}>\s{0,99}|<!--[^>]{0,999}-->\s{0,99}|<!DOCTYPE\s[^>]{0,999}>\s{0,99}){0,9}"
    r"<(?:(?:[\w.-]{1,30}:)?(?:rss|feed|RDF)[\s>]|!DOCTYPE\s{1,9}(?:rss|feed|rdf:RDF)\s)"
)
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]|([A-Za-z][A-Za-z0-9-]{1,60}):\r?$")
# A message says at least two of these of itself before its first empty line.
_FIELDS = frozenset(
    b"from to cc date subject received message-id mime-version return-path content-type reply-to sender".split()
)
_ENOUGH_FIELDS = 2
_MAILBOX = re.compile(rb"From \S{1,300}[^\n]{0,300}\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:)")


def kind_of(head: bytes) -> Kind:
    """The kind of input that begins with these bytes (the first `HEAD` of them are enough)."""
    if _PDF in head[:_PDF_WITHIN]:
        return Kind.PDF
    if head.startswith(_ZIP):
        return Kind.PACKED
    if head.startswith(_GZIP):
        return Kind.WARC if _inflated(head).startswith(_WARC) else Kind.UNKNOWN
    if head.startswith(_WARC):
        return Kind.WARC
    if head.startswith(_OLD_OFFICE):
        return Kind.UNKNOWN
    if _MAILBOX.match(head):
        return Kind.MAILBOX
    if _FEED.match(_as_text(head)):
        return Kind.FEED
    return Kind.MESSAGE if _is_message(head) else Kind.TEXT


def _inflated(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_WARC))
    except zlib.error:
        return b""


def _as_text(head: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "latin-1")
    return head.decode(encoding, "replace").lstrip("\ufeff")


def _is_message(head: bytes) -> bool:
    said = set()
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if not line.strip():
            break
        field = _FIELD.match(line)
        if field:
            said.add((field[1] or field[2]).lower())
        elif not line.startswith((b" ", b"\t")):
            return False
    return len(said & _FIELDS) >= _ENOUGH_FIELDS
