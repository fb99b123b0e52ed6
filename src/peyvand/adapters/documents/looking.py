"""A file that somebody brings to be kept: what it is by its own bytes, what it says, and small pictures of it."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from enum import StrEnum

from peyvand.adapters.documents.child import asked
from peyvand.adapters.documents.docx import is_docx, read_docx
from peyvand.adapters.documents.packed import Packed
from peyvand.adapters.documents.pdf import pdf_text
from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.limits import Limits

_PICTURES = "peyvand.adapters.documents.picture_child"
_MACROS = "vbaproject.bin"
_PAGES_READ = 100
_WITHOUT_WORDS = frozenset({"no_text_layer", "too_slow", "too_hungry"})


class FileType(StrEnum):
    """The kinds of file that are kept, by their media type."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"
    WEBP = "image/webp"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @property
    def suffix(self) -> str:
        """The ending of a file's name: ``pdf``, ``jpg`` …"""
        return {FileType.JPEG: "jpg", FileType.TIFF: "tif"}.get(self, self.name.lower())


# What a scan may be: larger than a page of the web, and its pictures take more room than its words.
LIMITS = Limits(bytes=30_000_000, memory=450_000_000, pages=500)
_BEGINNINGS = (
    (b"%PDF-", FileType.PDF),
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"II*\x00", FileType.TIFF),
    (b"MM\x00*", FileType.TIFF),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """``pages`` is 0 where a file knows none; ``text`` what stands in it as text, empty for a picture of a page;
    ``page`` and ``small`` are JPEG pictures of its first page, drawn anew, empty where none is drawn."""

    kind: FileType
    pages: int = 0
    text: str = ""
    page: bytes = b""
    small: bytes = b""


def look(data: bytes, name: str, limits: Limits = LIMITS) -> Looked:
    """Look at a file before it is kept. Raises `UnreadableSource` for whatever is no document, or harmful."""
    if not data.strip():
        raise UnreadableSource(name, "empty")
    if len(data) > limits.bytes:
        raise UnreadableSource(name, "too_large", limit=limits.bytes)
    kind = type_of(data, name)
    if kind is FileType.DOCX:
        return Looked(kind=kind, text=_words(data, name, limits))
    drawing = "pdf" if kind is FileType.PDF else "image"
    seen = asked(_PICTURES, data, name, limits, limits.pixels, limits.pages, drawing)
    return Looked(
        kind=kind,
        pages=seen["pages"],
        text=_layer(data, name, limits) if kind is FileType.PDF else "",
        page=base64.b64decode(seen["page"]),
        small=base64.b64decode(seen["small"]),
    )


def type_of(data: bytes, name: str) -> FileType:
    """What a file is by how it begins, whatever it is called. Raises `UnreadableSource`."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return FileType.WEBP
    if data.startswith(b"PK\x03\x04"):
        return FileType.DOCX
    raise UnreadableSource(name, "not_kept")


def _words(data: bytes, name: str, limits: Limits) -> str:
    packed = Packed(data, name, limits)
    if not is_docx(packed):
        raise UnreadableSource(name, "not_kept")
    if any(part.lower().endswith(_MACROS) for part in packed.parts):
        raise UnreadableSource(name, "macros")
    return read_docx(packed, limits).text[: limits.characters]


def _layer(data: bytes, name: str, limits: Limits) -> str:
    """The words of a PDF's first pages, that it be found by them. Nobody here opens the file again: one whose words are
    too much work, and whose page could be drawn, is kept without them."""
    try:
        return pdf_text(data, name, replace(limits, pages=min(limits.pages, _PAGES_READ)))[: limits.characters]
    except UnreadableSource as fault:
        if fault.code not in _WITHOUT_WORDS:
            raise
        return ""
