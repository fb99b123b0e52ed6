from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from peyvand.adapters.archives.outputs import Busy, Output, finished, held, is_done, name_of, rows_in
from peyvand.adapters.archives.rows import Outcome, Row

SOURCE: Row = {
    "capture": "c", "path": "p", "title": None, "publisher": None, "published": "2025-04-09", "code": None,
    "tags": ["الف", "ب"], "language": "fa", "author": None, "media_type": "text/html", "kind": "article",
    "said_title": None, "said_publisher": None, "said_published": None, "statements": 1, "counts": [{"n": 16}],
    "areas": [], "people": [], "text": "می‌بندند",
}  # fmt: skip


def written(folder: Path, *, parquet: bool = False) -> Path:
    output = Output(folder, "a", parquet=parquet)
    output.write(Outcome(sources=[SOURCE] * 3))
    output.finish({"items": 3})
    return folder / "a"


@pytest.mark.parametrize("parquet", [False, True])
def test_rows_come_back_as_they_were(tmp_path: Path, parquet: bool) -> None:
    folder = written(tmp_path, parquet=parquet)

    assert list(rows_in(folder, "sources")) == [SOURCE] * 3
    assert list(rows_in(folder, "statements")) == []


def test_an_output_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    output = Output(tmp_path, "a", parquet=False)
    output.write(Outcome(sources=[SOURCE]))

    assert (is_done(tmp_path, "a"), finished(tmp_path)) == (False, [])
    output.finish({"items": 1})
    assert (is_done(tmp_path, "a"), finished(tmp_path)) == (True, [tmp_path / "a"])
    assert finished(tmp_path / "a") == [tmp_path / "a"]
    assert json.loads((tmp_path / "a" / "summary.json").read_text("utf-8")) == {"items": 1}


def test_what_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    Output(tmp_path, "a", parquet=False).give_up()

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    left = Output(tmp_path, "a", parquet=False)

    with held(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == [".lock"]
    left.give_up()


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(Busy), held(tmp_path):
        pass


def test_a_changed_input_has_another_name(tmp_path: Path) -> None:
    path = tmp_path / "a b.warc.gz"
    path.write_bytes(b"1")
    first, again = name_of([path]), name_of([path])
    os.utime(path, ns=(1, 1))

    assert (first == again, first == name_of([path]), first.rsplit("-", 1)[0]) == (True, False, "a_b.warc.gz")
