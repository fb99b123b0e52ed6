"""A stretch of the log proved from its rows, by whichever process: every key, leaf, place and time, and every source
against its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection

from peyvand.core.ledger import merkle
from peyvand.core.ledger.statement import capture_of
from peyvand.core.ledger.words import SourceKind
from peyvand.records.ledger.drafts import SourceDraft, key_of
from peyvand.records.ledger.leaves import Entered, leaf_of
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.redacting import left_of
from peyvand.records.ledger.rows import canonical, parse, places_in, written_time
from peyvand.records.ledger.soundness import sound_leaf

# A power of two, so that each whole stretch is a full subtree; its rows take some ten megabytes.
WIDTH = 8192
_AT_ONCE = 1000
# What does not hold of an entry whose words were struck out.
_OF_WORDS = frozenset({"leaf_differs", "key_differs"})
_SOURCES_AT_ONCE = 500


class Fault(NamedTuple):
    """What does not hold: a code, and where (an entry's number or a source's capture; empty for the log as a whole)."""

    code: str
    where: str = ""


class Stretch(NamedTuple):
    """What the rows of a range of numbers give: how many they are, their leaves one after another or, where they are a
    full subtree and nobody wants the leaves, its root alone; and what does not hold of entries and of sources."""

    entries: int
    leaves: bytes
    root: bytes
    faults: list[Fault]
    source_faults: list[Fault]


class Asked(NamedTuple):
    """The entries from ``start`` up to ``stop``; with their leaves, whether or not they are a full subtree."""

    start: int
    stop: int
    with_leaves: bool = False


def prove(asked: Asked) -> Stretch:
    """Prove one stretch of the log. Raises ValueError or TypeError for rows that cannot be read at all."""
    reading = _Reading(asked.start)
    leaves = [reading.leaf(row) for row in _rows(asked.start, asked.stop)]
    full = len(leaves) == asked.stop - asked.start == WIDTH and not asked.with_leaves
    return Stretch(
        len(leaves),
        b"" if full else b"".join(leaves),
        merkle.root_of(leaves) if full else b"",
        reading.faults,
        list(_source_faults(reading.sources)),
    )


class _Reading:
    """Entries one after another, and what does not hold of them."""

    def __init__(self, start: int) -> None:
        self.faults: list[Fault] = []
        # By capture, what stands in the entry of each source: body, time, member.
        self.sources: dict[str, tuple[str, datetime, int]] = {}
        before = Entry.objects.filter(number__lt=start).order_by("-number").values_list("number", "recorded_at").first()
        self._number = before[0] + 1 if before else 0
        self._time: datetime | None = before[1] if before else None
        self._raw: object = None
        self._written = ""

    def leaf(self, row: Sequence[Any]) -> bytes:
        """The leaf that the next entry has in the tree."""
        last = self._time
        if row[6] != self._raw:
            self._raw = row[6]
            self._time = _aware(row[6])
            self._written = written_time(self._time)
        leaf = sound_leaf(row, self._written)
        assert self._time
        if leaf is None or row[0] != self._number or (last is not None and self._time < last):
            entry = Entered._make([*row[:6], self._time, *row[7:]])
            found = list(_faults(entry, self._number, last))
            if (
                set(found) <= _OF_WORDS
                and entry.kind != Kind.ERASURE
                and left_of(entry.subject).has_body(row[0], row[4])
            ):
                # Words of it were struck out, and a later entry says so: its leaf is that of what it was.
                found = []
            self.faults += [Fault(code, str(entry.number)) for code in found]
        if row[1] == Kind.SOURCE:
            self.sources[row[2]] = row[4], self._time, row[7]
        self._number = row[0] + 1
        return leaf or _leaf(row[5])


def _rows(start: int, stop: int) -> Iterator[Sequence[Any]]:
    """Rows of entries as the engine gives them, their columns as `Entered` has them."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(Entered._fields)} FROM {Entry._meta.db_table}"
            " WHERE number >= %s AND number < %s ORDER BY number",
            [start, stop],
        )
        while some := cursor.fetchmany(_AT_ONCE):
            yield from some


def _aware(time: datetime) -> datetime:
    # SQLite keeps times in UTC and does not say so.
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _faults(entry: Entered, number: int, last: datetime | None) -> Iterator[str]:
    try:
        body = parse(entry.body)
        if _leaf_due(entry).hex() != entry.leaf:
            yield "leaf_differs"
        if key_of(entry.kind, body) != entry.key or canonical(body) != entry.body:
            yield "key_differs"
        if (entry.place_a, entry.place_b) != places_in(entry.kind, body):
            yield "places_differ"
    except (ValueError, KeyError, TypeError):
        yield "unreadable"
    if entry.number != number:
        yield "out_of_order"
    if last and entry.recorded_at < last:
        yield "time_goes_back"


def _leaf_due(entry: Entered) -> bytes:
    return leaf_of(
        number=entry.number,
        kind=Kind(entry.kind),
        key=entry.key,
        subject=entry.subject,
        body=entry.body,
        member=entry.member_id,
        recorded_at=written_time(entry.recorded_at),
    )


def _leaf(written: str) -> bytes:
    """The leaf that a row names; what is no hash stands in the tree as a leaf that nothing has."""
    try:
        return bytes.fromhex(written)
    except ValueError:
        return bytes(32)


def _source_faults(entered: dict[str, tuple[str, datetime, int]]) -> Iterator[Fault]:
    """What does not hold of the sources of these entries."""
    missing = dict(entered)
    for source in _sources(list(entered)):
        facts = missing.pop(source.capture)
        is_whole = capture_of(source.text) == source.capture or left_of(source.capture).has_text(source.text)
        if not is_whole or facts != _facts(source):
            yield Fault("source_differs", source.capture)
    yield from (Fault("source_missing", capture) for capture in sorted(missing))


def _sources(captures: list[str]) -> Iterable[Source]:
    for start in range(0, len(captures), _SOURCES_AT_ONCE):
        yield from Source.objects.filter(capture__in=captures[start : start + _SOURCES_AT_ONCE])


def _facts(source: Source) -> tuple[str, datetime, int]:
    facts = _draft(source).facts() | {"capture": source.capture}
    return canonical(facts), source.received_at, source.member_id


def _draft(source: Source) -> SourceDraft:
    return SourceDraft(
        text=source.text,
        name=source.name,
        kind=SourceKind(source.kind),
        public=source.public,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        language=source.language,
        meta=source.meta,
    )
