"""The text of a Word document: its letterhead, then its paragraphs and tables, one block a line.

What is marked as deleted is no text; pictures, macros, templates and links to elsewhere are not looked at.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from peyvand.adapters.documents.packed import Packed
from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.limits import Limits

_BODY = "word/document.xml"
_HEADER = re.compile(r"word/header\d{1,3}\.xml")
_CORE = "docProps/core.xml"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
# Text that is not shown, and the second rendering of text boxes for older programs.
_HIDDEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Document:
    """``title`` and ``author`` are what the document's properties say, None where they do not."""

    text: str
    title: str | None
    author: str | None


def is_docx(packed: Packed) -> bool:
    """Whether a ZIP file is a Word document."""
    return _BODY in packed.parts


def read_docx(packed: Packed, limits: Limits) -> Document:
    """The text of a Word document. Raises `UnreadableSource`."""
    headers = sorted(part for part in packed.parts if _HEADER.fullmatch(part))
    head = [line for part in headers for line in _paragraphs(packed, part, limits)]
    body = _paragraphs(packed, _BODY, limits)
    lines = (*dict.fromkeys(head), *body)
    title, author = _properties(packed, limits)
    return Document("\n\n".join(lines), title, author)


def _paragraphs(packed: Packed, part: str, limits: Limits) -> list[str]:
    return [line for text in _texts(packed, part, limits) if (line := " ".join(text.split(" ")).strip())]


def _texts(packed: Packed, part: str, limits: Limits) -> Iterator[str]:
    """The text of each paragraph, of each row of a table with its cells in one line."""
    reader = _Paragraphs()
    for event, element in _parsed(packed, part, limits):
        if event == "start":
            reader.start(_local(element.tag))
        else:
            yield from reader.end(_local(element.tag), element.text or "")
            element.clear()


def _parsed(packed: Packed, part: str, limits: Limits) -> Iterator[tuple[str, Element]]:
    """Starts and ends of the elements of a part, with the tree cut off behind them."""
    data = packed.read(part)
    depth = seen = 0
    try:
        for event, element in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            seen += 1
            if depth > _DEEPEST or seen > 2 * limits.tags:
                raise UnreadableSource(packed.name, "too_complex", limit=limits.tags)
            yield event, element
    except UnreadableSource:
        raise
    except DefusedXmlException as fault:
        raise UnreadableSource(packed.name, "entities") from fault
    except (ParseError, ValueError, LookupError) as fault:
        raise UnreadableSource(packed.name, "broken_document", cause=fault) from fault


class _Paragraphs:
    """Gathers the words of paragraphs, and those of a table's row into one line."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.cells: list[str] = []
        self.hidden = 0
        self.rows = 0

    def start(self, name: str) -> None:
        """An element begins."""
        self.hidden += name in _HIDDEN
        self.rows += name == "tr"
        if not self.hidden and name in _SIGNS:
            self.words.append(_SIGNS[name])

    def end(self, name: str, text: str) -> Iterator[str]:
        """An element ends: the paragraph or the row that ends with it."""
        if name in _HIDDEN:
            self.hidden -= 1
        elif name == "t" and not self.hidden:
            self.words.append(text)
        elif name == "p":
            yield from self.paragraph()
        elif name == "tr":
            self.rows -= 1
            if not self.rows:
                yield " | ".join(self.cells)
                self.cells = []

    def paragraph(self) -> Iterator[str]:
        """The paragraph that was gathered, kept back while a row is open."""
        said = "".join(self.words).strip()
        self.words = []
        if self.rows and said:
            self.cells.append(" ".join(said.split("\n")))
        elif said:
            yield from said.split("\n")


def _properties(packed: Packed, limits: Limits) -> tuple[str | None, str | None]:
    if _CORE not in packed.parts:
        return None, None
    said = {
        _local(element.tag): (element.text or "").strip()
        for event, element in _parsed(packed, _CORE, limits)
        if event == "end"
    }
    return said.get("title") or None, said.get("creator") or None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
