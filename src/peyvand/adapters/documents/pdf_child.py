"""The text layer of a PDF, read in a process of its own: bytes come in by standard input, one JSON object goes out.

Nothing else of Peyvand is imported here, so that the process starts quickly and stays small.
"""

from __future__ import annotations

import io
import json
import logging
import resource
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

from peyvand.adapters.documents.visual import logical, runs_from_right

# A gap of this share of a glyph's height parts two words.
_GAP = 0.12
# A line that fills this share of its paragraph's width goes on in the next one.
_FULL = 0.8
# Lines of a page beyond which its layout is not a document's.
_MOST_GLYPHS = 100_000
# More glyphs than this share without a letter behind them make a text layer worthless.
_NAMELESS = 0.3
_UNKNOWN = "\ufffd"


class NoText(Exception):
    """The pages hold pictures, or glyphs of which nobody knows the letters."""


def main() -> None:
    """Limits are given as arguments: seconds of work, bytes of memory, characters of text, pages."""
    seconds, memory, characters, pages = map(int, sys.argv[1:5])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    logging.disable(logging.CRITICAL)
    json.dump(_answer(sys.stdin.buffer.read(), characters, pages), sys.stdout)


def _answer(data: bytes, characters: int, pages: int) -> dict[str, str]:
    try:
        return {"text": text_of(data, characters, pages)}
    except NoText:
        return {"fault": "no_text_layer"}
    except MemoryError:
        return {"fault": "too_hungry"}
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        return {"fault": "encrypted"}
    except Exception as fault:  # whatever a hostile document brings about is one answer: it is broken
        return {"fault": "broken_document", "cause": f"{type(fault).__name__}: {fault}"[:200]}


def text_of(data: bytes, characters: int, pages: int) -> str:
    """The paragraphs of a document, an empty line between them; not much more than ``characters`` of it.

    Raises `NoText`, and whatever the reader of PDF raises.
    """
    said: list[str] = []
    length = 0
    layout = LAParams(boxes_flow=None)
    for page in extract_pages(io.BytesIO(data), maxpages=pages, laparams=layout):
        for paragraph in _paragraphs(page):
            said.append(paragraph)
            length += len(paragraph)
        if length > characters:
            break
    text = "\n\n".join(said)
    letters = sum(map(str.isalnum, text))
    if not letters or text.count(_UNKNOWN) > _NAMELESS * (letters + text.count(_UNKNOWN)):
        raise NoText
    return text


def _paragraphs(page: LTPage) -> Iterator[str]:
    boxes = [box for box in page if isinstance(box, LTTextBox)]
    from_right = runs_from_right(box.get_text() for box in boxes)
    for box in boxes:
        lines = [line for line in box if isinstance(line, LTTextLine)]
        yield from _joined([(_line(line, from_right), line.width) for line in lines], box.width)


def _joined(lines: Iterable[tuple[str, float]], width: float) -> Iterator[str]:
    """Lines of one block put together where the paper's edge had parted them."""
    held: list[str] = []
    for text, extent in lines:
        held.append(text)
        if extent < _FULL * width:
            yield " ".join(filter(None, held))
            held = []
    if any(held):
        yield " ".join(filter(None, held))


def _line(line: LTTextLine, from_right: bool) -> str:
    """The glyphs of a line in the order in which they are read."""
    glyphs = sorted((one for one in line if isinstance(one, LTChar)), key=lambda one: one.x0)[:_MOST_GLYPHS]
    drawn: list[str] = []
    edge: float | None = None
    for glyph in glyphs:
        if edge is not None and glyph.x0 - edge > _GAP * max(glyph.height, 1) and drawn[-1] != " ":
            drawn.append(" ")
        drawn.append(_letters(glyph))
        edge = max(edge or glyph.x1, glyph.x1)
    return " ".join(logical(drawn, from_right=from_right).split())


def _letters(glyph: Any) -> str:
    text: str = glyph.get_text()
    return _UNKNOWN if text.startswith("(cid:") else text


if __name__ == "__main__":
    main()
