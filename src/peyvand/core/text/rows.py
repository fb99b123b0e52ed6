"""What one line of a page is, seen by itself: a label, a menu, a date, or words of the article."""

from __future__ import annotations

import re

from peyvand.core.text.span import Span, trimmed
from peyvand.core.text.value import value
from peyvand.core.text.words import FurnitureWords

_DECORATION = re.compile(r"[\s*•\-·▪■●►»>|#_=~+✅]*")
# A search runs to the next of some signs at once where each way begins with one of them: so what must stand before a
# sign is asked behind it.
_SEPARATOR = re.compile(r"[|•│¦›>»·:](?:(?<=[|•│¦›>])|(?<=:)::?|(?<=\s[»·])(?=\s))")
_DATE_SEPARATOR = re.compile(r"[|•؛;،,()/:-](?:(?<=[|•؛;،,()])|(?<=\s[/-])|(?<=[/-])(?=\s)|(?<=:)(?!\d))")
# A day whose numbers have units behind them: «2024年3月4日».
_COUNTED = r"\d{4}年\d{1,2}月\d{1,2}日"
_NUMERIC_DATE = re.compile(
    rf"(?<![\d/.:-])(?:\d{{4}}[/.-]\d{{1,2}}[/.-]\d{{1,2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|{_COUNTED})(?![\d/:-])"
)
_COUNTED_DATE = re.compile(_COUNTED)
_COLONS = (":", "：")
_HASHTAGS = re.compile(r"#\w+(?:[ ،,|]{0,3}#\w+)*[ .]?\Z")
_CRUMBS = ("/", "»", ">", "›", "\\")
_ASIDE = re.compile(r"\([^()\n]{0,40}\)")
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"\s*[:#-]?\s*([^\W_]*\d[\w/.-]*)")

# Characters: an item of a menu, and a line of labels or dates.
_ITEM, _LABEL_LINE = 40, 120
_HAN = re.compile("[\u3400-\u9fff]")
_SIGNS_OF_A_WORD = 2
_MENU_ITEMS = 3
# Words that may stand beside a date in its line, a place or a desk: in one piece, and in all.
_BESIDE_DATE, _ALL_BESIDE_DATE = 4, 6
# Where a paragraph's opening date may stand, in characters and in pieces.
_OPENING, _OPENING_PIECES = 80, 4
# Labels that need nothing after them, that a date may follow, that stand in rows of their like.
_OPENERS = frozenset({"comment_notice", "rights", "ending"})
_DATED = frozenset({"published", "updated", "today"})
_BARS = frozenset({"navigation", "tools"})
# Labels of lines whose dates are not the article's.
_FOREIGN_DATES = frozenset({"today", "rights", "comment_notice"})


@value()
class Label:
    """A label or heading with what stands after it, up to the next separator; ``code`` if it gives one."""

    kind: str
    rest: Span
    code: Span | None = None


@value()
class Row:
    """One line: the labels it carries and the dates that are all it says. ``kind`` is empty for the article's words."""

    span: Span
    after_blank: bool
    kind: str = ""
    labels: tuple[Label, ...] = ()
    dates: tuple[Span, ...] = ()

    @property
    def length(self) -> int:
        """Characters of the line."""
        return self.span.stop - self.span.start


def classify(text: str, span: Span, after_blank: bool, words: FurnitureWords) -> Row:
    """The line at ``span`` of the folded text as a row."""
    start = _DECORATION.match(text, span.start, span.stop)
    if start and start.end() == span.stop:
        return Row(span, after_blank, "rule")
    if _HASHTAGS.match(text[span.start : span.stop]):
        return Row(span, after_blank, "tags", (Label("tags", span),))
    inner = Span(start.end() if start else span.start, span.stop)
    pieces = _pieces(_SEPARATOR, text, inner)
    found = [_label(text, piece, words) for piece in pieces]
    labels = tuple([label for label in found if label])
    kind = _kind(text, pieces, found[0], labels, words)
    dates: tuple[Span, ...] = ()
    if span.stop - span.start <= _LABEL_LINE:
        dates, is_date = _dates(text, inner, labels, bool(kind), words)
        kind = kind if kind not in ("", "menu") else "date" if is_date else kind
    return Row(span, after_blank, kind, labels, dates)


def opening_date(text: str, paragraph: Span, words: FurnitureWords) -> list[Span]:
    """The date with which a paragraph opens as agencies do: «رشت، 12.09.2023 /…»، "TEHRAN, Aug. 3 (…)"."""
    limit = min(paragraph.stop, paragraph.start + _OPENING)
    pieces = _pieces(_DATE_SEPARATOR, text, Span(paragraph.start, limit))[:_OPENING_PIECES]
    dated = [_is_date_piece(piece.of(text), words) for piece in pieces]
    for run in _runs(text, pieces, dated):
        is_set_off = text[run.stop : run.stop + 2].lstrip()[:1] in tuple("/-:()")
        before = len(text[paragraph.start : run.start].split())
        if is_set_off and before <= _BESIDE_DATE and _is_day(text, run, words):
            return [run]
    return []


def _is_day(text: str, run: Span, words: FurnitureWords) -> bool:
    return bool(_NUMERIC_DATE.search(text, *run) or words.day_month.search(text, *run))


