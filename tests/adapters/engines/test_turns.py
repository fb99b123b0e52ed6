from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event, Lock, local
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError

from peyvand.adapters.engines import turns
from peyvand.adapters.engines.turns import in_turn

_WRITERS, _TURNS = 8, 25


@pytest.fixture
def store(tmp_path: Path) -> Any:
    return SimpleNamespace(vendor="sqlite", in_atomic_block=False, settings_dict={"NAME": tmp_path / "s.sqlite3"})


def test_turns_come_in_the_order_of_the_numbers_taken(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    own = local()
    given: list[int] = []
    begin, busy = Barrier(_WRITERS), Lock()
    take_number = turns._take_number

    def noted(file: int) -> int:
        own.number = take_number(file)
        return own.number

    def write(_: int) -> None:
        begin.wait()
        for _ in range(_TURNS):
            with in_turn(store, seconds=60):
                assert busy.acquire(blocking=False)
                given.append(own.number)
                busy.release()

    monkeypatch.setattr(turns, "_take_number", noted)
    with ThreadPoolExecutor(_WRITERS) as writers:
        list(writers.map(write, range(_WRITERS)))

    assert given == list(range(_WRITERS * _TURNS))


def test_turn_that_does_not_come_is_given_up(store: Any) -> None:
    with in_turn(store, seconds=1), ThreadPoolExecutor(1) as other:
        taken = other.submit(_take, store, 0.05)
        assert isinstance(taken.exception(), OperationalError)

    assert _take(store, 5.0)


def test_turn_given_up_is_not_kept(store: Any) -> None:
    held, let_go = Event(), Event()

    def hold() -> None:
        with in_turn(store, seconds=5):
            held.set()
            let_go.wait(5)

    with ThreadPoolExecutor(2) as writers:
        holding = writers.submit(hold)
        held.wait(5)
        with pytest.raises(OperationalError):
            writers.submit(_take, store, 0.05).result()
        let_go.set()
        holding.result()

    assert _take(store, 5.0)


@pytest.mark.parametrize("change", [{"vendor": "postgresql"}, {"in_atomic_block": True}])
def test_who_needs_no_turn_takes_none(change: dict[str, Any], store: Any) -> None:
    with in_turn(store, seconds=5):
        assert _take(SimpleNamespace(**vars(store) | change), 0.0)


def test_disk_without_room_for_the_file_is_no_hindrance(store: Any) -> None:
    store.settings_dict["NAME"] = "/nowhere/at/all"

    assert _take(store, 0.0)


def test_system_without_such_locks_keeps_to_the_engine(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_CAN_WAIT", False)

    assert _take(store, 0.0)


def _take(store: Any, seconds: float) -> bool:
    with in_turn(store, seconds=seconds):
        return True
