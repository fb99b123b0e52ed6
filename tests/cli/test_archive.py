"""Archives read into files, and brought into the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.crawls import told, write_crawl
from tests.factories.members import member


def test_one_process_or_two_write_the_same(peyvand: Run, tmp_path: Path) -> None:
    archive = write_crawl(tmp_path / "a.warc.gz", 120)

    status, out, err = peyvand("read", archive, "--out", tmp_path / "one")
    peyvand("read", archive, "--out", tmp_path / "two", "--workers", "2")

    assert (status, out) == (0, "")
    assert err.splitlines()[-1] == (
        "120 pages: 108 passed over, 0 read and silent, 12 that say something (12 statements), 0 not read."
    )
    assert told(tmp_path / "one") == told(tmp_path / "two")


@pytest.mark.parametrize(
    "wrong",
    [("--format", "parquet"), ("--workers", "2"), ("--out", "x", "--save"), ("--out", "x", "--scheduler", "nonsense")],
)
def test_options_that_do_not_go_together_say_so(peyvand: Run, tmp_path: Path, wrong: tuple[str, ...]) -> None:
    status, _out, err = peyvand("read", write_crawl(tmp_path / "a.warc", 1), *wrong)

    assert (status, len(err.splitlines())) == (2, 1)


def test_a_file_that_is_not_there_says_so(peyvand: Run, tmp_path: Path) -> None:
    assert peyvand("read", tmp_path / "none", "--out", tmp_path / "out")[0] == 2


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["json", "parquet"])
def test_twice_proposed_is_once(peyvand: Run, tmp_path: Path, form: str) -> None:
    member("mina")
    peyvand("read", write_crawl(tmp_path / "a.warc"), "--out", tmp_path / "out", "--format", form)

    first = peyvand("propose", tmp_path / "out")
    again = peyvand("propose", tmp_path / "out")

    assert (first, again) == (
        (0, "", "4 new, proposed; 0 known before.\n"),
        (0, "", "0 new, proposed; 4 known before.\n"),
    )


@pytest.mark.django_db
def test_a_folder_without_outputs_says_so(peyvand: Run, tmp_path: Path) -> None:
    member("mina")

    assert peyvand("propose", tmp_path)[0] == 2
