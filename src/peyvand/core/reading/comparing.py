"""Two readings of one source side by side: where they agree, and what only one of them says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Event

_Key = tuple[Event, frozenset[str]]


class Read(Protocol):
    """A statement with what it was resolved to, as a reader proposes it or as the ledger has it."""

    @property
    def statement(self) -> Statement: ...
    @property
    def resolution(self) -> Resolution: ...


_R = TypeVar("_R", bound=Read)


@dataclass(frozen=True, slots=True)
class Compared(Generic[_R]):
    """One step of one pair in both readings, or in one of them; ``differs`` names what they tell otherwise."""

    first: _R | None
    second: _R | None
    differs: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether both say it, and the same."""
        return self.first is not None and self.second is not None and not self.differs


def compare(first: Iterable[_R], second: Iterable[_R]) -> tuple[Compared[_R], ...]:
    """Every statement of either of two readings once, in the order of the text.

    Statements of one event and pair belong together; where a reading has several, those of one modality first.
    """
    ours, theirs = _by_key(first), _by_key(second)
    found = [pair for key in {**ours, **theirs} for pair in _paired(ours.get(key, []), theirs.get(key, []))]
    return tuple(sorted(found, key=_start))


def _by_key(reading: Iterable[_R]) -> Mapping[_Key, list[_R]]:
    found: dict[_Key, list[_R]] = {}
    for one in reading:
        found.setdefault((one.statement.event, frozenset(one.resolution.places)), []).append(one)
    return found


def _paired(ours: list[_R], theirs: list[_R]) -> Iterator[Compared[_R]]:
    left = list(theirs)
    open_ones = []
    for one in ours:
        same = next((other for other in left if other.statement.modality is one.statement.modality), None)
        if same is None:
            open_ones.append(one)
        else:
            left.remove(same)
            yield Compared(one, same, _differences(one, same))
    for one in open_ones:
        other = left.pop(0) if left else None
        yield Compared(one, other, _differences(one, other) if other else ())
    yield from (Compared(None, other) for other in left)


def _differences(one: Read, other: Read) -> tuple[str, ...]:
    told = (
        ("modality", one.statement.modality, other.statement.modality),
        ("instrument", one.statement.instrument, other.statement.instrument),
        ("date", one.resolution.date, other.resolution.date),
        ("authority", one.statement.authority, other.statement.authority),
    )
    return tuple(name for name, mine, theirs in told if mine != theirs)


def _start(pair: Compared[_R]) -> tuple[int, int]:
    spans = [one.statement.span for one in (pair.first, pair.second) if one is not None]
    return min((span.start, span.stop) for span in spans)
