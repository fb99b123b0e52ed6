"""A news page divided: what its article says (title, lead, body, captions), and the furniture around it.

Pages come as plain text, pasted or captured, one block a line. Words mark most furniture (`FurnitureWords`); shape
marks the rest: rows of short items with signs between them, lines that are only a date, short lines after the
article has ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from peyvand.core.text.folding import Folded
from peyvand.core.text.headline import Headline, headline, is_paragraph
from peyvand.core.text.lines import paragraphs
from peyvand.core.text.parts import Part
from peyvand.core.text.publisher import opened_by, reported_by
from peyvand.core.text.rows import Row, classify, opening_date
from peyvand.core.text.span import Span, trimmed
from peyvand.core.text.words import FurnitureWords

_BODY, _CAPTION, _FURNITURE, _LEAD_PART, _TITLE = Part.BODY, Part.CAPTION, Part.FURNITURE, Part.LEAD, Part.TITLE

_BLANK = re.compile(r"\n\s*\n")
_TAG_SEPARATOR = re.compile(r"[|،,؛;•#]")
# A page that begins with an ISO date, as excerpts in collections do.
_DATED_OPENING = re.compile(r"(?:\w{4,12}[: ] ?)?(\d{4}-\d{2}(?:-\d{2})?)[ :,]{1,3}(?=\w)")
_FINISHING = frozenset(".!?؟:؛;…,،»)]。")
_BULLET = re.compile(r"[-•*·▪■●►\d]")
_ANNOUNCING = ":؛;"
# Characters of a crosshead, and of a line that may be a lead without a full stop.
_CROSSHEAD, _LEAD = 110, 80
# A list of tags one a line, and how many paragraphs may name the publisher.
_TAG, _TELLING = 40, 4
# Below the last paragraph: characters of an item, and how many of them make a menu.
_TAIL_ITEM, _TAIL_ITEMS = 24, 3
# Bars in each row of a table, and how many rows make one.
_TABLE_BARS, _TABLE_ROWS = 2, 3
_TABLE = "table"
_LABELLED, _UNDER, _ABOVE, _OPENING, _BELOW = range(5)
# Sections that go on to the page's end once the article has begun.
_OTHER_DATES = frozenset({"navigation", "related", "tags", "rights", "comments", "comment_notice"})
_CELLS = frozenset({"menu", "date"})
_CLOSING = frozenset({"comments", "comment_notice", "ending"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A page's parts as folded spans. Each line that is not blank is in exactly one of ``parts``, in page order.

    ``dateline`` are the stretches where the page's own date stands, the likeliest first; ``code`` and ``tags`` are
    what the page gives as such; ``publisher`` the words that name the outlet.
    """

    parts: tuple[tuple[Part, Span], ...]
    title: Span | None = None
    kicker: Span | None = None
    lead: Span | None = None
    code: Span | None = None
    tags: tuple[Span, ...] = ()
    publisher: Span | None = None
    dateline: tuple[Span, ...] = ()

    def of(self, part: Part) -> tuple[Span, ...]:
        """The spans of one part, in page order."""
        return tuple(span for kind, span in self.parts if kind is part)

    @property
    def article(self) -> tuple[tuple[Part, Span], ...]:
        """Everything that is not furniture, in page order."""
        return tuple((part, span) for part, span in self.parts if part is not _FURNITURE)


def divide(folded: Folded, words: FurnitureWords) -> Divided:
    """Divide a page into its parts. Linear in its length."""
    text = folded.text
    rows = _rows(text, words)
    head = headline(text, rows, words)
    parts, sections = _parts(text, rows, head)
    dateline = _dateline(text, rows, parts, sections, words)
    title = rows[head.title].span if head.title is not None else None
    dated = _DATED_OPENING.match(text, rows[0].span.start) if rows else None
    if dated:
        dateline = (Span(*dated.span(1)), *dateline)
    if title and dated and title.start < dated.end() < title.stop:
        title = Span(dated.end(), title.stop)
    return Divided(
        parts=tuple((part, row.span) for part, row in zip(parts, rows, strict=True)),
        title=title,
        kicker=rows[head.kicker].span if head.kicker is not None else None,
        lead=next((row.span for part, row in zip(parts, rows, strict=True) if part is _LEAD_PART), None),
        code=next((label.code for row in rows for label in row.labels if label.code), None),
        tags=_tags(text, rows),
        publisher=_publisher(text, rows, parts, words),
        dateline=dateline,
    )


