"""The article of an HTML page as plain text: headline, dates, lead and body, one block a line.

The body is the element that holds the most words that are no links. Content systems put the lead, the kicker, the
code and the date beside it; blocks between headline and body and the labels below it are looked at one by one, with
the same words by which `divide` knows furniture. Half-spaces and letters stay as the page has them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.hints import Hint, Region
from peyvand.adapters.sources.limits import Limits
from peyvand.adapters.sources.metadata import Head, head_of
from peyvand.adapters.sources.outline import Block, Outline, outline
from peyvand.core.text import FurnitureWords, Span, fold_words
from peyvand.core.text.rows import Row, classify
from peyvand.lexicon.furniture import furniture_words
from peyvand.lexicon.loader import LexiconFault

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that hold one paragraph: what they count belongs to the element around them.
_PARAGRAPHS = _HEADINGS | {"p", "li", "blockquote", "pre", "figure", "dd", "dt", "article-p"}
# Characters of words that count for the body, of a paragraph that needs no hint, of a headline.
_COUNTED, _PARAGRAPH, _LEAST_TITLE, _MOST_TITLE = 25, 80, 8, 250
# A headline that nothing marks as one: least words, most characters.
_TITLE_WORDS, _LONGEST_LINE = 3, 120
# Items without a heading that are still known for a list.
_MENU = 3
# How far above the headline and below the body their labels may stand, in blocks.
_ABOVE, _BELOW, _NEAR_BODY, _FAR_ABOVE = 8, 30, 20, 400
_DATED = frozenset({"date", "published", "code", "updated"})
_BELOW_BODY = frozenset({"code", "published", "source", "tags", "ending"})
_LEFT_OUT = frozenset(
    {"tools", "navigation", "comments", "comment_notice", "rights", "menu", "related", "today", "rule"}
)
# What a counted block gives to the element it stands in, to the one around that, and to the next.
_SHARES = (1.0, 0.5, 0.25)
_BODY_BONUS = 1.5
_PLAIN, _EVERY = frozenset({Region.PLAIN}), frozenset(Region)
# Below this share of the counted characters a page's own names for its boxes are not believed.
_THIN_SHARE = 0.15
# A box with more than this share of them is not a box of links or comments, whatever its first line says.
_BOX_SHARE, _BOX_HEADING = 0.5, 40
_BOXED = frozenset({"related", "comments", "comment_notice"})
_TITLE_PARTS = re.compile(r"\s[|•·»–—-]\s|\s?::\s?|\s?[|»]\s?")


@dataclass(frozen=True, slots=True)
class NewsPage:
    """The text of a page's article, and what the page says of itself."""

    text: str
    title: str | None
    head: Head


def read_page(page: str, name: str, limits: Limits) -> NewsPage:
    """Find the article of a page. Raises `UnreadableSource` where the page is beyond the limits or has no words."""
    made = outline(page, name, limits)
    if not made.blocks:
        raise UnreadableSource(name, "no_article")
    head = head_of(made)
    words = _furniture(made.language)
    _mark_boxes(made, words)
    regions = _believed(made)
    body = _body(made, regions)
    read = _Article(made, head, words, body, regions).page()
    if read.text:
        return read
    rest = [block.text for block in made.blocks if block.region is not Region.OUTSIDE]
    if not rest:
        raise UnreadableSource(name, "no_article")
    return NewsPage("\n\n".join(rest), None, head)


def _furniture(language: str) -> FurnitureWords:
    """The words of the page's own language, Persian ones where it says none that is known here."""
    code = language[:2].lower()
    try:
        return furniture_words(code if code.isascii() and code.isalpha() else "fa")
    except LexiconFault:
        return furniture_words("fa")


def _mark_boxes(made: Outline, words: FurnitureWords) -> None:
    """Put outside what stands in a box that begins with a heading of links or comments."""
    counted = [len(block.text) if _counts(block, _PLAIN) else 0 for block in made.blocks]
    sums = [0, *accumulate(counted)]
    outside = 0
    for at, block in enumerate(made.blocks):
        if at >= outside and len(block.text) <= _BOX_HEADING and _kind(block.text, words) in _BOXED:
            outside = _box_end(made, at, sums)
        if at < outside:
            block.region = Region.OUTSIDE


