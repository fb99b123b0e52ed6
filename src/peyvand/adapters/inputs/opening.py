"""Inputs of every kind: from a path to its items, from an item to the sources in it, each captured or refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from peyvand.adapters.documents.docx import is_docx, read_docx
from peyvand.adapters.documents.packed import Packed
from peyvand.adapters.documents.pdf import pdf_text
from peyvand.adapters.inputs.feeds import Entry, read_feed
from peyvand.adapters.inputs.items import Item
from peyvand.adapters.inputs.kinds import HEAD, Kind, kind_of
from peyvand.adapters.inputs.mail import open_message
from peyvand.adapters.inputs.mailboxes import messages
from peyvand.adapters.sources import LIMITS, Captured, Limits, UnreadableSource, capture_bytes, capture_text
from peyvand.core.ledger.words import SourceKind

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Kinds of file that hold many sources and may be longer than memory.
ARCHIVES = frozenset({Kind.WARC, Kind.MAILBOX})


def sources_in(path: Path | str, limits: Limits = LIMITS) -> Iterator[Captured | UnreadableSource]:
    """All sources of a file, one by one; what cannot be read stands among them with the reason."""
    for item in items_in(path, limits):
        yield from sources_of(item, limits) if isinstance(item, Item) else [item]


def source_at(path: Path | str, limits: Limits = LIMITS) -> Captured:
    """The one source of a file, the first of one that holds several. Raises `UnreadableSource`."""
    source = next(sources_in(path, limits))
    if isinstance(source, UnreadableSource):
        raise source
    return source


def items_in(path: Path | str, limits: Limits = LIMITS) -> Iterator[Item | UnreadableSource]:
    """The items of a file: of an archive its pages, of a mailbox its messages, of any other file itself."""
    path = Path(path)
    name = str(path)
    try:
        if path.exists() and not path.is_file():
            raise UnreadableSource(name, "not_a_file")
        with path.open("rb") as file:
            yield from _items(file, name, limits)
    except UnreadableSource as fault:
        yield fault
    except FileNotFoundError:
        yield UnreadableSource(name, "missing")
    except OSError as fault:
        yield UnreadableSource(name, "forbidden", cause=fault.strerror or "unknown")


def is_archive(path: Path) -> bool:
    """Whether a file holds many sources. A file that cannot be opened does not."""
    try:
        with path.open("rb") as file:
            return kind_of(file.read(HEAD)) in ARCHIVES
    except OSError:
        return False


def _items(file: BinaryIO, name: str, limits: Limits) -> Iterator[Item | UnreadableSource]:
    kind = kind_of(file.read(HEAD))
    file.seek(0)
    if kind in ARCHIVES:
        found = False
        # The reader of web archives is slow to start, and most inputs are none.
        cut = import_module("peyvand.adapters.inputs.warc").pages if kind is Kind.WARC else messages
        for one in cut(file, name, limits):
            found = True
            yield one
        if not found:
            yield UnreadableSource(name, "no_entries")
    else:
        data = file.read(limits.bytes + 1)
        if len(data) > limits.bytes:
            raise UnreadableSource(name, "too_large", limit=limits.bytes)
        yield Item(name, data, at=len(data))


def sources_of(item: Item, limits: Limits = LIMITS, *, depth: int = 0) -> Iterator[Captured | UnreadableSource]:
    """The sources in one item: the entries of a feed, a message and its attachments, else the one that it is."""
    try:
        yield from _sources(item, limits, depth)
    except UnreadableSource as fault:
        yield fault


def _sources(item: Item, limits: Limits, depth: int) -> Iterator[Captured | UnreadableSource]:
    if not item.data.strip():
        raise UnreadableSource(item.name, "empty")
    kind = kind_of(item.data[:HEAD])
    if kind is Kind.FEED:
        yield from _entries(item, limits)
    elif kind is Kind.MESSAGE:
        yield from _letter(item, limits, depth)
    elif kind in ARCHIVES:
        raise UnreadableSource(item.name, "nested", limit=0)
    else:
        yield _document(item, kind, limits)


def _document(item: Item, kind: Kind, limits: Limits) -> Captured:
    if kind is Kind.PDF:
        captured = capture_text(pdf_text(item.data, item.name, limits), item.name, limits)
        captured = replace(captured, media_type="application/pdf")
    elif kind is Kind.PACKED:
        packed = Packed(item.data, item.name, limits)
        if not is_docx(packed):
            raise UnreadableSource(item.name, "unknown_kind")
        document = read_docx(packed, limits)
        captured = capture_text(document.text, item.name, limits)
        captured = replace(captured, media_type=_DOCX, title=document.title, author=document.author)
    elif kind is Kind.UNKNOWN:
        raise UnreadableSource(item.name, "unknown_kind")
    else:
        return capture_bytes(item.data, item.name, limits)
    return captured if item.is_web else replace(captured, kind=SourceKind.LETTER)


def _letter(item: Item, limits: Limits, depth: int) -> Iterator[Captured | UnreadableSource]:
    if depth >= limits.nesting:
        raise UnreadableSource(item.name, "nested", limit=limits.nesting)
    own, attached = open_message(item, limits)
    if isinstance(own, Captured):
        yield replace(own, kind=SourceKind.LETTER)
    elif own.code != "empty" or not attached:
        yield own
    for one in attached:
        yield from sources_of(one, limits, depth=depth + 1)


def _entries(item: Item, limits: Limits) -> Iterator[Captured | UnreadableSource]:
    feed = read_feed(item.data, item.name, limits)
    if not feed.entries:
        raise UnreadableSource(item.name, "no_entries")
    for number, entry in enumerate(feed.entries, start=1):
        name = entry.link or f"{item.name}#{number}"
        try:
            yield capture_entry(entry, name, publisher=feed.title, limits=limits)
        except UnreadableSource as fault:
            yield fault


def capture_entry(entry: Entry, name: str, *, publisher: str, limits: Limits = LIMITS) -> Captured:
    """An entry of a feed as a source, by what the feed itself gives of it. Raises `UnreadableSource`."""
    heading = escape(entry.title)
    page = f"<html><title>{heading}</title><article><h1>{heading}</h1><div class=body>{entry.words}</div></article>"
    captured = capture_bytes(page.encode("utf-8", "replace"), name, limits)
    return replace(
        captured,
        title=entry.title or captured.title,
        publisher=publisher or None,
        published=entry.published,
        author=entry.author,
    )
