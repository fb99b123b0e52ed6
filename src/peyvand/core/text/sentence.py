"""Where sentences end: stops that are not decimal points, initials, abbreviations or dots of omission."""

from __future__ import annotations

import re
from collections.abc import Collection

from peyvand.core.text.folding import Folded
from peyvand.core.text.lines import unwrapped
from peyvand.core.text.span import Span, trimmed

# A stop with the quotation marks and brackets that close after it.
_STOP = re.compile(r"(?P<mark>[.!?؟…。！？](?:(?<=\.)\.+)?)(?P<closing>[»”\"'ˈ)\]]*)")
_ARABIC_LETTER = re.compile(r"[\u0621-\u064a\u066e-\u06d3]")
_WORD_BEFORE = re.compile(r"[^\W_]+\Z")
_LONGEST_WORD = 24
_LONGEST_ASIDE = 80


def sentences(folded: Folded, within: Span, abbreviations: Collection[str] = ()) -> tuple[Span, ...]:
    """The sentences of a stretch of the folded text, in order, as folded spans without white space around them.

    A line that is not a wrapped one ends a sentence. ``abbreviations`` are folded words without their stop.
    """
    return tuple(
        sentence
        for paragraph in unwrapped(folded.text, within)
        for sentence in _split(folded, paragraph, abbreviations)
    )


def _split(folded: Folded, paragraph: Span, abbreviations: Collection[str]) -> list[Span]:
    found: list[Span] = []
    start = paragraph.start
    for stop in _STOP.finditer(folded.text, paragraph.start, paragraph.stop):
        if stop.end() < paragraph.stop and not _ends(folded, start, stop, paragraph.stop, abbreviations):
            continue
        found.append(trimmed(folded.text, Span(start, stop.end())))
        start = stop.end()
    found.append(trimmed(folded.text, Span(start, paragraph.stop)))
    return [sentence for sentence in found if sentence.start < sentence.stop]


def _ends(folded: Folded, start: int, stop: re.Match[str], limit: int, abbreviations: Collection[str]) -> bool:
    text, mark = folded.text, stop["mark"]
    if mark in "。！？":
        return True
    if len(mark) > 1 or mark == "…":
        return False
    if mark != ".":
        return text[stop.end()].isspace() and not stop["closing"] and not _is_aside(text, start, stop.start(), limit)
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
    word = before.group() if before else ""
    if not text[stop.end()].isspace():
        return _is_glued(text, word, stop)
    if before and before.start() == start and word.isdigit():
        return False
    if (len(word) == 1 and word.isalpha()) or word in abbreviations:
        return False
    return not _goes_on_small(folded, stop.end(), limit)


def _is_glued(text: str, word: str, stop: re.Match[str]) -> bool:
    """A stop without a space after it, between words of Arabic script: «رسید.اکنون»."""
    after = text[stop.end() : stop.end() + 2]
    return len(word) > 1 and len(after) == 2 and all(_ARABIC_LETTER.match(letter) for letter in (word[-1], *after))


def _goes_on_small(folded: Folded, offset: int, limit: int) -> bool:
    """Whether the next word begins with a small letter, where the script has capitals."""
    while offset < limit and folded.text[offset].isspace():
        offset += 1
    return offset < limit and folded.page[folded.origin(offset)].islower()


def _is_aside(text: str, start: int, stop: int, limit: int) -> bool:
    """Whether a question or a cry stands in a short quotation that goes on after it: «چرا؟ چگونه» پرسید."""
    opened = text.rfind("«", max(start, stop - _LONGEST_ASIDE), stop)
    if opened < 0 or "»" in text[opened:stop]:
        return False
    return text.find("»", stop, min(limit, opened + _LONGEST_ASIDE)) >= 0
