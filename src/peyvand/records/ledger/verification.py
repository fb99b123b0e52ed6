"""The log proved from its own rows: any later change shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from peyvand.core.ledger import merkle
from peyvand.core.ledger.words import SourceKind
from peyvand.records.ledger.drafts import SourceDraft, capture_of, key_of
from peyvand.records.ledger.leaves import leaf_of
from peyvand.records.ledger.models import Entry, Head, Kind, Source
from peyvand.records.ledger.rows import canonical, parse, places_in

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold: a code, and where (an entry's number or a source's capture; empty for the log as a whole)."""

    code: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The size and root (hex) that the rows give, what does not hold, and the roots (32 bytes) at sizes asked for."""

    size: int
    root: str
    faults: tuple[Fault, ...]
    roots: Mapping[int, bytes] = field(default_factory=dict)


def verify(sizes: Iterable[int] = ()) -> Verification:
    """Recompute every key, leaf and root from the rows, and hold every source against its entry.

    Rows alone cannot show a log that was rewritten whole: that takes a root which was kept elsewhere. ``sizes`` are
    those at which such roots are known.
    """
    frontier = merkle.Frontier()
    faults: list[Fault] = []
    wanted = set(sizes)
    roots = {0: frontier.root()}
    last: datetime | None = None
    for entry in Entry.objects.order_by("number").iterator(_AT_ONCE):
        faults += [Fault(code, str(entry.number)) for code in _faults(entry, frontier.size, last)]
        frontier = frontier.append(_leaf(entry.leaf))
        if frontier.size in wanted:
            roots[frontier.size] = frontier.root()
        last = entry.recorded_at
    root = frontier.root().hex()
    kept = Head.objects.values_list("size", "root").first() or (0, root)
    if kept != (frontier.size, root):
        faults.append(Fault("root_differs"))
    return Verification(frontier.size, root, (*faults, *_source_faults()), roots)


def _faults(entry: Entry, number: int, last: datetime | None) -> Iterator[str]:
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


def _leaf_due(entry: Entry) -> bytes:
    return leaf_of(
        number=entry.number,
        kind=Kind(entry.kind),
        key=entry.key,
        subject=entry.subject,
        body=entry.body,
        member=entry.member_id,
        recorded_at=entry.recorded_at,
    )


def _leaf(written: str) -> bytes:
    """The leaf that a row names; what is no hash stands in the tree as a leaf that nothing has."""
    try:
        return bytes.fromhex(written)
    except ValueError:
        return bytes(32)


def _source_faults() -> Iterator[Fault]:
    rows = Entry.objects.filter(kind=Kind.SOURCE).values_list("key", "body", "recorded_at", "member_id")
    entered = {key: facts for key, *facts in rows}
    for source in Source.objects.order_by("capture").iterator(_AT_ONCE):
        facts = entered.pop(source.capture, None)
        if facts is None:
            yield Fault("source_not_entered", source.capture)
        elif capture_of(source.text) != source.capture or facts != _facts(source):
            yield Fault("source_differs", source.capture)
    yield from (Fault("source_missing", capture) for capture in sorted(entered))


def _facts(source: Source) -> list[object]:
    return [canonical(_draft(source).facts()), source.received_at, source.member_id]


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
