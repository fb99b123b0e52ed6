"""How well readings agree with what members have judged: the office sees how its own sources are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.model import Proposal

# Compared where an event was read right.
FIELDS = ("date", "instrument", "authority")
_Pair = frozenset[str]
_Key = tuple[Event, _Pair, Modality]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with what it was resolved to, as a member left it or as the reader proposes it."""

    statement: Statement
    resolution: Resolution

    @property
    def pair(self) -> _Pair:
        return frozenset(self.resolution.places)

    @property
    def key(self) -> _Key:
        """What has to be right of an event: its kind, its pair and its modality."""
        return self.statement.event, self.pair, self.statement.modality


@dataclass(slots=True)
class Score:
    """How many were found and right, found and wrong, or missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing was there to find and nothing was found."""
        found = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / found if found else None

    def add(self, other: Score) -> None:
        """Count what another counted too."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


@dataclass(slots=True)
class Measured:
    """All sources together. ``unjudged`` events were read and have no verdict, so nobody knows."""

    sources: int = 0
    events: Score = field(default_factory=Score)
    pairs: Score = field(default_factory=Score)
    signings: Score = field(default_factory=Score)
    unjudged: int = 0
    # By field: how many are right, of how many.
    fields: dict[str, tuple[int, int]] = field(default_factory=lambda: dict.fromkeys(FIELDS, (0, 0)))

    def take(self, read: Iterable[Proposal], accepted: Iterable[Said], rejected: Iterable[Said]) -> None:
        """Add one source: what the reader makes of it now, and what members accepted and rejected of it."""
        found = {said.key: said for said in (Said(one.statement, one.resolution) for one in read)}
        right = {said.key: said for said in accepted}
        refused = {said.key for said in rejected} - right.keys()
        self.sources += 1
        self.unjudged += len(found.keys() - right.keys() - refused)
        _add(self.events, found.keys(), right.keys(), refused)
        _add(self.signings, *(_signings(keys) for keys in (found.keys(), right.keys(), refused)))
        pairs = {said.pair for said in right.values()}
        _add(self.pairs, {key[1] for key in found}, pairs, {key[1] for key in refused} - pairs)
        for key in found.keys() & right.keys():
            self._compare(found[key], right[key])

    def _compare(self, read: Said, kept: Said) -> None:
        told = {
            "date": (read.resolution.date, kept.resolution.date),
            "instrument": (read.statement.instrument, kept.statement.instrument),
            "authority": (read.statement.authority, kept.statement.authority),
        }
        for name, (ours, theirs) in told.items():
            if theirs is not None or ours is not None:
                right, of = self.fields[name]
                self.fields[name] = right + (ours == theirs), of + 1

    def json(self) -> Mapping[str, object]:
        """The figures, for programs."""
        scores = {"events": self.events, "done_signings": self.signings, "pairs": self.pairs}
        return {
            "sources": self.sources,
            **{name: _json(score) for name, score in scores.items()},
            "fields": {name: {"right": right, "of": of} for name, (right, of) in self.fields.items()},
            "unjudged": self.unjudged,
        }


def _json(score: Score) -> Mapping[str, object]:
    return {
        "right": score.right,
        "wrong": score.wrong,
        "missed": score.missed,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _signings(keys: Iterable[_Key]) -> set[_Key]:
    return {key for key in keys if key[0] is Event.SIGNING and key[2] is Modality.DONE}


def _add(score: Score, found: Iterable[object], right: Iterable[object], refused: Iterable[object]) -> None:
    found, right = set(found), set(right)
    score.right += len(found & right)
    score.wrong += len(found & set(refused))
    score.missed += len(right - found)
