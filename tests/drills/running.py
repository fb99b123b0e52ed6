"""Drills in a process and a home of their own, on the engine that the tests run on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]


def drilled(name: str, *arguments: str) -> dict[str, Any]:
    """What a drill has counted, with its exit status."""
    command = [sys.executable, "-m", f"drills.{name}", *arguments]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    tally: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return tally | {"status": done.returncode}


def drilled_on_the_engine(name: str, *arguments: str) -> dict[str, Any]:
    """The same on the engine that the tests run on."""
    return drilled(name, "--engine", os.environ.get("PEYVAND_TEST_ENGINE", "sqlite"), *arguments)
