from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from peyvand.config.home import default_home, home, secret_key


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_home_is_made_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEYVAND_HOME", str(tmp_path / "data" / "peyvand"))

    made = home()

    assert (made, mode(made)) == (tmp_path / "data" / "peyvand", 0o700)
    assert home() == made


def test_home_is_a_users_folder_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert default_home() == tmp_path / "peyvand"


def test_relative_data_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert default_home() == tmp_path / ".local" / "share" / "peyvand"


def test_macs_have_their_own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert default_home() == tmp_path / "Library" / "Application Support" / "Peyvand"


def test_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    os.umask(0o022)

    first = secret_key(tmp_path)

    assert len(first) >= 50
    assert secret_key(tmp_path) == first
    assert mode(tmp_path / "secret_key") == 0o600
    assert secret_key(_other(tmp_path)) != first


def test_secret_that_a_power_cut_has_emptied_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()

    assert len(secret_key(tmp_path)) >= 50


def _other(folder: Path) -> Path:
    (folder / "other").mkdir()
    return folder / "other"
