"""What the guards, the tree and the projections cost: the same entries with each of them switched off, in turns; and
durable commits beside a bare file that is flushed."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from django.conf import settings
from django.db import connection, transaction

from benchmarks.ledger.entering import member, some
from benchmarks.ledger.measuring import Figures, spent
from benchmarks.ledger.readings import Captured, Reader
from benchmarks.ledger.world import read_world
from peyvand.core.ledger import merkle
from peyvand.core.reading.model import Reading
from peyvand.records.intake import actions
from peyvand.records.ledger import actions as log
from peyvand.records.ledger import guard

_ROUNDS = 7
_BULK = 400
_SINGLE = 60
_COMMITS = 40


class _RolledBack(Exception):
    """Nothing of a round stays."""


def overheads(world: Path) -> Figures:
    """Processor time of the whole against that without one part, medians of alternating rounds that are rolled back."""
    cities, articles = read_world(world)
    reader = Reader(cities)
    fresh = (article._replace(text=article.text + "\n(دوباره)") for article in articles)
    read = [reader.read(article) for article in next(some(fresh, _BULK))]
    return {**_shares("bulk", read, len(read)), **_shares("single", read[:_SINGLE], 1)}


def _shares(name: str, read: list[tuple[Captured, Reading]], at_once: int) -> Figures:
    without: dict[str, Callable[[], Any]] = {"guards": _unguarded, "tree": _untreed, "list": _unlisted}
    parts = {"whole": ExitStack, **without}
    times: dict[str, list[float]] = {part: [] for part in [*parts, "all"]}
    for _ in range(_ROUNDS):
        for part, one in parts.items():
            times[part].append(_entered(read, at_once, [one]))
        times["all"].append(_entered(read, at_once, list(without.values())))
    middle = {part: statistics.median(of) for part, of in times.items()}
    return {
        f"{name}_whole_cpu_ms": 1000 * middle["whole"],
        **{f"{name}_{part}_share": middle["whole"] / middle[part] - 1 for part in times if part != "whole"},
    }


def _entered(read: list[tuple[Captured, Reading]], at_once: int, without: list[Callable[[], Any]]) -> float:
    """Processor seconds of entering the sources, so many at once; nothing of it stays."""
    by = member()
    with ExitStack() as stack:
        try:
            with transaction.atomic():
                for one in without:
                    stack.enter_context(one())
                with spent() as entering:
                    for start in range(0, len(read), at_once):
                        actions.propose_all(read[start : start + at_once], by=by, compare=False)
                raise _RolledBack
        except _RolledBack:
            return entering.cpu


@contextmanager
def _unguarded() -> Iterator[None]:
    guard.lift_guards(connection)
    with mock.patch.object(log, "assert_sound"):
        yield


@contextmanager
def _untreed() -> Iterator[None]:
    with (
        mock.patch.object(log, "leaf_of", return_value=bytes(32)),
        mock.patch.object(merkle.Frontier, "extend", _only_grown),
    ):
        yield


def _only_grown(tree: merkle.Frontier, leaves: Iterable[bytes]) -> merkle.Frontier:
    return merkle.Frontier(tree.size + sum(1 for _ in leaves))


@contextmanager
def _unlisted() -> Iterator[None]:
    with mock.patch.object(actions, "note_new"):
        yield


def durable(world: Path) -> Figures:
    """Acknowledged writes a second beside a bare file that is written and flushed as often, in turns."""
    cities, articles = read_world(world)
    reader = Reader(cities)
    by = member()
    fresh = iter(articles)
    ours, bare = [], []
    raw = os.open(Path(settings.HOME) / "bare", os.O_CREAT | os.O_WRONLY, 0o600)
    for turn in range(_ROUNDS):
        read = [
            reader.read(one._replace(text=f"{one.text}\n({turn})", told=one.told[:1]))
            for one in next(some(fresh, _COMMITS))
        ]
        begun = time.perf_counter()
        for captured, reading in read:
            actions.propose_all([(captured, reading)], by=by, compare=False)
        ours.append(_COMMITS / (time.perf_counter() - begun))
        begun = time.perf_counter()
        for _ in read:
            os.write(raw, bytes(4096))
            os.fdatasync(raw)
        bare.append(_COMMITS / (time.perf_counter() - begun))
    os.close(raw)
    return {"commits_per_s": statistics.median(ours), "bare_per_s": statistics.median(bare)}


STAGES: dict[str, Callable[[Path], Figures]] = {"overheads": overheads, "durable": durable}
