"""Who published a page, in the page's own words: «به گزارش …»، the agency of a dateline, a masthead."""

from __future__ import annotations

import re

from peyvand.core.text.span import Span, trimmed
from peyvand.core.text.words import FurnitureWords

# What ends a name after «به گزارش», how far into a paragraph that may stand, how far the name may reach (characters).
_END = re.compile(r"[،,:؛;.()\n]|(?<=\s)-|-(?=\s)")
_BEFORE_REPORT, _FARTHEST, _OPENING = 60, 90, 80
_QUOTED = re.compile(r"[«\"“]([^«»\"“”\n]{2,60})[»\"”]")
# «دوشنبه، ۵ خرداد /«پیام شهر»/.»، «تهران /ایرنا/»; «ایسنا/اصفهان شهردار …»; «أربيل (كوردستان)-»
_SLASHED = re.compile(r"/[ «\"“]{0,3}([^/«»\"“”\n\d]{2,40}?)[ »\"”]{0,3}/")
_BEFORE_PLACE = re.compile(r"([^\W\d_]{2,20})/[^\W\d_]{2,20} ")
_BRACKETED = re.compile(r"\w+(?:[ ،,]{1,3}\w+){0,2} ?\(([^()\n]{2,30})\) ?[-:]")
_DASH = re.compile(r"(?<=\s)[-/]|-(?=\s)|:")
_PLACE_WORDS, _NAME_WORDS = 3, 3
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
    opening = Span(paragraph.start, min(paragraph.stop, paragraph.start + _OPENING))
    outlet = words.outlet_name.match(text, *opening)
    end = (
        (_DASH.search(text, outlet.end(), opening.stop) and _END.search(text, outlet.end(), opening.stop))
        if outlet
        else None
    )
    if end:
        return trimmed(text, Span(opening.start, end.start()))
    agency = _SLASHED.search(text, *opening) or _BEFORE_PLACE.match(text, *opening) or _BRACKETED.match(text, *opening)
    return trimmed(text, Span(*agency.span(1))) if agency else _between_dashes(text, opening)


def _between_dashes(text: str, opening: Span) -> Span | None:
    """«رشت - ۵ آبان - ایرنا - …»: the last short piece without a number between the place and the words."""
    cuts = [dash.start() for dash in _DASH.finditer(text, *opening) if text[dash.start()] == "-"]
    pieces = [
        trimmed(text, Span(start, stop))
        for start, stop in zip([opening.start, *(cut + 1 for cut in cuts)], cuts, strict=False)
    ]
    if len(pieces) <= 1 or len(pieces[0].of(text).split()) > _PLACE_WORDS:
        return None
    names = [piece for piece in pieces[1:] if 0 < len(piece.of(text).split()) <= _NAME_WORDS]
    return next((name for name in reversed(names) if not any(map(str.isdigit, name.of(text)))), None)


def _name(text: str, said: Span, words: FurnitureWords) -> Span | None:
    outlet = words.outlet_name.search(text, *said)
    if outlet and not words.office_name.match(text, *said):
        said = Span(outlet.start(), said.stop)
    reporter = words.own_reporter.match(text, *said)
    start = reporter.end() if reporter else said.start
    tokens = [Span(*word.span()) for word in _WORD.finditer(text, start, said.stop)]
    whole = len(tokens)
    while len(tokens) > 1 and words.desk_word.fullmatch(text, *tokens[0]):
        tokens = tokens[1:]
    # «گروه شهری سرو» is the desk of an outlet, «سرویس شهرهای جهان» a desk alone.
    if not reporter and len(tokens) not in (1, whole):
        return None
    if not tokens or words.our.search(text, *tokens[-1]) or words.desk_word.fullmatch(text, *tokens[0]):
        return None
    return Span(tokens[0].start, tokens[-1].stop)
