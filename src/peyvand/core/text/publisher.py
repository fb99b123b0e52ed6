"""Who published a page, in the page's own words: «به گزارش …»، the agency of a dateline, a masthead."""

from __future__ import annotations

import re

from peyvand.core.text.span import Span, trimmed
from peyvand.core.text.words import FurnitureWords

# What ends a name after «به گزارش», how far into a paragraph that may stand, how far the name may reach (characters).
_END = re.compile(r"[،,:؛;.()\n]|(?<=\s)-|-(?=\s)")
_BEFORE_REPORT, _FARTHEST, _OPENING = 60, 90, 80
_QUOTED = re.compile(r"[«\"“]([^«»\"“”\n]{2,60})[»\"”]")
# «دوشنبه، ۵ خرداد /«پیام شهر»/.»، «تهران /ایرنا/»، «أربيل (كوردستان)-»
_AGENCY = re.compile(r"/\s*[«\"“]?([^/«»\"“”\n\d]{2,40})[»\"”]?\s*/|(?:\w+[ ،,]*){1,3}\(([^()\n]{2,30})\)\s*[-:]")
_DASH = re.compile(r"\s[-/:]|-\s|:")
_WORD = re.compile(r"\w+")


def reported_by(text: str, paragraph: Span, words: FurnitureWords) -> Span | None:
    """The outlet or office that a paragraph says it reports after, unless it is the outlet's own reporter or desk."""
    report = words.report.search(text, paragraph.start, min(paragraph.stop, paragraph.start + _BEFORE_REPORT))
    if not report:
        return None
    limit = min(paragraph.stop, report.end() + _FARTHEST)
    start = trimmed(text, Span(report.end(), limit)).start
    quoted = _QUOTED.match(text, start, limit)
    if quoted:
        return Span(*quoted.span(1))
    ends = [end.start() for pattern in (_END, words.after_publisher) if (end := pattern.search(text, start, limit))]
    return _name(text, trimmed(text, Span(start, min(ends))), words) if ends else None


def opened_by(text: str, paragraph: Span, words: FurnitureWords) -> Span | None:
    """The outlet in a paragraph's opening: «پایگاه خبری سرو - …» or «تهران، ۵ خرداد /«پیام شهر»/.»"""
    limit = min(paragraph.stop, paragraph.start + _OPENING)
    agency = _AGENCY.search(text, paragraph.start, limit)
    if agency:
        return trimmed(text, Span(*agency.span(agency.lastindex or 1)))
    return masthead(text, Span(paragraph.start, limit), words)


def masthead(text: str, line: Span, words: FurnitureWords) -> Span | None:
    """The outlet with whose name a line begins, up to a dash or a colon."""
    outlet = words.outlet_name.match(text, *line)
    end = _DASH.search(text, outlet.end(), line.stop) if outlet else None
    return trimmed(text, Span(line.start, end.start())) if end else None


def _name(text: str, said: Span, words: FurnitureWords) -> Span | None:
    outlet = words.outlet_name.search(text, *said)
    if outlet and not words.office_name.match(text, *said):
        said = Span(outlet.start(), said.stop)
    tokens = [Span(*word.span()) for word in _WORD.finditer(text, *said)]
    reporter = words.own_reporter.match(text, *said)
    if reporter:
        tokens = [token for token in tokens if token.start >= reporter.end()]
        while len(tokens) > 1 and words.desk_word.fullmatch(text, *tokens[0]):
            tokens = tokens[-1:] if len(tokens) > 2 else tokens[1:]
    if not tokens or words.our.search(text, *tokens[-1]) or words.desk_word.match(text, *tokens[0]):
        return None
    return Span(tokens[0].start, tokens[-1].stop)
