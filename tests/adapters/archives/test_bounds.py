from __future__ import annotations

import resource
import threading
import time

import pytest

from peyvand.adapters.archives.bounds import Bounds, TookTooLong, bounded


def spin() -> None:
    """Work without end."""
    while True:
        pass


def test_what_takes_too_much_work_is_ended() -> None:
    with pytest.raises(TookTooLong), bounded(Bounds(seconds=1)):
        spin()


def test_waiting_is_no_work_and_ends_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peyvand.adapters.archives.bounds._PATIENCE", 2)

    with bounded(Bounds(seconds=1)):
        time.sleep(1.2)
    with pytest.raises(TookTooLong), bounded(Bounds(seconds=1)):
        time.sleep(30)


def test_what_takes_too_much_memory_is_ended_and_the_limit_lifted() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)

    with pytest.raises(MemoryError), bounded(Bounds(memory=50_000_000)):
        bytearray(500_000_000)

    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert len(bytearray(100_000_000)) == 100_000_000


def test_another_thread_is_bounded_in_memory_alone() -> None:
    raised = []

    def run() -> None:
        with bounded(Bounds(memory=50_000_000)):
            try:
                bytearray(500_000_000)
            except MemoryError:
                raised.append(True)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()

    assert raised == [True]
