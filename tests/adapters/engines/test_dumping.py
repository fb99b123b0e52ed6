from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from peyvand.adapters.engines import dumping
from peyvand.adapters.engines.dumping import NAMES, CannotDump, dump, load


@pytest.mark.django_db(transaction=True)
def test_dump_is_one_file_of_the_engine(tmp_path: Path) -> None:
    path = dump(connection, tmp_path)

    assert [found.name for found in tmp_path.iterdir()] == [path.name] == [NAMES[connection.vendor]]
    assert path.read_bytes()[:5] == {"sqlite": b"SQLit", "postgresql": b"PGDMP"}[connection.vendor]


def test_copy_of_sqlite_stands_alone(tmp_path: Path) -> None:
    source = sqlite3.connect(tmp_path / "source")
    source.execute("PRAGMA journal_mode=WAL")
    source.execute("CREATE TABLE said (words TEXT)")
    source.execute("INSERT INTO said VALUES ('پیمان')")
    source.commit()

    dumping._copy(source, tmp_path / "copy")

    copy = sqlite3.connect(tmp_path / "copy")
    assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert copy.execute("SELECT words FROM said").fetchall() == [("پیمان",)]
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy"]
    copy.close()
    source.close()


@pytest.mark.django_db
def test_missing_tool_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dumping.shutil, "which", lambda _: None)
    monkeypatch.setattr(dumping.Path, "glob", lambda *_: iter(()))

    with pytest.raises(CannotDump, match="pg_restore is not installed"):
        load(connection, tmp_path / "dump")


@pytest.mark.django_db
def test_what_the_tool_says_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotDump):
        load(connection, tmp_path / "no such dump")
