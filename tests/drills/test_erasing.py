"""In a process and a home of its own, since the files of the store are looked through."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def drilled(*arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "drills.erasing", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    tally: dict[str, Any] = json.loads(done.stdout)
    return tally | {"status": done.returncode}


def test_erased_words_are_nowhere_and_all_others_are_there() -> None:
    tally = drilled("--rounds", "20")

    assert (tally["status"], tally["found again"], tally["lost"], tally["faults"]) == (0, 0, 0, 0)
    assert tally["erased"] > 3


def test_rows_deleted_without_care_stay_in_the_file() -> None:
    assert drilled("--rounds", "20", "--unprotected")["found again"] > 0
