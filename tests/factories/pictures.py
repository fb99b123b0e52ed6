"""Pictures of imagined scans, and files that only look like one."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def picture(
    size: tuple[int, int] = (620, 877),
    *,
    form: str = "JPEG",
    mode: str = "RGB",
    turned: int | None = None,
    more: int = 0,
    colour: int = 0,
) -> bytes:
    """A blank sheet. ``turned`` is the camera's word on how it was held, ``more`` are further pages (TIFF)."""
    sheet = Image.new(mode, size, colour)
    exif = sheet.getexif()
    exif[0x010E] = "written by the scanner"
    if turned:
        exif[0x0112] = turned
    out = io.BytesIO()
    rest = {"save_all": True, "append_images": [sheet] * more} if more else {}
    sheet.save(out, form, exif=exif, **rest)
    return out.getvalue()


def vast_png(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of this size."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
