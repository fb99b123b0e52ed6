from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.archives import warc
from tests.factories.crawls import SIGNED, crawl, page, told, write_crawl

from peyvand.adapters.archives import running
from peyvand.adapters.archives.bounds import Bounds
from peyvand.adapters.archives.engines import here
from peyvand.adapters.archives.outputs import rows_in
from peyvand.adapters.archives.running import Tally, inputs_of, read_input


def test_archives_are_inputs_and_other_files_of_a_folder_are_one(tmp_path: Path) -> None:
    archive = write_crawl(tmp_path / "a.warc", 2)
    texts = [tmp_path / "b.txt", tmp_path / "c.txt"]
    for path in texts:
        path.write_text(SIGNED, "utf-8")

    assert inputs_of([texts[0], archive, texts[1]]) == [tuple(texts), (archive,)]


def test_an_input_is_read_once(tmp_path: Path) -> None:
    archive = write_crawl(tmp_path / "a.warc")
    out = tmp_path / "out"
    out.mkdir()
    heard: list[tuple[int, int]] = []

    first = read_input([archive], out, here(Bounds()), parquet=False, progress=lambda *told: heard.append(told))
    again = read_input([archive], out, here(Bounds()), parquet=False)

    assert (first, again) == (Tally(items=40, passed=36, sources=4, statements=4), None)
    assert heard == [(40, archive.stat().st_size)]


def test_what_is_refused_stands_among_the_failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_BATCH_ITEMS", 3)
    archive = tmp_path / "a.warc"
    archive.write_bytes(
        warc(crawl(4)) + warc([("https://a.example/long", b"x" * 21_000_000)]) + warc(crawl(1)) + b"damage\n"
    )
    out = tmp_path / "out"
    out.mkdir()

    tally = read_input([archive], out, here(Bounds()), parquet=False)

    assert tally == Tally(items=5, passed=3, sources=2, statements=2, failures=2)
    (folder,) = out.iterdir()
    assert [row["code"] for row in rows_in(folder, "failures")] == ["too_large", "broken_archive"]


def test_a_run_that_is_broken_off_leaves_nothing_and_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(page(SIGNED))
    out = tmp_path / "out"
    out.mkdir()

    def broken(_batches: object) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_input([path], out, broken, parquet=False)  # type: ignore[arg-type]
    assert list(out.iterdir()) == []

    read_input([path], out, here(Bounds()), parquet=False)
    assert len(told(out)) == 3