def _rows(text: str, words: FurnitureWords) -> list[Row]:
    rows: list[Row] = []
    before = 0
    for span in paragraphs(text, Span(0, len(text))):
        after_blank = bool(_BLANK.search(text, before, span.start))
        rows.append(_listed(text, classify(text, span, after_blank, words), rows))
        before = span.stop
    return _with_tables(text, rows)


def _with_tables(text: str, rows: list[Row]) -> list[Row]:
    """Lines below one another with as many bars each are the rows of a table, and no menus."""
    bars = [text.count("|", *row.span) for row in rows]
    first = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and bars[at] == bars[first] and not rows[at].after_blank:
            continue
        if bars[first] >= _TABLE_BARS and at - first >= _TABLE_ROWS:
            rows[first:at] = [_in_table(row) for row in rows[first:at]]
        first = at
    return rows


def _in_table(row: Row) -> Row:
    return replace(row, kind=_TABLE) if row.kind in ("", *_CELLS) else row


def _listed(text: str, row: Row, above: Sequence[Row]) -> Row:
    """A short line directly under a heading of links or tags is one of them."""
    if row.kind or row.after_blank or not above or above[-1].kind not in ("related", "tags"):
        return row
    heads = above[-1].labels
    if heads and heads[0].rest.of(text).strip(" :"):
        return row
    return row if is_paragraph(text, row) else replace(row, kind=above[-1].kind)


def _parts(text: str, rows: list[Row], head: Headline) -> tuple[list[Part], list[str]]:
    """The part of each row, and the section of links or comments that it lies in."""
    begin = head.paragraph if head.title is None else head.title + 1
    sections = [""] * begin + _sections(text, rows[begin:])
    parts = [_FURNITURE] * begin
    parts += [_part(row, section) for row, section in zip(rows[begin:], sections[begin:], strict=True)]
    _mark_tail(text, rows, parts)
    for at in (head.kicker, head.title):
        if at is not None:
            parts[at] = _TITLE
    if head.paragraph < len(rows):
        for at in range(begin, head.paragraph):
            if parts[at] is _BODY and rows[at].kind != _TABLE:
                parts[at] = _LEAD_PART if rows[at].length >= _LEAD else _TITLE
    said = [at for at, part in enumerate(parts) if part is _BODY and rows[at].kind != _TABLE]
    _mark_crossheads(text, rows, parts, said)
    if _LEAD_PART not in parts and len(said) > 1:
        parts[said[0]] = _LEAD_PART
    return parts, sections


def _sections(text: str, rows: list[Row]) -> list[str]:
    """The section that each row lies in: links end with the next paragraph, comments below an article never do."""
    sections: list[str] = []
    section = ""
    begun = not any(_is_told(text, row) for row in rows)
    for row in rows:
        told = _is_told(text, row)
        begun = begun or told
        if section not in _CLOSING:
            if begun and (row.kind == "related" or row.kind in _CLOSING):
                section = row.kind
            elif told:
                section = ""
        sections.append(section)
    return sections


def _is_told(text: str, row: Row) -> bool:
    return not row.kind and is_paragraph(text, row)


def _part(row: Row, section: str) -> Part:
    if section or row.kind not in ("", "caption", _TABLE):
        return _FURNITURE
    return _CAPTION if row.kind == "caption" else _BODY


def _mark_tail(text: str, rows: list[Row], parts: list[Part]) -> None:
    """Short lines below the last paragraph are furniture once furniture has begun there, or where they are many."""
    last = max((at for at, part in enumerate(parts) if part is _BODY and is_paragraph(text, rows[at])), default=None)
    if last is None:
        return
    tail = range(last + 1, len(rows))
    ended = _is_menu(text, [rows[at] for at in tail if parts[at] is _BODY], rows[last])
    # What a colon announces may be a table: its head and its days look like furniture.
    table = False
    for at in tail:
        table = table or text[rows[at - 1].span.stop - 1] in _ANNOUNCING
        ended = ended or (parts[at] is _FURNITURE and not (table and rows[at].kind in _CELLS))
        if ended:
            parts[at] = _FURNITURE


