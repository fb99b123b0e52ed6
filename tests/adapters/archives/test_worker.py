from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

import pytest
from tests.factories.crawls import SIGNED, page

from peyvand.adapters.archives.bounds import Bounds
from peyvand.adapters.archives.reading import read_item
from peyvand.adapters.archives.rows import Outcome
from peyvand.adapters.archives.worker import Worker
from peyvand.adapters.inputs import Item

ITEMS = [Item(f"https://a.example/{n}", page(SIGNED, f"خبر {n}"), is_web=True) for n in range(3)]


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(Bounds())
    yield made
    made.close()


def test_a_worker_reads_as_this_process_does(worker: Worker) -> None:
    assert worker.read(ITEMS) == [read_item(item, Bounds()) for item in ITEMS]


def test_a_killed_worker_is_replaced_and_nothing_lost(worker: Worker) -> None:
    before = worker.read(ITEMS)
    assert worker.process
    os.kill(worker.process.pid, signal.SIGKILL)

    assert worker.read(ITEMS) == before


def test_a_page_that_ends_its_reader_twice_is_recorded(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_read", lambda _items: [])

    outcomes = worker.read(ITEMS[:2])

    assert [[row["code"] for row in one.failures] for one in outcomes] == [["broken_off"], ["broken_off"]]


def test_what_stands_behind_a_page_that_ends_its_reader_is_read(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = worker._read

    def ending(items: Sequence[Item]) -> list[Outcome]:
        bad = next((at for at, item in enumerate(items) if item == ITEMS[1]), len(items))
        return read(items[:bad]) if bad else []

    monkeypatch.setattr(worker, "_read", ending)

    assert [len(one.failures) for one in worker.read(ITEMS)] == [0, 1, 0]


def test_a_stopped_worker_is_given_up(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.bounds = Bounds(seconds=1)
    monkeypatch.setattr("peyvand.adapters.archives.worker._GRACE", 0)
    monkeypatch.setattr("peyvand.adapters.archives.bounds._PATIENCE", 1)
    worker.read(ITEMS[:1])
    assert worker.process
    os.kill(worker.process.pid, signal.SIGSTOP)

    (outcome,) = worker.read(ITEMS[:1])

    assert [row["code"] for row in outcome.failures] == ["too_slow"]
