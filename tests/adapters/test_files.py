from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from peyvand.adapters.files import sha256_of, write_once, write_whole


def test_file_is_put_in_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "نامه"
    write_whole(path, b"one")

    write_whole(path, b"two")

    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("نامه", b"two")]


def test_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_whole(path, b"one")

    def fail(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("peyvand.adapters.files.os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_whole(path, b"two")

    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("file", b"one")]


def test_second_comer_finds_the_file_of_the_first(tmp_path: Path) -> None:
    for data in (b"one", b"two"):
        write_once(tmp_path / "file", data)

    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("file", b"one")]
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_hash_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"one")

    assert sha256_of(tmp_path / "file") == sha256(b"one").hexdigest()
