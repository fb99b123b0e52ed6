from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

import pytest
from tests.factories.crawls import crawl

from peyvand.adapters.archives import engines
from peyvand.adapters.archives.bounds import Bounds
from peyvand.adapters.archives.engines import NoCluster, beside, here, on_cluster, read_there
from peyvand.adapters.archives.worker import Worker
from peyvand.adapters.inputs import Item

ITEMS = [Item(address, data, is_web=True) for address, data in crawl(30)]


def batches() -> Iterator[Sequence[Item]]:
    for start in range(0, len(ITEMS), 4):
        yield ITEMS[start : start + 4]


def test_processes_beside_this_one_read_alike_and_in_order() -> None:
    assert list(beside(Bounds(), 2)(batches())) == list(here(Bounds())(batches()))


def test_a_worker_killed_on_the_way_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[int] = []
    read = Worker.read

    def read_and_kill(self: Worker, items: Sequence[Item]) -> list[object]:
        outcomes = read(self, items)
        if not killed and self.process:
            killed.append(self.process.pid)
            os.kill(self.process.pid, signal.SIGKILL)
        return list(outcomes)

    monkeypatch.setattr(Worker, "read", read_and_kill)

    assert list(beside(Bounds(), 2)(batches())) == list(here(Bounds())(batches()))
    assert len(killed) == 1


def test_a_clusters_worker_reads_alike() -> None:
    try:
        assert read_there(ITEMS[:2], Bounds()) == next(here(Bounds())([ITEMS[:2]]))
    finally:
        engines._OWN.worker.close()


def test_a_cluster_that_does_not_answer_says_so() -> None:
    with pytest.raises(NoCluster):
        on_cluster(Bounds(), "nonsense")


def test_a_run_that_is_given_up_ends_its_workers() -> None:
    run = beside(Bounds(), 1)(batches())
    next(run)

    run.close()

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
