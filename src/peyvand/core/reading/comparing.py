"""Two readings of one source side by side: where they agree, and what only one of them says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peyvand.core.ledger.words import Event
from peyvand.core.reading.model import Proposal, Reading

_Key = tuple[Event, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Compared:
    """One step of one pair in both readings, or in one of them; ``differs`` names what they tell otherwise."""

    first: Proposal | None
    second: Proposal | None
    differs: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether both say it, and the same."""
        return self.first is not None and self.second is not None and not self.differs


def compare(first: Reading, second: Reading) -> tuple[Compared, ...]:
    """Every statement of either reading once, in the order of the text.

    Statements of one event and pair belong together; where a reading has several, those of one modality first.
    """
    ours, theirs = _by_key(first), _by_key(second)
    found = [pair for key in {**ours, **theirs} for pair in _paired(ours.get(key, []), theirs.get(key, []))]
    return tuple(sorted(found, key=_start))


def _by_key(reading: Reading) -> Mapping[_Key, list[Proposal]]:
    found: dict[_Key, list[Proposal]] = {}
    for one in reading.statements:
        found.setdefault((one.statement.event, frozenset(one.resolution.places)), []).append(one)
    return found


def _paired(ours: list[Proposal], theirs: list[Proposal]) -> Iterator[Compared]:
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


def _differences(one: Proposal, other: Proposal) -> tuple[str, ...]:
    told = (
        ("modality", one.statement.modality, other.statement.modality),
        ("instrument", one.statement.instrument, other.statement.instrument),
        ("date", one.resolution.date, other.resolution.date),
        ("authority", one.statement.authority, other.statement.authority),
    )
    return tuple(name for name, mine, theirs in told if mine != theirs)


def _start(pair: Compared) -> tuple[int, int]:
    spans = [one.evidence.span for one in (pair.first, pair.second) if one is not None]
    return min((span.start, span.stop) for span in spans)
