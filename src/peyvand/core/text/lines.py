"""The lines of a page, and the paragraphs that a mail program or an editor has wrapped into several lines."""

from __future__ import annotations

import re
from itertools import pairwise

from peyvand.core.text.span import Span

_LINE = re.compile(r"[^\s\n][^\n]*")
_BLANK = re.compile(r"\n[ ]*\n")
# No wrapped text is wider than this; below the lesser width two lines are two utterances.
_WIDEST, _NARROWEST = 110, 40
_STOPS = ".!?؟:؛…"
_BULLET = re.compile(r"[-•*·▪■●►»\d]")


def lines(text: str, within: Span) -> list[Span]:
    """The lines of folded ``text`` inside a span, without the blank ones and without white space around them."""
    found = []
    for line in _LINE.finditer(text, within.start, within.stop):
        found.append(Span(line.start(), line.start() + len(line.group().rstrip())))
    return found


def paragraphs(text: str, within: Span) -> list[Span]:
    """Lines, or runs of lines where one paragraph was wrapped at a fixed width."""
    rows = lines(text, within)
    width = _width(rows)
    joins = [_is_full(text, above, below, width) and _goes_on(text, above, below) for above, below in pairwise(rows)]
    if width > _WIDEST or 2 * sum(joins) < len(joins):
        return rows
    return _joined(rows, joins)


def unwrapped(text: str, paragraph: Span) -> list[Span]:
    """The lines of what `paragraphs` took for one, and of other stretches: joined where one may go on in the next."""
    rows = lines(text, paragraph)
    if _width(rows) > _WIDEST:
        return rows
    return _joined(rows, [_goes_on(text, above, below) for above, below in pairwise(rows)])


def _width(rows: list[Span]) -> int:
    return max((row.stop - row.start for row in rows), default=0)


def _joined(rows: list[Span], joins: list[bool]) -> list[Span]:
    merged = rows[:1]
    for row, joins_above in zip(rows[1:], joins, strict=True):
        if joins_above:
            merged[-1] = Span(merged[-1].start, row.stop)
        else:
            merged.append(row)
    return merged


def _is_full(text: str, above: Span, below: Span, width: int) -> bool:
    """Whether the first word of the line below would not have fitted into the line above."""
    word = text[below.start : below.stop].split(" ", 1)[0]
    return above.stop - above.start + 1 + len(word) > width


def _goes_on(text: str, above: Span, below: Span) -> bool:
    """Whether a line may go on in the next: it is long, has no stop, and neither a bullet nor a blank line follows."""
    is_open = above.stop - above.start >= _NARROWEST and text[above.stop - 1] not in _STOPS
    return is_open and not _BULLET.match(text, below.start) and not _BLANK.search(text, above.stop, below.start)
