"""A backup made while others write, spoilt in random places, and restored.

    python -m drills.restoring --rounds 1000

Each round changes one byte anywhere in the backup, which must be found; at the end the untouched backup becomes an
installation that is verified whole.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from unittest.mock import patch

from drills.homes import lost, peyvand, started
from drills.reporting import drill
from peyvand.adapters import backups
from peyvand.adapters.backups import folder as checking

_SOURCES_FIRST = 30


def backed_up(home: Path, into: Path, tally: Counter[str]) -> list[str]:
    """Back a home up in the middle of the work of a writer; what it had acknowledged by then."""
    with started(home, "writer") as writer:
        assert writer.stdout
        acknowledged = [writer.stdout.readline().strip() for _ in range(_SOURCES_FIRST)]
        begun = time.monotonic()
        made = peyvand(home, "backup", into)
        tally["backup, ms"] = round((time.monotonic() - begun) * 1000)
        writer.kill()
        tally["written meanwhile"] = len(writer.stdout.read().splitlines())
    tally["backup failed"] = made.returncode
    return acknowledged


def missed(backup: Path, random: Random) -> int:
    """1 where a byte that was changed is not found."""
    path = random.choice([path for path in backup.rglob("*") if path.is_file() and path.stat().st_size])
    at, change = random.randrange(path.stat().st_size), random.randrange(1, 256)
    _change(path, at, change)
    try:
        backups.check(backup)
    except backups.BadBackup:
        return 0
    else:
        return 1
    finally:
        _change(path, at, change)


def _change(path: Path, at: int, change: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ change]))


def run(rounds: int, seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """One backup, so many changed bytes, one restore."""
    random, tally = Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="peyvand-drill-") as folder:
        home, backup, new = (Path(folder) / name for name in ("home", "backup", "new"))
        acknowledged = backed_up(home, backup, tally)
        with patch.object(checking, "_holds", checking._holds if protected else lambda *_: True):
            tally["missed"] = sum(missed(backup, random) for _ in range(rounds))
        begun = time.monotonic()
        restored = peyvand(new, "restore", backup, "--into", new, "--format", "json")
        tally["restore, ms"] = round((time.monotonic() - begun) * 1000)
        tally["restore failed"] = restored.returncode
        tally["entries"] = json.loads(restored.stdout)["size"] if restored.returncode == 0 else 0
        tally["lost"] = lost(new, acknowledged) if restored.returncode == 0 else len(acknowledged)
    return tally


def failed(tally: Counter[str]) -> bool:
    return any(tally[name] for name in ("backup failed", "restore failed", "missed", "lost")) or not tally["entries"]


if __name__ == "__main__":
    drill(run, failed, rounds=1_000)
