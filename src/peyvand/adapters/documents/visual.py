"""From a line as it is drawn, left to right, to the line as it is read.

A PDF holds glyphs at places on paper: a Persian line comes with its last letter first, its numbers and Latin words the
right way round in between, and its brackets as the shapes that were drawn.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_DIGITS = frozenset({"EN", "AN"})
# Signs that hold a number together: «۱۴۰۲/۷/۵», «۱۲٬۵۰۰».
_HOLDS_NUMBERS = frozenset("/.,:-٫٬")
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
# Shapes of Arabic letters in their places, which stand for the letters themselves.
_SHAPES = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")


def logical(drawn: Sequence[str], *, from_right: bool = False) -> str:
    """The line that glyphs drawn from left to right make: each item is what one glyph stands for, often one letter.

    ``from_right`` says how the page around it runs, which decides for a line of both directions or of none.
    """
    glyphs = _with_marks(_SHAPES.sub(_letters, glyph) for glyph in drawn)
    kinds = [_kind(glyph) for glyph in glyphs]
    right, left = kinds.count("R"), kinds.count("L")
    if (right and right >= left) or (from_right and (right or not left)):
        return _from_the_right(glyphs, kinds)
    return _from_the_left(glyphs, kinds)


def runs_from_right(drawn: Iterable[str]) -> bool:
    """Whether more of these glyphs are of letters that are read from the right."""
    kinds = [_kind(glyph) for glyph in drawn]
    return kinds.count("R") > kinds.count("L")


def _letters(shape: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", shape[0])


def _with_marks(glyphs: Iterable[str]) -> list[str]:
    """Vowel signs go with the letter that they are drawn over."""
    kept: list[str] = []
    for glyph in glyphs:
        if kept and glyph and all(map(unicodedata.combining, glyph)):
            kept[-1] += glyph
        else:
            kept.append(glyph)
    return kept


def _kind(glyph: str) -> str:
    """R and L for letters of the two directions, D for digits, - for what takes the direction around it."""
    for letter in glyph:
        direction = unicodedata.bidirectional(letter)
        if direction in _RIGHT_TO_LEFT:
            return "R"
        if direction == "L":
            return "L"
        if direction in _DIGITS:
            return "D"
    return "-"


def _from_the_right(glyphs: Sequence[str], kinds: Sequence[str]) -> str:
    """The whole line turned round, but for what runs from the left in it."""
    read: list[str] = []
    at = len(glyphs) - 1
    while at >= 0:
        if kinds[at] in "LD":
            start = _run_start(glyphs, kinds, at)
            read += glyphs[start : at + 1]
            at = start - 1
        else:
            read.append(_MIRRORED.get(glyphs[at], glyphs[at]) if kinds[at] == "-" else glyphs[at])
            at -= 1
    return "".join(read)


def _run_start(glyphs: Sequence[str], kinds: Sequence[str], at: int) -> int:
    """Where a run of Latin words and numbers that ends with glyph ``at`` begins."""
    start = at
    latin = kinds[at] == "L"
    between = at - 1
    while between >= 0 and kinds[between] != "R":
        if kinds[between] in "LD":
            held = glyphs[between + 1 : start]
            is_number = kinds[between] == kinds[start] == "D" and len(held) <= 1 and set(held) <= _HOLDS_NUMBERS
            latin = latin or kinds[between] == "L"
            if held and not latin and not is_number:
                break
            start = between
        between -= 1
    return start


def _from_the_left(glyphs: Sequence[str], kinds: Sequence[str]) -> str:
    """A line of Latin words, in which the stretches from the right are turned round."""
    read: list[str] = []
    at = 0
    while at < len(glyphs):
        if kinds[at] != "R":
            read.append(glyphs[at])
            at += 1
            continue
        stop = end = at
        while end < len(glyphs) and kinds[end] != "L":
            if kinds[end] == "R":
                stop = end
            end += 1
        read.append(_from_the_right(glyphs[at : stop + 1], kinds[at : stop + 1]))
        at = stop + 1
    return "".join(read)
