"""Half-spaces put back from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_text_is_printed_with_its_half_spaces(peyvand: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("شهرداریهای دو شهر میخواهند همکاری کنند.", "utf-8")

    assert peyvand("half-spaces", path) == (0, "شهرداری\u200cهای دو شهر می\u200cخواهند همکاری کنند.\n", "")


def test_where_they_were_missing_is_told_by_places_of_the_text_as_it_was(peyvand: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("میزبان میشود", "utf-8")

    _status, out, _err = peyvand("half-spaces", path, "--format", "json")

    assert json.loads(out) == {"path": str(path), "text": "میزبان می\u200cشود", "missing": [9]}


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(peyvand: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("میشود", "utf-8")

    status, out, err = peyvand("half-spaces", tmp_path / "none.txt", path)

    assert (status, out, err) == (1, "می\u200cشود\n", f"{tmp_path}/none.txt: There is no such file.\n")
