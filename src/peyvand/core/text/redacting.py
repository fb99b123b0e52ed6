"""Words struck out of a text, sign for sign, so that every other word keeps its place."""

from __future__ import annotations

import re

from peyvand.core.text.folding import fold, fold_words
from peyvand.core.text.span import Span

STRUCK = "\u2588"
_KEPT = re.compile(r"[^\s]")


def places_of(text: str, words: str) -> list[Span]:
    """Where these words stand in a text as words of their own, whatever their spelling."""
    wanted = fold_words(words).strip()
    if not wanted:
        return []
    folded = fold(text)
    found = re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded.text)
    return [folded.back(Span(*one.span())) for one in found]


def struck(text: str, spans: list[Span]) -> str:
    """The text with a block in the place of every sign under these spans; white space stays."""
    pieces, at = [], 0
    for span in sorted(spans):
        start = max(span.start, at)
        pieces += [text[at:start], _KEPT.sub(STRUCK, text[start : span.stop])]
        at = max(at, span.stop)
    return "".join([*pieces, text[at:]])


def strike(text: str, words: str) -> str:
    """The text without these words."""
    return struck(text, places_of(text, words))