def _box_end(made: Outline, at: int, sums: Sequence[int]) -> int:
    """Where the largest box ends that begins with block ``at`` and is not most of the page."""
    end = at
    element = made.blocks[at].element
    while element > 0 and made.begins[element] == at:
        if sums[made.ends[element]] - sums[at] > _BOX_SHARE * sums[-1]:
            break
        end = made.ends[element]
        element = made.elements[element].parent
    return end


def _believed(made: Outline) -> frozenset[Region]:
    """The regions that may hold the body: all of them, where the plain one holds next to nothing of the words."""
    counted = sum(len(block.text) for block in made.blocks if _counts(block, _PLAIN))
    whole = sum(len(block.text) for block in made.blocks if _counts(block, _EVERY))
    return _PLAIN if counted >= _THIN_SHARE * whole else _EVERY


def _counts(block: Block, regions: frozenset[Region]) -> bool:
    return (
        block.region in regions and len(block.text) >= _COUNTED and not block.is_linked and block.name not in _HEADINGS
    )


def _body(made: Outline, regions: frozenset[Region]) -> int:
    """The element that holds the article's words; the page itself where no block counts."""
    scores: defaultdict[int, float] = defaultdict(float)
    for block in made.blocks:
        if not _counts(block, regions):
            continue
        element = block.element
        while made.elements[element].name in _PARAGRAPHS and made.elements[element].parent >= 0:
            element = made.elements[element].parent
        for share in _SHARES:
            bonus = _BODY_BONUS if made.elements[element].hint is Hint.BODY else 1.0
            scores[element] += len(block.text) * share * bonus
            element = made.elements[element].parent
            if element < 0:
                break
    return max(scores, key=lambda element: (scores[element], -element), default=0)


