from __future__ import annotations

import logging
from threading import Event
from types import SimpleNamespace

import pytest
from django.conf import LazySettings
from tests.factories.members import member
from tests.records.ledger.test_actions import draft

from peyvand.records.ledger import keeper as module
from peyvand.records.ledger.actions import append
from peyvand.records.ledger.keeper import Keeper


class Pen:
    """Stands for the writing of checkpoints: what was written for, and what goes wrong."""

    def __init__(self) -> None:
        self.size = 0
        self.written: list[int] = []
        self.fails = False
        self.wrote = Event()

    def write(self) -> SimpleNamespace:
        self.wrote.set()
        if self.fails:
            raise OSError("disk full")
        self.written.append(self.size)
        return SimpleNamespace(checkpoint=SimpleNamespace(size=self.size), failed=())


@pytest.fixture
def pen(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Pen:
    settings.CHECKPOINTS_FOLLOW_WRITES = True
    monkeypatch.setattr(module, "_LEAST_SECONDS", 0.0)
    pen = Pen()
    monkeypatch.setattr(module.checkpoints, "write", pen.write)
    return pen


def note(keeper: Keeper, pen: Pen, size: int) -> None:
    pen.size = size
    pen.wrote.clear()
    keeper.note(size)


def test_first_write_is_covered_at_once(pen: Pen) -> None:
    note(Keeper(), pen, 3)

    assert pen.wrote.wait(5)


def test_few_writes_wait_and_many_do_not(pen: Pen) -> None:
    keeper = Keeper()
    note(keeper, pen, 3)
    pen.wrote.wait(5)

    note(keeper, pen, 4)
    waits = not pen.wrote.wait(0.2)
    note(keeper, pen, 1004)

    assert (waits, pen.wrote.wait(5)) == (True, True)


def test_few_writes_wait_no_longer_than_they_may(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS", 0.2)
    keeper = Keeper()
    note(keeper, pen, 3)
    pen.wrote.wait(5)

    note(keeper, pen, 4)

    assert pen.wrote.wait(5)


def test_end_of_a_process_waits_for_the_last(pen: Pen) -> None:
    keeper = Keeper()
    note(keeper, pen, 3)
    pen.wrote.wait(5)
    note(keeper, pen, 4)

    assert keeper.flush()
    assert pen.written[-1] == 4


def test_nothing_written_is_nothing_to_wait_for(pen: Pen) -> None:
    assert Keeper().flush()
    assert pen.written == []


def test_failure_is_logged_and_holds_nobody_up(pen: Pen, caplog: pytest.LogCaptureFixture) -> None:
    pen.fails = True
    keeper = Keeper()
    with caplog.at_level(logging.CRITICAL, module.__name__):
        note(keeper, pen, 3)

        assert not keeper.flush()


def test_what_failed_is_made_up_for(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS", 0.1)
    monkeypatch.setattr(module.log, "exception", lambda _: None)
    pen.fails = True
    keeper = Keeper()
    note(keeper, pen, 3)
    pen.wrote.wait(5)

    pen.fails = False
    pen.wrote.clear()

    assert pen.wrote.wait(5)


@pytest.mark.django_db(transaction=True)
def test_writes_are_noted_once_they_are_committed(monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[int] = []
    monkeypatch.setattr("peyvand.records.ledger.actions.keeper.note", noted.append)

    append([draft("یک"), draft("دو")], by=member())
    append([draft("یک")], by=member("reza"))

    assert noted == [2]
