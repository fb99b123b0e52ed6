"""The blocks of words of a page in order, and which element each stands in: a flat outline instead of a tree."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.hints import Hint, Region, place_of
from peyvand.adapters.sources.limits import Limits
from peyvand.adapters.sources.markup import Cut, Piece, TooManyTags, pieces


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_INLINE = _names(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span
    strike strong sub sup time tt u var wbr"""
)
_OUTSIDE = _names("nav aside footer button select dialog template object audio video canvas datalist menu")
# What the start of an element closes, if it stands open among the innermost ones.
_CLOSES = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"},
    "th": {"td", "th"}, "a": {"a"}, "option": {"option"},
}  # fmt: skip
_BARRIERS = _names("ul ol dl table tbody body html")
_NEAR = 8
# Inline elements that stand for themselves.
_SET_APART = frozenset({Hint.KICKER, Hint.LEAD, Hint.LABEL})
_SET_APART_REGIONS = frozenset({Region.CAPTION, Region.TAGS, Region.OUTSIDE})
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")


class Element(NamedTuple):
    """Elements are numbered in page order; ``parent`` is -1 for the page itself."""

    name: str
    parent: int
    hint: Hint


@dataclass(slots=True)
class Block:
    """Words between two edges of blocks. ``linked`` of their characters are links."""

    text: str
    linked: int
    element: int
    name: str
    region: Region
    hint: Hint

    @property
    def is_linked(self) -> bool:
        """Whether most of the words are links."""
        return 2 * self.linked > len(self.text)


@dataclass(slots=True)
class Outline:
    """A page's blocks and elements; the blocks in element ``i`` are those from ``begins[i]`` to before ``ends[i]``."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=lambda: [Element("page", -1, Hint.NONE)])
    begins: list[int] = field(default_factory=lambda: [0])
    ends: list[int] = field(default_factory=lambda: [0])
    # Name (or property) and content of the page's meta elements, the first of each; and its blocks of JSON-LD.
    meta: dict[str, str] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""


class _Open(NamedTuple):
    name: str
    element: int
    region: Region
    hint: Hint
    # Whether its edges end a block of words.
    breaks: bool


def outline(page: str, name: str, limits: Limits) -> Outline:
    """Cut a page into blocks. Raises `UnreadableSource` for a page beyond the limits."""
    builder = _Builder(limits)
    try:
        for piece in pieces(page, limits):
            builder.take(piece)
    except TooManyTags as fault:
        raise UnreadableSource(name, "too_complex", limit=limits.tags) from fault
    return builder.finish()


class _Builder:
    """Follows which elements are open. Work per piece is bounded, or paid for by the elements it closes."""

    def __init__(self, limits: Limits) -> None:
        self.made = Outline()
        self.limits = limits
        self.open = [_Open("page", 0, Region.PLAIN, Hint.NONE, True)]
        self.counts: Counter[str] = Counter()
        self.beyond = 0
        self.words: list[str] = []
        self.linked = 0

    def take(self, piece: Piece) -> None:
        """Take the next piece of the page."""
        if piece.cut is Cut.WORDS:
            self.words.append(piece.name)
            if self.counts["a"]:
                self.linked += len(piece.name.strip())
        elif piece.cut is Cut.START:
            self.start(piece.name, piece.attributes)
        elif piece.cut is Cut.END:
            self.end(piece.name)
        else:
            self.keep(piece)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        place = place_of(" ".join(attributes[key] for key in _NAMING if key in attributes))
        breaks = name not in _INLINE or place.hint in _SET_APART or place.region in _SET_APART_REGIONS
        breaks = breaks or (name == "a" and self.open[-1].region is Region.TAGS)
        if breaks:
            self.flush()
        self.note(name, attributes)
        if name in _VOID:
            return
        self.close_before(name)
        if len(self.open) >= self.limits.depth:
            self.beyond += 1
            return
        outer = self.open[-1]
        region = max(outer.region, place.region, _own_region(name, attributes))
        number = outer.element
        if breaks:
            number = len(self.made.elements)
            self.made.elements.append(Element(name, outer.element, place.hint))
            self.made.begins.append(len(self.made.blocks))
            self.made.ends.append(0)
        self.open.append(_Open(name, number, region, place.hint or outer.hint, breaks))
        self.counts[name] += 1

    def note(self, name: str, attributes: dict[str, str]) -> None:
        """Keep what an element says of the page itself."""
        meta = self.made.meta
        if name == "html":
            self.made.language = self.made.language or attributes.get("lang", "")
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        value = attributes.get("content") or attributes.get("datetime") or ""
        if value and (name == "meta" or "itemprop" in attributes):
            meta.setdefault(key.strip().lower(), value.strip())
        elif name == "time" and value and self.open[-1].region is not Region.OUTSIDE:
            meta.setdefault("time", value.strip())

    def keep(self, piece: Piece) -> None:
        """Keep the title and the data blocks of the head."""
        if piece.name == "title" and not self.made.title:
            self.made.title = _SPACE.sub(" ", piece.data).strip()
            return
        is_data = piece.name == "script" and "ld+json" in piece.attributes.get("type", "").lower()
        if is_data and sum(map(len, self.made.data)) + len(piece.data) <= self.limits.data:
            self.made.data.append(piece.data)

    def close_before(self, name: str) -> None:
        """Close what the start of ``name`` closes: an open paragraph, an item of the same list, a cell."""
        closes = _CLOSES.get(name) or ({"p"} if name not in _INLINE else set())
        for near, entry in enumerate(reversed(self.open[-_NEAR:])):
            if entry.name in closes:
                self.pop(len(self.open) - 1 - near)
                return
            if entry.name in _BARRIERS or (closes == {"p"} and entry.name not in _INLINE):
                return

    def end(self, name: str) -> None:
        """An element ends. Inline ones end only near their beginning, others close what is left open in them."""
        if name not in _INLINE:
            self.flush()
        if self.beyond and name not in _VOID:
            self.beyond -= 1
            return
        if not self.counts[name]:
            return
        reach = min(len(self.open), _NEAR) if name in _INLINE else len(self.open)
        for at in range(len(self.open) - 1, len(self.open) - 1 - reach, -1):
            if self.open[at].name == name:
                self.pop(at)
                return

    def pop(self, at: int) -> None:
        """Close the open element at ``at`` and everything inside it."""
        if any(entry.breaks for entry in self.open[at:]):
            self.flush()
        for entry in self.open[at:]:
            self.counts[entry.name] -= 1
            self.made.ends[entry.element] = len(self.made.blocks)
        del self.open[at:]

    def flush(self) -> None:
        """End the block of words that was being gathered."""
        text = _SPACE.sub(" ", "".join(self.words)).strip()
        if text:
            inner = self.open[-1]
            name = next((entry.name for entry in reversed(self.open[-_NEAR:]) if entry.name not in _INLINE), "page")
            linked = min(self.linked, len(text))
            self.made.blocks.append(Block(text, linked, inner.element, name, inner.region, inner.hint))
        self.words = []
        self.linked = 0

    def finish(self) -> Outline:
        """The outline, with everything closed."""
        self.pop(0)
        return self.made


_NAMING = ("class", "id", "itemprop", "role")


def _own_region(name: str, attributes: dict[str, str]) -> Region:
    if name in _OUTSIDE or "hidden" in attributes or "display:none" in attributes.get("style", "").replace(" ", ""):
        return Region.OUTSIDE
    return Region.CAPTION if name == "figcaption" else Region.PLAIN
