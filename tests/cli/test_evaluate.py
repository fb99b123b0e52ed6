"""The reader measured from the command line, on what this office has judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member

pytestmark = pytest.mark.django_db
NEWS = "یزد و ایروان خواهرخوانده شدند\n\nپیمان خواهرخواندگی یزد و ایروان دیروز به امضای شهرداران دو شهر رسید."


def test_nothing_judged_is_nothing_measured(peyvand: Run) -> None:
    assert peyvand("evaluate")[::2] == (0, "No source has been judged yet.\n")


def test_what_was_accepted_as_read_counts_as_right(peyvand: Run, tmp_path: Path) -> None:
    member("mina")
    path = tmp_path / "news.txt"
    path.write_text(NEWS, "utf-8")
    peyvand("read", path, "--save", "--accept", "--as", "mina")

    status, out, _ = peyvand("evaluate", "--format", "json")
    assert (status, json.loads(out)["events"]["f1"]) == (0, 1.0)
    assert "events: precision 1.00, recall 1.00, F1 1.00" in peyvand("evaluate")[1]