def _kind(text: str, pieces: list[Span], first: Label | None, labels: tuple[Label, ...], words: FurnitureWords) -> str:
    if first and not (first.kind == "caption" and len(pieces) > 1):
        return first.kind
    if pieces[0].stop - pieces[0].start <= _ITEM and (counted := _counted(text, pieces[0], words)):
        return counted
    if 2 * len(labels) >= len(pieces):
        return labels[0].kind
    if len(pieces) >= _MENU_ITEMS and all(piece.stop - piece.start <= _ITEM for piece in pieces):
        return "menu"
    return ""


def _counted(text: str, piece: Span, words: FurnitureWords) -> str:
    """The label that stands behind a number: «۱۲۰ بازدید», "3 comments"."""
    form = words.label.search(text, *piece)
    if not form or not text[piece.start].isdigit() or _LETTER.search(words.label.sub("", piece.of(text))):
        return ""
    return words.kind_of(form.group())


def _label(text: str, piece: Span, words: FurnitureWords) -> Label | None:
    form = words.label.match(text, *piece)
    if not form:
        return None
    kind = words.kind_of(form.group())
    rest = Span(form.end(), piece.stop)
    if kind == "code":
        code = _CODE.match(text, *rest)
        if code:
            return Label(kind, rest, _without_end(text, Span(*code.span(1))))
    return Label(kind, rest) if _is_label(kind, rest.of(text), words) else None


def _is_label(kind: str, rest: str, words: FurnitureWords) -> bool:
    """Whether a form with these words after it is a label, and not the beginning of a sentence."""
    if kind in _OPENERS:
        return len(rest) <= _LABEL_LINE
    if kind in _DATED and (_is_date_piece(rest, words) or _is_day_and_name(rest, words)):
        return True
    # Fields of a comment form are empty; «نام: …» in a list of facts is not one.
    if kind != "comments" and rest.lstrip().startswith(_CRUMBS if kind == "navigation" else _COLONS):
        return True
    left = _ASIDE.sub("", rest)
    if kind in _BARS:
        left = words.label.sub("", left)
    return not _LETTER.search(left)


def _dates(
    text: str, inner: Span, labels: tuple[Label, ...], is_furniture: bool, words: FurnitureWords
) -> tuple[tuple[Span, ...], bool]:
    """The dates of a line, and whether the line is no more than dates with a place, a desk or labels beside them."""
    if any(label.kind in _FOREIGN_DATES for label in labels):
        return (), True
    updated = next((label.rest.start for label in labels if label.kind == "updated"), inner.stop)
    pieces = _pieces(_DATE_SEPARATOR, text, Span(inner.start, updated))
    codes = [label.code for label in labels if label.code]
    dated = [_is_date_piece(piece.of(text), words) and not any(map(piece.meets, codes)) for piece in pieces]
    if not labels and not any(dated):
        return (), False
    beside = [
        _words(words.label.sub(" ", piece.of(text)))
        for piece, is_date in zip(pieces, dated, strict=True)
        if not is_date
    ]
    if not is_furniture and (max(beside, default=0) > _BESIDE_DATE or sum(beside) > _ALL_BESIDE_DATE):
        return (), False
    found = tuple(run for run in _runs(text, pieces, dated) if _is_day(text, run, words))
    if not found:
        found = tuple(label.rest for label in labels if label.kind == "published" and _is_day(text, label.rest, words))
    return found, bool(found) or all(dated)


def _words(piece: str) -> int:
    """How many words a piece has; Chinese writes them without spaces."""
    return len(piece.split()) + len(_HAN.findall(piece)) // _SIGNS_OF_A_WORD


def _is_date_piece(piece: str, words: FurnitureWords) -> bool:
    undated = words.date_word.sub("", _COUNTED_DATE.sub("", piece))
    if undated == piece and not any(map(str.isdigit, piece)):
        return False
    return not _LETTER.search(words.label.sub("", undated))


def _is_day_and_name(rest: str, words: FurnitureWords) -> bool:
    """Whether a day stands here with no more than a name beside it: «توسط مدیر در ۵ مهر ۱۴۰۲»."""
    if len(rest) > _LABEL_LINE or not _is_day(rest, Span(0, len(rest)), words):
        return False
    left = words.label.sub(" ", words.date_word.sub(" ", rest))
    return len(_LETTERS.findall(left)) <= _BESIDE_DATE


def _runs(text: str, pieces: list[Span], dated: list[bool]) -> list[Span]:
    """Neighbouring pieces of dates as one span each; a bar parts them."""
    runs: list[Span] = []
    before = False
    for piece, is_date in zip(pieces, dated, strict=True):
        if is_date and before and "|" not in text[runs[-1].stop : piece.start]:
            runs[-1] = Span(runs[-1].start, piece.stop)
        elif is_date:
            runs.append(piece)
        before = is_date
    return runs


def _pieces(separator: re.Pattern[str], text: str, within: Span) -> list[Span]:
    """What stands between separators, trimmed, without the empty ones; the whole where there is nothing else."""
    cuts = [sign.span() for sign in separator.finditer(text, *within)]
    if not cuts:
        whole = trimmed(text, within)
        return [whole if whole.start < whole.stop else within]
    starts = [within.start, *(stop for _, stop in cuts)]
    stops = [*(start for start, _ in cuts), within.stop]
    found = (trimmed(text, Span(start, stop)) for start, stop in zip(starts, stops, strict=True))
    return [piece for piece in found if piece.start < piece.stop] or [within]


def _without_end(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip("/.-")))
