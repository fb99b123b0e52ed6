from __future__ import annotations

import pytest

from drills import full_disk


def test_full_disk_loses_nothing_and_ends_when_there_is_room() -> None:
    tally = full_disk.run(1)

    assert not full_disk.failed(tally), tally
    assert tally["acknowledged"] > 3


def test_limit_on_files_does_where_no_disk_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_disk.os, "geteuid", lambda: 1000)

    tally = full_disk.run(1)

    assert not full_disk.failed(tally), tally


def test_what_is_acknowledged_before_the_commit_is_lost() -> None:
    assert full_disk.run(1, protected=False)["lost"] > 0
