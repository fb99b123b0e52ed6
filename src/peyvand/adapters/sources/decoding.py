"""From bytes to text: UTF-8, UTF-16 and UTF-32 with their marks, windows-1256, what a page declares; or a refusal."""

from __future__ import annotations

import codecs
import re

from peyvand.adapters.sources.captured import UnreadableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"{\\rtf", "a rich-text document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
)
_DECLARED = re.compile(rb"""<meta[^>]{1,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{3,20})""", re.IGNORECASE)
_HEAD = 4096
# Control characters that no text holds; more of them than one in this many bytes make a file binary.
_CONTROLS = bytes((*range(9), *range(14, 27), 28, 29, 30, 127))
_BYTES_PER_CONTROL = 200
_ARABIC = re.compile(
    r"[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06be\u06c1\u06ba\u06d2\u0679\u0688\u0691]"
)
_LETTER = re.compile(r"[^\W\d_]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Shares above which windows-1256 is believed: Arabic letters of all signs beyond ASCII, and of all letters.
_OF_SIGNS, _OF_LETTERS = 0.85, 0.5
# The share of unreadable bytes beyond ASCII up to which a page is read as browsers read it, with a sign for each.
_FORGIVEN = 0.01


def decode(data: bytes, name: str, *, is_page: bool = False) -> str:
    """The text of a file. A declared encoding counts for pages only.

    Raises `UnreadableSource` for binary files, and for bytes that are no text in any encoding known here.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name, encoding)
    _refuse_binary(data, name)
    declared = _DECLARED.search(data, 0, _HEAD) if is_page else None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if text := _windows(data):
            return text
        if declared and (text := _as_declared(data, declared[1].decode("ascii").lower())):
            return text
        if is_page and (text := _forgiven(data)):
            return text
        raise UnreadableSource(name, "broken_encoding", encoding="UTF-8", offset=fault.start) from fault


def _decoded(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableSource(name, "broken_encoding", encoding=encoding.upper(), offset=fault.start) from fault


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableSource(name, "binary", what=what)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * _BYTES_PER_CONTROL > len(data):
        raise UnreadableSource(name, "binary", what="a file for programs")


def _windows(data: bytes) -> str:
    """The text in windows-1256, if that makes it a text of Arabic letters; else nothing."""
    text = data.decode("cp1256")
    arabic = len(_ARABIC.findall(text))
    signs, letters = len(_NOT_ASCII.findall(text)), len(_LETTER.findall(text))
    return text if arabic > _OF_SIGNS * signs and arabic > _OF_LETTERS * letters else ""


def _as_declared(data: bytes, encoding: str) -> str:
    if encoding in ("utf-8", "utf8"):
        return ""
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return ""


def _forgiven(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    return text if text.count("\ufffd") <= _FORGIVEN * len(_NOT_ASCII.findall(text)) else ""
