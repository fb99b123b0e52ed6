"""A quotation with what stands around it, as the page has it."""

from __future__ import annotations

import re

from peyvand.core.text import Span
from peyvand.web.shared.direction import spell_controls

_REACH = 180
_START = re.compile(r"[.!?؟…]\s+|\n")
_STOP = re.compile(r"[.!?؟…](?=\s|$)|\n")


def around(text: str, span: Span) -> tuple[str, str, str]:
    """What comes before, the quoted words, and what follows, to the ends of the sentence or as far as the eye needs."""
    window = text[max(0, span.start - _REACH) : span.start]
    starts = [found.end() for found in _START.finditer(window)]
    before = window[starts[-1] :] if starts else _cut_start(window, reached=span.start > _REACH)
    following = text[span.stop : span.stop + _REACH]
    stop = None if span.of(text).rstrip().endswith((".", "!", "?", "؟")) else _STOP.search(following)
    if stop:
        after = following[: stop.end()]
    elif span.of(text).rstrip().endswith((".", "!", "?", "؟")):
        after = ""
    else:
        after = _cut_stop(following, reached=len(text) > span.stop + _REACH)
    return spell_controls(before.lstrip()), spell_controls(span.of(text)), spell_controls(after.rstrip())


def _cut_start(window: str, *, reached: bool) -> str:
    return "… " + window.partition(" ")[2] if reached else window


def _cut_stop(window: str, *, reached: bool) -> str:
    return window.rpartition(" ")[0] + " …" if reached else window
