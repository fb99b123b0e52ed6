from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest

from peyvand.adapters import ballast

_MIB = 1024 * 1024
Usage = namedtuple("Usage", "free")


def with_free(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    monkeypatch.setattr(ballast.shutil, "disk_usage", lambda _: Usage(free))


def test_room_is_kept_once(tmp_path: Path) -> None:
    assert (ballast.keep(tmp_path, _MIB), ballast.keep(tmp_path, _MIB)) == (True, True)
    assert [(path.stat().st_size, path.stat().st_mode & 0o777) for path in tmp_path.iterdir()] == [(_MIB, 0o600)]


@pytest.mark.parametrize(("size", "free"), [(_MIB, 8 * _MIB - 1), (0, _MIB)])
def test_no_room_is_kept_where_there_is_little_or_none_is_wanted(
    size: int, free: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_free(monkeypatch, free)

    assert not ballast.keep(tmp_path, size)
    assert [*tmp_path.iterdir()] == []


def test_disk_that_fills_up_meanwhile_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(ballast, "_fill", full)

    assert not ballast.keep(tmp_path, _MIB)
    assert [*tmp_path.iterdir()] == []


def test_room_is_given_up_on_a_full_disk_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ballast.keep(tmp_path, _MIB)

    assert not ballast.release(tmp_path)
    with_free(monkeypatch, _MIB - 1)
    assert (ballast.release(tmp_path), ballast.release(tmp_path)) == (True, False)
