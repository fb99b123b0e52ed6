"""RSS, RDF and Atom feeds: their entries with what each says of itself. XML without types and entities of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from html.entities import html5
from io import BytesIO
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from peyvand.adapters.sources import Limits, UnreadableSource
from peyvand.adapters.sources.decoding import decode

_ENTRIES = frozenset({"item", "entry"})
# The fullest first: what holds the words of an entry.
_WORDS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_AUTHORS = ("creator", "author", "name")
_KEPT = frozenset({*_WORDS, *_DATES, *_AUTHORS, "title", "link", "guid", "id"})
_ENCODING = re.compile(rb"""\s{0,99}<\?xml[^>]{1,200}?encoding\s{0,9}=\s{0,9}["']([\w-]{3,20})["']""")
_DECLARATION = re.compile(r"\s{0,999}<\?xml[^>]{0,400}\?>")
# What no XML may hold, and what careless makers leave in it.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NUMBER = re.compile(r"#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})")
_BARE = re.compile(r"&(?!#?[0-9A-Za-z]{1,32};)")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#?[0-9A-Za-z]{1,32});")
_ISO_DAY = re.compile(r"\s{0,9}(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DEEPEST = 100
# No feed is larger: one of hundreds of entries, with all their words, is a fifth of this.
_LARGEST = 5_000_000
_LONGEST = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: ``words`` are HTML or plain text, ``published`` an ISO Gregorian day; None or empty where not said."""

    title: str
    words: str = ""
    link: str | None = None
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own name, and its entries in its order."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class _Gathered:
    """What was said of one entry, by the local names of its elements; the first of each counts."""

    said: dict[str, str] = field(default_factory=dict)
    link: str = ""

    def entry(self) -> Entry:
        said = self.said
        dates = (day_of(said[name]) for name in _DATES if name in said)
        return Entry(
            title=_plain(said.get("title", "")),
            words=next((said[name] for name in _WORDS if said.get(name)), ""),
            link=self.link or next((value for name in ("guid", "id") if _is_web(value := said.get(name, ""))), None),
            published=next((day for day in dates if day), None),
            author=next((_plain(said[name]) for name in _AUTHORS if said.get(name)), None),
        )


def read_feed(data: bytes, name: str, limits: Limits) -> Feed:
    """The entries of a feed, `Limits.entries` of them at most. Raises `UnreadableSource`."""
    if len(data) > _LARGEST:
        raise UnreadableSource(name, "too_large", limit=_LARGEST)
    text = _mended(_decoded(data, name))
    gathered: list[_Gathered] = []
    open_entries: list[_Gathered] = []
    heading = ""
    for event, local, value, link in _elements(text, name, limits):
        if local in _ENTRIES and event == "start":
            open_entries.append(_Gathered())
        elif local in _ENTRIES and open_entries:
            gathered.append(open_entries.pop())
        elif event == "end" and open_entries and local in _KEPT:
            open_entries[-1].said.setdefault(local, value)
            if local == "link" and not open_entries[-1].link and _is_web(link or value):
                open_entries[-1].link = (link or value).strip()
        elif event == "end" and local == "title" and not heading:
            heading = _plain(value)
    return Feed(heading, tuple(one.entry() for one in gathered[: limits.entries]))


def day_of(said: str) -> str | None:
    """The ISO Gregorian day of a date as feeds and messages write it, None where it is none."""
    iso = _ISO_DAY.match(said)
    try:
        if iso:
            return date(*map(int, iso.groups())).isoformat()
        return parsedate_to_datetime(said.strip()[:100]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _elements(text: str, name: str, limits: Limits) -> Iterator[tuple[str, str, str, str]]:
    """Starts and ends of elements: the event, the local name, the text inside, the address of a link element."""
    depth = count = 0
    try:
        for event, element in iterparse(BytesIO(text.encode()), ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            count += 1
            if depth > _DEEPEST or count > 2 * limits.tags:
                raise UnreadableSource(name, "too_complex", limit=limits.tags)
            local = element.tag.rpartition("}")[2]
            if event == "start":
                yield event, local, "", ""
                continue
            is_main = element.get("rel", "alternate") == "alternate"
            value = "".join(element.itertext()) if local in _KEPT else ""
            yield event, local, value[:_LONGEST], element.get("href", "") if is_main else ""
            if local not in ("p", "div", "span", "a", "b", "i", "br"):
                element.clear()
    except UnreadableSource:
        raise
    except DefusedXmlException as fault:
        raise UnreadableSource(name, "entities") from fault
    except (ParseError, ValueError, LookupError) as fault:
        raise UnreadableSource(name, "broken_feed", cause=fault) from fault


def _decoded(data: bytes, name: str) -> str:
    try:
        return decode(data, name, is_page=True)
    except UnreadableSource:
        declared = _ENCODING.match(data)
        if not declared:
            raise
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
        raise


def _mended(text: str) -> str:
    """Declared encodings are spent, and faults that many feeds have are taken out: bare ampersands, HTML's entities."""
    text = _IMPOSSIBLE.sub("", _DECLARATION.sub("", text.lstrip("\ufeff"), count=1))
    return _REFERENCE.sub(_reference, _BARE.sub("&amp;", text))


def _reference(found: re.Match[str]) -> str:
    entity = found[1]
    if entity.startswith("#"):
        return found[0] if _NUMBER.fullmatch(entity) and _is_sign(unescape(found[0])) else ""
    return html5.get(f"{entity};") or f"&amp;{entity};"


def _is_sign(text: str) -> bool:
    return not _IMPOSSIBLE.search(text) and text != "\ufffd"


def _plain(text: str) -> str:
    """A title's words without the mark-up that some makers put in it."""
    return " ".join(unescape(re.sub(r"<[^<>]{0,300}>", " ", text)).split())


def _is_web(address: str) -> bool:
    return address.strip().startswith(("http://", "https://"))
