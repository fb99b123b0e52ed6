"""Homes of other processes: writers started in them, and what they left looked through."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[1]


def started(home: Path, name: str, *, how: str = "", **options: Any) -> subprocess.Popen[str]:
    """A writer in a home, with its standard input and output at hand; ``how`` as `drills.writer` has it."""
    command = [sys.executable, "-m", "drills.writer", name, *([how] if how else [])]
    pipe = subprocess.PIPE
    pipes = {"stdin": pipe, "stdout": pipe, "stderr": pipe}
    return subprocess.Popen(command, cwd=_ROOT, env=environment(home), text=True, **pipes, **options)


def peyvand(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A command on a home."""
    command = [sys.executable, "-m", "peyvand.cli.main", *map(str, arguments)]
    return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)


def lost(home: Path, acknowledged: Iterable[str]) -> int:
    """How many of these captures the store does not know."""
    with closing(sqlite3.connect(home / "peyvand.sqlite3")) as store:
        known = {capture for (capture,) in store.execute("SELECT capture FROM ledger_source")}
    return len(set(acknowledged) - known)


def faults(home: Path) -> int:
    """How much does not hold in a home."""
    said = peyvand(home, "verify", "--format", "json")
    return len(json.loads(said.stdout)["faults"]) if said.returncode in (0, 3) else 1


def environment(home: Path) -> dict[str, str]:
    """What a process of a home finds around it: nothing of an installation."""
    ours = ("PEYVAND_", "DATABASE_", "DJANGO_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"PEYVAND_HOME": str(home), "PEYVAND_DRILL_HOME": str(home), "LC_ALL": "C"}
