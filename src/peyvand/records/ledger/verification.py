"""The log proved from its own rows: any later change shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice, pairwise, starmap

from peyvand.core.ledger import merkle
from peyvand.core.ledger.statement import capture_of
from peyvand.core.ledger.words import SourceKind
from peyvand.records.ledger.drafts import SourceDraft, key_of
from peyvand.records.ledger.leaves import Entered, leaf_of
from peyvand.records.ledger.models import Entry, Head, Kind, Source
from peyvand.records.ledger.rows import canonical, parse, places_in, written_time
from peyvand.records.ledger.soundness import sound_leaf

_AT_ONCE = 2000


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
    reading = _Reading()
    wanted = set(sizes)
    roots = {0: frontier.root()}
    for entries in _batches():
        leaves = [reading.leaf(entry) for entry in entries]
        for part in _cut(leaves, frontier.size, wanted):
            frontier = frontier.extend(part)
            if frontier.size in wanted:
                roots[frontier.size] = frontier.root()
    faults = reading.faults
    root = frontier.root().hex()
    kept = Head.objects.values_list("size", "root").first() or (0, root)
    if kept != (frontier.size, root):
        faults.append(Fault("root_differs"))
    return Verification(frontier.size, root, (*faults, *_source_faults()), roots)


class _Reading:
    """Entries one after another, and what does not hold of them."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._number = 0
        self._last: datetime | None = None
        self._written = ""

    def leaf(self, entry: Entered) -> bytes:
        """The leaf that the next entry has in the tree."""
        number, last, time = self._number, self._last, entry.recorded_at
        if time != last:
            self._written = written_time(time)
        leaf = sound_leaf(entry, self._written)
        if leaf is None or entry.number != number or (last is not None and time < last):
            self.faults += [Fault(code, str(entry.number)) for code in _faults(entry, number, last)]
        self._number, self._last = number + 1, time
        return leaf or _leaf(entry.leaf)


def _batches() -> Iterator[list[Entered]]:
    rows = Entry.objects.order_by("number").values_list(*Entered._fields).iterator(_AT_ONCE)
    while some := list(starmap(Entered, islice(rows, _AT_ONCE))):
        yield some


def _cut(leaves: list[bytes], size: int, wanted: set[int]) -> Iterator[list[bytes]]:
    """The leaves that follow a log of this size, cut at the sizes that are wanted."""
    cuts = sorted(at - size for at in wanted if size < at < size + len(leaves))
    yield from (leaves[start:stop] for start, stop in pairwise([0, *cuts, len(leaves)]))


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
