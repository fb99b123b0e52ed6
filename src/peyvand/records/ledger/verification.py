"""The log proved from its own rows: any later change shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from django.db import connection
from django.db.models import Exists, Min, OuterRef

from peyvand.adapters.engines.apart import shared_out
from peyvand.core.ledger.merkle import Frontier
from peyvand.records.ledger.models import Entry, Head, Source
from peyvand.records.ledger.stretches import WIDTH, Asked, Fault, Stretch, prove

__all__ = ["Fault", "Verification", "verify"]

_LEAF = 32
# Below it, a process of its own takes longer to begin than it saves.
_WORTHWHILE = 50_000


@dataclass(frozen=True, slots=True)
class Verification:
    """The size and root (hex) that the rows give, what does not hold, and the roots (32 bytes) at sizes asked for."""

    size: int
    root: str
    faults: tuple[Fault, ...]
    roots: Mapping[int, bytes] = field(default_factory=dict)


def verify(sizes: Iterable[int] = (), *, since: Frontier | None = None) -> Verification:
    """Recompute every key, leaf and root from the rows, and hold every source against its entry.

    Rows alone cannot show a log that was rewritten whole: that takes a root which was kept elsewhere. ``sizes`` are
    those at which such roots are known. With ``since``, a tree that somebody has proved, only what came after it.
    """
    # In one question, so that whoever writes meanwhile does not come between.
    end, kept = _extent()
    tree = _Tree(since or Frontier(), set(sizes))
    faults, source_faults = list[Fault](), list[Fault]()
    asked = list(_asked(tree.frontier.size, end, tree.wanted))
    worthwhile = end - tree.frontier.size >= _WORTHWHILE
    found = shared_out(connection, prove, asked, worthwhile=worthwhile)
    for one, stretch in zip(asked, found, strict=True):
        tree.grow(one, stretch)
        faults += stretch.faults
        source_faults += stretch.source_faults
    size, root = tree.frontier.size, tree.frontier.root().hex()
    if (kept or (0, root)) != (size, root) or end < size:
        faults.append(Fault("root_differs"))
    if since is None:
        source_faults += _strays()
    return Verification(size, root, (*faults, *source_faults), tree.roots)


class _Tree:
    """Grows stretch by stretch; keeps the roots at the sizes that are wanted."""

    def __init__(self, frontier: Frontier, wanted: set[int]) -> None:
        self.frontier, self.wanted = frontier, wanted
        self.roots = {0: Frontier().root(), frontier.size: frontier.root()}

    def grow(self, asked: Asked, stretch: Stretch) -> None:
        if stretch.root and self.frontier.size % WIDTH == 0:
            self.frontier = self.frontier.with_subtree(WIDTH, stretch.root)
        else:
            # After a gap nothing stands where a full subtree would.
            leaves = stretch.leaves or prove(asked._replace(with_leaves=True)).leaves
            for part in _cut(_split(leaves), self.frontier.size, self.wanted):
                self.frontier = self.frontier.extend(part)
                self._note()
        self._note()

    def _note(self) -> None:
        if self.frontier.size in self.wanted:
            self.roots[self.frontier.size] = self.frontier.root()


def _extent() -> tuple[int, tuple[int, str] | None]:
    """The number after the last entry, and the size and root that the log is said to have."""
    entry, head = Entry._meta.db_table, Head._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT last.number, {head}.size, {head}.root FROM (SELECT MAX(number) AS number FROM {entry}) AS last"
            f" LEFT JOIN {head} ON 1 = 1 ORDER BY {head}.id LIMIT 1"
        )
        last, size, root = cursor.fetchone()
    return 0 if last is None else last + 1, None if size is None else (size, root)


def _asked(start: int, end: int, wanted: set[int]) -> Iterator[Asked]:
    """Stretches from one number to another, cut where full subtrees end; leaves where a root inside is wanted."""
    first = Entry.objects.aggregate(first=Min("number"))["first"]
    if first is not None and first < 0 == start:
        yield Asked(first, 0, with_leaves=True)
    cuts = [start, *range(start - start % WIDTH + WIDTH, end, WIDTH), *([end] if end > start else [])]
    for begin, stop in pairwise(cuts):
        yield Asked(begin, stop, with_leaves=any(begin < size < stop for size in wanted))


def _split(leaves: bytes) -> list[bytes]:
    return [leaves[at : at + _LEAF] for at in range(0, len(leaves), _LEAF)]


def _cut(leaves: list[bytes], size: int, wanted: set[int]) -> Iterator[list[bytes]]:
    """The leaves that follow a log of this size, cut at the sizes that are wanted."""
    cuts = sorted(at - size for at in wanted if size < at < size + len(leaves))
    yield from (leaves[start:stop] for start, stop in pairwise([0, *cuts, len(leaves)]))


def _strays() -> Iterator[Fault]:
    """Sources that no entry is of."""
    entered = Entry.objects.filter(key=OuterRef("capture"))
    for capture in Source.objects.filter(~Exists(entered)).order_by("capture").values_list("capture", flat=True):
        yield Fault("source_not_entered", capture)