class _Article:
    """Chooses, block by block, what belongs to the article around a body that was found."""

    def __init__(self, made: Outline, head: Head, words: FurnitureWords, body: int, regions: frozenset[Region]) -> None:
        self.made = made
        self.blocks = made.blocks
        self.head = head
        self.words = words
        self.regions = regions
        self.within = range(made.begins[body], made.ends[body])
        counted = [at for at in self.within if _counts(self.blocks[at], regions)]
        self.first = counted[0] if counted else 0
        self.last = counted[-1] if counted else len(self.blocks) - 1
        self.title_at = self.find_title()

    def is_inside(self, at: int) -> bool:
        """Whether a block stands in the body."""
        region = self.blocks[at].region
        return at in self.within and (region is Region.CAPTION or region in self.regions)

    def page(self) -> NewsPage:
        """The article's lines, under a headline from the page's head where the page shows none."""
        title = self.blocks[self.title_at].text if self.title_at is not None else self.head_title()
        lines = list(self.lines(title))
        if self.title_at is None and title:
            lines.insert(0, title)
        return NewsPage("\n\n".join(lines), title, self.head)

    def find_title(self) -> int | None:
        """The block that is the headline: one that the head repeats, else a heading shortly above the body."""
        end = min(self.first + 2, len(self.blocks))
        above = [at for at in range(max(0, end - _FAR_ABOVE), end) if self.may_be_title(at)]
        said = [fold_words(title[:_MOST_TITLE]) for title in self.head.titles]
        for at in reversed(above):
            shown = fold_words(self.blocks[at].text)
            if any(shown in title or title in shown for title in said if len(title) >= _LEAST_TITLE):
                return at
        near = [at for at in above if at >= self.first - _NEAR_BODY]
        for is_kind in (self.is_main_heading, self.is_titled):
            found = [at for at in near if is_kind(self.blocks[at])]
            if found:
                return found[-1]
        first = next((at for at in near if self.is_first_line(at)), None)
        return self.line_above(near) if first is None and not self.head_title() else first

    def line_above(self, near: Sequence[int]) -> int | None:
        """The last short line above the body that is no label, no link and no sentence, where nothing else is said."""
        above = (at for at in reversed(near) if at < self.first and not self.blocks[at].is_linked)
        return next((at for at in above if self.is_line(at)), None)

    def is_line(self, at: int) -> bool:
        """Whether a block is as short as a headline, and no label."""
        text = self.blocks[at].text
        is_short = len(text) <= _LONGEST_LINE and len(text.split()) >= _TITLE_WORDS
        return is_short and not _kind(text, self.words)

    def may_be_title(self, at: int) -> bool:
        """Whether a block has a headline's size and place."""
        block = self.blocks[at]
        is_head = block.name in _HEADINGS or block.hint is Hint.TITLE or not block.text.endswith((".", "؛", ":"))
        return is_head and _LEAST_TITLE <= len(block.text) <= _MOST_TITLE and block.region is not Region.OUTSIDE

    @staticmethod
    def is_main_heading(block: Block) -> bool:
        """Whether a block is a heading of the first two ranks."""
        return block.name in ("h1", "h2")

    @staticmethod
    def is_titled(block: Block) -> bool:
        """Whether a block is a lower heading, or named a title."""
        return block.name in _HEADINGS or block.hint is Hint.TITLE

    def is_first_line(self, at: int) -> bool:
        """Whether a block is a short line of the body itself that is no label."""
        return self.is_inside(at) and not self.blocks[at].is_linked and self.is_line(at)

    def head_title(self) -> str | None:
        """The headline that the head gives, without the outlet's name."""
        for title in self.head.titles:
            longest = max(_TITLE_PARTS.split(title), key=len).strip()
            if len(longest) >= _LEAST_TITLE and longest != self.head.publisher:
                return longest
        return None

    def lines(self, title: str | None) -> Iterator[str]:
        """The kept blocks in page order, then the captions, then the tags in one line, then the labels below."""
        start = min(self.first, self.title_at if self.title_at is not None else self.first)
        captions: list[str] = []
        tags: list[str] = []
        below: list[str] = []
        for at in range(max(0, start - _ABOVE), min(len(self.blocks), self.last + _BELOW)):
            block = self.blocks[at]
            if block.region is Region.CAPTION:
                captions.append(block.text)
            elif block.region is Region.TAGS and at > self.first:
                tags.append(block.text)
            elif at == self.title_at or (block.text != title and self.is_kept(at, block)):
                if at > self.last and not self.is_inside(at):
                    below.append(block.text)
                else:
                    yield block.text
        tag_line = _tag_line(tags, self.words)
        yield from (*captions, *([tag_line] if tag_line else []), *below)

    def is_kept(self, at: int, block: Block) -> bool:
        """Whether a block other than the headline belongs to the article or is a label of it."""
        row = _row(block.text, self.words)
        kind = "date" if row.dates and row.kind in _LEFT_OUT else row.kind
        if block.region is Region.OUTSIDE and Region.OUTSIDE not in self.regions:
            return False
        if kind in _DATED and at <= self.last:
            return kind != "date" or self.is_by_title(at)
        if at > self.last:
            return kind in _BELOW_BODY or (not kind and self.is_inside(at) and not block.is_linked)
        if kind in _LEFT_OUT or (block.is_linked and block.name not in _HEADINGS):
            return False
        if self.title_at is not None and at < self.title_at:
            return block.hint is Hint.KICKER or (block.text.endswith(":") and at >= self.title_at - 2)
        if self.is_inside(at):
            return True
        is_lead = block.hint in (Hint.LEAD, Hint.KICKER) or len(block.text) >= _PARAGRAPH
        return self.title_at is not None and at < self.first and block.region is Region.PLAIN and is_lead

    def is_by_title(self, at: int) -> bool:
        """Whether a date is not far above the headline, in another box, where sites show the day of the visit."""
        if self.title_at is None or at >= self.title_at:
            return True
        parent = self.made.elements[self.blocks[at].element].parent
        return parent < 0 or self.title_at < self.made.ends[parent]


def _kind(text: str, words: FurnitureWords) -> str:
    """The label that a block is, see `classify`."""
    return _row(text, words).kind


def _row(text: str, words: FurnitureWords) -> Row:
    folded = fold_words(text)
    return classify(folded, Span(0, len(folded)), True, words)


def _tag_line(tags: Sequence[str], words: FurnitureWords) -> str:
    """Tags as one line behind their heading, where they have one; nothing where they might be taken for words."""
    tags = [tag for tag in tags if any(map(str.isalnum, tag))]
    if not tags:
        return ""
    is_heading = _kind(tags[0], words) == "tags"
    if not is_heading or len(tags) == 1:
        return " | ".join(tags) if is_heading or len(tags) >= _MENU else ""
    return f"{tags[0].rstrip(' :')}: {' | '.join(tags[1:])}"