def _is_menu(text: str, lines: list[Row], above: Row) -> bool:
    """Whether lines are a menu with one item in each, and not a list that the line above announces."""
    announced = any(text[row.span.stop - 1] in _ANNOUNCING for row in (above, *lines))
    items = [
        row for row in lines if row.length <= _TAIL_ITEM and row.kind != _TABLE and not _BULLET.match(text, *row.span)
    ]
    return not announced and len(items) >= _TAIL_ITEMS


def _mark_crossheads(text: str, rows: list[Row], parts: list[Part], said: list[int]) -> None:
    """A line without a full stop between paragraphs that have theirs is a headline of its own."""
    finished = sum(text[rows[at].span.stop - 1] in _FINISHING for at in said)
    if 2 * finished < len(said):
        return
    for above, at, below in zip(said, said[1:], said[2:], strict=False):
        row, line = rows[at], rows[at].span.of(text)
        if row.length > _CROSSHEAD or line[-1] in _FINISHING or _BULLET.match(line):
            continue
        stands_between = is_paragraph(text, rows[above]) and is_paragraph(text, rows[below])
        if stands_between and not rows[above].span.of(text).endswith(":"):
            parts[at] = _TITLE


def _tags(text: str, rows: list[Row]) -> tuple[Span, ...]:
    tags: list[Span] = []
    for row in rows:
        label = next((label for label in row.labels if label.kind == "tags"), None)
        if label:
            tags += _items(text, Span(label.rest.start, row.span.stop))
        elif row.kind == "tags" and row.length <= _TAG:
            tags += _items(text, row.span)
    return tuple(tags)


def _items(text: str, within: Span) -> list[Span]:
    start = within.start + len(within.of(text)) - len(within.of(text).lstrip(" :"))
    cuts = [sign.start() for sign in _TAG_SEPARATOR.finditer(text, start, within.stop)]
    bounds = zip([start, *(cut + 1 for cut in cuts)], [*cuts, within.stop], strict=True)
    return [item for bound in bounds if (item := trimmed(text, Span(*bound))).start < item.stop]


def _publisher(text: str, rows: list[Row], parts: list[Part], words: FurnitureWords) -> Span | None:
    telling = [row.span for part, row in zip(parts, rows, strict=True) if part in (_LEAD_PART, _BODY)][:_TELLING]
    for paragraph in telling:
        if publisher := reported_by(text, paragraph, words):
            return publisher
    for label in (label for row in rows for label in row.labels if label.kind == "source"):
        if source := _items(text, label.rest):
            return source[0]
    if telling and (publisher := opened_by(text, telling[0], words)):
        return publisher
    above = (row.span for part, row in zip(parts, rows, strict=True) if part is _FURNITURE and not row.kind)
    return next((line for line in above if words.outlet_name.match(text, *line)), None)


def _dateline(
    text: str, rows: list[Row], parts: list[Part], sections: list[str], words: FurnitureWords
) -> tuple[Span, ...]:
    """Where the page's date stands, the likeliest first: labelled, under the headline, above it, in the opening."""
    found: list[tuple[int, Span]] = []
    rank = _ABOVE
    for row, part, section in zip(rows, parts, sections, strict=True):
        if part is _FURNITURE and row.kind not in _OTHER_DATES and section in ("", "ending"):
            found += [(_LABELLED if row.kind == "published" else rank, date) for date in row.dates]
        elif part is _TITLE and rank == _ABOVE:
            rank = _UNDER
        elif part in (_LEAD_PART, _BODY) and rank != _BELOW:
            rank = _BELOW
            found += [(_OPENING, date) for date in opening_date(text, row.span, words)]
    # Of dates above the headline the nearest is the article's: sites show the day of the visit at their top.
    found.sort(key=lambda dated: (dated[0], -dated[1].start if dated[0] == _ABOVE else dated[1].start))
    return tuple(date for _, date in found)
