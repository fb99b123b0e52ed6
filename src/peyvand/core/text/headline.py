"""Which line above the article is its headline: not the kicker, the rubric, the masthead or a menu."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from peyvand.core.text.rows import Row
from peyvand.core.text.words import FurnitureWords

# Characters from which a line can only be a paragraph, and from which one that ends in a full stop is.
_PARAGRAPH, _SENTENCE = 160, 40
_FULL_STOP = re.compile(r"[.。][»”\"')\]]*\Z")
_WORD = re.compile(r"[\u3040-\u9fff]{1,2}|[^\s\u3040-\u9fff]+")
# Words of a rubric, of a masthead, of the least headline below them, and of a kicker.
_RUBRIC, _MASTHEAD, _HEADLINE, _KICKER = 2, 5, 4, 14
# An item of a menu that has a line for each: words, characters, and how many lines make a menu.
_ITEM_WORDS, _ITEM, _MENU = 3, 24, 3


@dataclass(frozen=True, slots=True)
class Headline:
    """Positions in the rows: the headline, the kicker above it, and where the article's words begin below them."""

    title: int | None
    kicker: int | None
    paragraph: int


def is_paragraph(text: str, row: Row) -> bool:
    """Whether a line of the article's words is long, or ends, as paragraphs do."""
    return row.length >= _PARAGRAPH or (row.length >= _SENTENCE and bool(_FULL_STOP.search(row.span.of(text))))


def headline(text: str, rows: list[Row], words: FurnitureWords) -> Headline:
    """Find the headline among the lines before the first paragraph."""
    paragraph = next((at for at, row in enumerate(rows) if not row.kind and is_paragraph(text, row)), len(rows))
    above = _without_menus(text, rows, [at for at in range(paragraph) if not rows[at].kind])
    sizes = [_size(text, rows[at]) for at in above]
    # The most words of any line from here down.
    longest = list(accumulate(reversed(sizes), max, initial=0))[::-1]
    kicker = None
    for place, at in enumerate(above):
        is_last = place + 1 == len(above)
        if _is_kicker(text, rows[at], not is_last and above[place + 1] == at + 1, words):
            kicker = at
        elif not _is_masthead(text, rows, at, sizes[place], longest[place + 1], words):
            alone = paragraph == len(rows) and is_last
            return Headline(None, kicker, at) if alone else Headline(at, kicker, paragraph)
    if above and paragraph == len(rows):
        return Headline(None, None, above[0])
    return Headline(None, kicker, paragraph)


def _size(text: str, row: Row) -> int:
    """Words; where a script writes none apart, pairs of signs."""
    return sum(1 for _ in _WORD.finditer(text, *row.span))


def _without_menus(text: str, rows: list[Row], above: list[int]) -> list[int]:
    """Leave out runs of very short lines that have something longer below them."""
    kept: list[int] = []
    run: list[int] = []
    for at in above:
        row = rows[at]
        if row.length <= _ITEM and _size(text, row) <= _ITEM_WORDS:
            run.append(at)
            continue
        if len(run) < _MENU:
            kept += run
        kept.append(at)
        run = []
    return kept + run


def _is_kicker(text: str, row: Row, stands_over_line: bool, words: FurnitureWords) -> bool:
    line = row.span.of(text)
    if line.endswith((":", "؛", ":»")):
        return True
    return stands_over_line and len(line.split()) <= _KICKER and bool(words.kicker_end.search(line))


def _is_masthead(text: str, rows: list[Row], at: int, size: int, longest: int, words: FurnitureWords) -> bool:
    """Whether a line is a rubric or a name, with a longer one (of ``longest`` words) below it."""
    if longest < _HEADLINE or longest <= size or size > _MASTHEAD:
        return False
    if size <= _RUBRIC:
        return True
    if words.outlet_name.match(text, rows[at].span.start) or words.office_name.match(text, rows[at].span.start):
        return True
    # A line that hangs on to a dateline, with the headline apart below.
    return at > 0 and bool(rows[at - 1].kind) and not rows[at].after_blank and rows[at + 1].after_blank
