"""HTML as a stream of tags and words, cut in one pass whose work grows with the page's length alone.

No tree is built here, nothing recurses and nothing is looked for twice, so that hostile pages (200,000 attributes
or nested elements, unclosed quotes, scripts, comments, entities) cost what innocent ones of their length cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from html import unescape
from typing import NamedTuple

from peyvand.adapters.sources.limits import Limits


class Cut(IntEnum):
    """What a piece of a page is."""

    START = 0
    END = 1
    WORDS = 2
    # The untouched content of an element that holds no markup, under the element's name.
    DATA = 3


class Piece(NamedTuple):
    """``name`` is the element's name in small letters, or the words; ``attributes`` come with starts and data."""

    cut: Cut
    name: str
    attributes: dict[str, str]
    data: str = ""


class TooManyTags(ValueError):
    """The page has more tags than the limits allow."""


_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_GAP = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"""([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?""")
_RAW = frozenset(
    {"script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes", "svg", "math"}
)
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_UNESCAPED = frozenset({"title", "textarea"})
# References to no sign there is: Python's own reader of numbers would stop at their length.
_ENDLESS_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")


def pieces(page: str, limits: Limits) -> Iterator[Piece]:
    """Cut a page into starts, ends, words and data. Raises `TooManyTags`."""
    at, tags = 0, 0
    while at < len(page):
        found = _MARKUP.search(page, at)
        start = found.start() if found else len(page)
        if start > at:
            yield Piece(Cut.WORDS, _plain(page[at:start]), {})
        if not found:
            return
        tags += 1
        if tags > limits.tags:
            raise TooManyTags
        name = _NAME.match(page, start + 1)
        if not name:
            at = _closing(page, start)
            if page[start + 1] == "/" and (name := _NAME.match(page, start + 2)):
                yield Piece(Cut.END, name.group().lower(), {})
            continue
        element = name.group().lower()
        attributes, at = _attributes(page, name.end(), limits.attributes)
        if element in _RAW and not page.startswith("/>", at - 2):
            end = _RAW_END[element].search(page, at)
            data = page[at : end.start() if end else len(page)]
            at = _closing(page, end.start()) if end else len(page)
            yield Piece(Cut.DATA, element, attributes, _plain(data) if element in _UNESCAPED else data)
        else:
            yield Piece(Cut.START, element, attributes)


def _plain(words: str) -> str:
    """Words with their character references resolved."""
    return unescape(_ENDLESS_REFERENCE.sub("\ufffd", words)) if "&" in words else words


def _closing(page: str, start: int) -> int:
    """Where an end tag, a comment or a declaration that begins at ``start`` is over."""
    if page.startswith("<!--", start):
        end = page.find("-->", start + 2)
        return end + 3 if end >= 0 else len(page)
    end = page.find(">", start)
    return end + 1 if end >= 0 else len(page)


def _attributes(page: str, at: int, most: int) -> tuple[dict[str, str], int]:
    """The attributes of a start tag and where it is over."""
    found: dict[str, str] = {}
    while True:
        gap = _GAP.match(page, at)
        at = gap.end() if gap else at
        if at >= len(page):
            return found, at
        if page[at] == ">":
            return found, at + 1
        attribute = _ATTRIBUTE.match(page, at)
        if not attribute:
            return found, at + 1
        at = attribute.end()
        if len(found) < most:
            name, *values = attribute.groups()
            value = next((value for value in values if value is not None), "")
            found.setdefault(name.lower(), _plain(value))
