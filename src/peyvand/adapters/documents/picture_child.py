"""Small pictures of a scan, drawn in a process of its own: bytes come in by standard input, one JSON object goes out.

What goes out is drawn anew, pixel by pixel, so that nothing that hid in the file reaches a browser. Nothing else of
Peyvand is imported here, so that the process starts quickly and stays small.
"""

from __future__ import annotations

import base64
import io
import json
import logging
import resource
import sys
import warnings
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

# The longer edge of the picture that is read on a page, and of the one in a list; in pixels.
_PAGE, _SMALL = 1400, 360
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_QUALITY = 80


class _TooMany(Exception):
    """More of something than is looked at: ``code`` says of what."""

    def __init__(self, code: str, limit: int) -> None:
        super().__init__(code)
        self.code = code
        self.limit = limit


def main() -> None:
    """Limits are given as arguments: seconds of work, bytes of memory, pixels, pages; then ``pdf`` or ``image``."""
    seconds, memory, pixels, pages = map(int, sys.argv[1:5])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    json.dump(_answer(sys.stdin.buffer.read(), sys.argv[5], pixels, pages), sys.stdout)


def _answer(data: bytes, kind: str, pixels: int, pages: int) -> dict[str, Any]:
    try:
        drawn, count = _pdf(data, pages) if kind == "pdf" else _image(data, pixels, pages)
        return {"pages": count, "page": _encoded(drawn, _PAGE), "small": _encoded(drawn, _SMALL)}
    except _TooMany as fault:
        return {"fault": fault.code, "limit": fault.limit}
    except MemoryError:
        return {"fault": "too_hungry"}
    except pypdfium2.PdfiumError as fault:
        locked = "password" in str(fault).lower()
        return {"fault": "encrypted"} if locked else {"fault": "broken_document", "cause": str(fault)[:200]}
    except Exception as fault:  # whatever a hostile document brings about is one answer: it is broken
        return {"fault": "broken_document", "cause": f"{type(fault).__name__}: {fault}"[:200]}


def _pdf(data: bytes, pages: int) -> tuple[Image.Image, int]:
    document = pypdfium2.PdfDocument(data)
    count = len(document)
    if count > pages:
        raise _TooMany("too_many_pages", pages)
    first = document[0]
    longest = max(first.get_size())
    return first.render(scale=_PAGE / max(longest, 1), draw_annots=True, may_draw_forms=False).to_pil(), count


def _image(data: bytes, pixels: int, pages: int) -> tuple[Image.Image, int]:
    # Counted here, from the head of the file and before a pixel of it is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    image = Image.open(io.BytesIO(data), formats=_FORMATS)
    if image.width * image.height > pixels:
        raise _TooMany("too_many_pixels", pixels)
    count = getattr(image, "n_frames", 1)
    if count > pages:
        raise _TooMany("too_many_pages", pages)
    image.draft("RGB", (_PAGE, _PAGE))
    image.load()
    drawn = image.convert("L") if image.mode in ("1", "I", "I;16", "F") else image
    drawn = drawn.convert("RGBA") if drawn.mode in ("P", "PA", "LA") else drawn
    drawn.thumbnail((_PAGE, _PAGE))
    return ImageOps.exif_transpose(drawn), count


def _encoded(drawn: Image.Image, edge: int) -> str:
    """A JPEG on white paper, without a word of what the file said of itself; base64."""
    small = drawn.copy()
    small.thumbnail((edge, edge))
    paper = Image.new("RGB", small.size, "white")
    paper.paste(small, mask=small.getchannel("A") if small.mode == "RGBA" else None)
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return base64.b64encode(out.getvalue()).decode()


if __name__ == "__main__":
    main()
