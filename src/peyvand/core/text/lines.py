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
    width = max((row.stop - row.start for row in rows), default=0)
    if width > _WIDEST:
        return rows
    wrapped = [_is_wrap(text, above, below, width) for above, below in pairwise(rows)]
    if not wrapped or 2 * sum(wrapped) < len(wrapped):
        return rows
    merged = rows[:1]
    for row, joins in zip(rows[1:], wrapped, strict=True):
        if joins:
            merged[-1] = Span(merged[-1].start, row.stop)
        else:
            merged.append(row)
    return merged


def _is_wrap(text: str, above: Span, below: Span, width: int) -> bool:
    """Whether the line below goes on where the line above was full: its first word would not have fitted there."""
    length = above.stop - above.start
    if length < _NARROWEST or text[above.stop - 1] in _STOPS or _BULLET.match(text, below.start):
        return False
    if _BLANK.search(text, above.stop, below.start):
        return False
    word = text[below.start : below.stop].split(" ", 1)[0]
    return length + 1 + len(word) > width
