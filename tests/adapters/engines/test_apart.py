from __future__ import annotations

import os
from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import connection

from peyvand.adapters.engines import apart
from peyvand.adapters.engines.apart import shared_out
from peyvand.records.ledger.models import Entry

_JOBS = list(range(12))


def counted(job: int) -> tuple[int, int, int]:
    """A number back, entries there are, and the process that says so."""
    return job, Entry.objects.count(), os.getpid()


def processes(*, worthwhile: bool = True) -> set[int]:
    found = list(shared_out(connection, counted, _JOBS, worthwhile=worthwhile))
    assert [(job, entries) for job, entries, _ in found] == [(job, 0) for job in _JOBS]
    return {process for _, _, process in found}


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a command is, whatever threads the tests have."""
    monkeypatch.setattr(apart, "active_count", lambda: 1)
    monkeypatch.setattr(apart, "_processors", lambda: 2)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("alone")
def test_others_do_the_work_with_connections_of_their_own() -> None:
    assert os.getpid() not in processes()
    assert Entry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("alone")
def test_little_work_is_done_here() -> None:
    assert processes(worthwhile=False) == {os.getpid()}


@pytest.mark.django_db
@pytest.mark.usefixtures("alone")
def test_work_within_a_transaction_is_done_here() -> None:
    assert processes() == {os.getpid()}


@pytest.mark.django_db(transaction=True)
def test_process_with_threads_is_not_doubled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_processors", lambda: 2)
    done = Event()
    other = Thread(target=done.wait)
    other.start()
    try:
        assert processes() == {os.getpid()}
    finally:
        done.set()
        other.join()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("alone")
def test_what_goes_wrong_there_goes_wrong_here(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(shared_out(connection, os.stat, [str(tmp_path), str(tmp_path / "none")], worthwhile=True))
