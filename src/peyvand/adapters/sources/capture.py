"""The doors for sources: a file, bytes or a text in, a `Captured` out, or `UnreadableSource` with the reason."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from peyvand.adapters.sources.captured import Captured, UnreadableSource
from peyvand.adapters.sources.decoding import decode
from peyvand.adapters.sources.limits import LIMITS, Limits
from peyvand.adapters.sources.news import read_page

_PAGE_NAME = (".html", ".htm", ".xhtml", ".mhtml")
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
_HEAD = 2048
# What no text can hold and no database stores: NUL and halves of surrogate pairs. A sign stands in their place.
_IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")


def capture_file(path: Path | str, limits: Limits = LIMITS) -> Captured:
    """Capture a text or HTML file under its path's name. Raises `UnreadableSource`."""
    path = Path(path)
    name = str(path)
    try:
        if path.exists() and not path.is_file():
            raise UnreadableSource(name, "not_a_file")
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except FileNotFoundError as fault:
        raise UnreadableSource(name, "missing") from fault
    except OSError as fault:
        raise UnreadableSource(name, "forbidden", cause=fault.strerror or "unknown") from fault
    return capture_bytes(data, name, limits)


def capture_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> Captured:
    """Capture the bytes of a text or an HTML page, whichever they are. Raises `UnreadableSource`."""
    if len(data) > limits.bytes:
        raise UnreadableSource(name, "too_large", limit=limits.bytes)
    if not data.strip():
        raise UnreadableSource(name, "empty")
    is_page = name.lower().endswith(_PAGE_NAME) or bool(_PAGE_START.match(data, 0, _HEAD))
    text = decode(data, name, is_page=is_page)
    return _capture_page(text, name, limits) if is_page else capture_text(text, name, limits)


def capture_text(text: str, name: str, limits: Limits = LIMITS) -> Captured:
    """Capture a text as it is, with plain line ends and without a byte-order mark. Raises `UnreadableSource`."""
    text = _IMPOSSIBLE.sub("\ufffd", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise UnreadableSource(name, "empty")
    if len(text) > limits.characters:
        raise UnreadableSource(name, "too_long", found=len(text), limit=limits.characters)
    return Captured(name=name, text=text)


def _capture_page(page: str, name: str, limits: Limits) -> Captured:
    read = read_page(page, name, limits)
    return replace(
        capture_text(read.text, name, limits),
        media_type="text/html",
        title=read.title,
        publisher=read.head.publisher,
        published=read.head.published,
        author=read.head.author,
    )
