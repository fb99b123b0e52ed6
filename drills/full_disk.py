"""A disk that fills up while a member works: a clear refusal, nothing lost, reading goes on, and so does writing once
there is room again.

The disk is a file system in memory where this machine lets us mount one, else a limit on the size of files.

    python -m drills.full_disk --rounds 20
"""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from drills.homes import faults, lost, started
from drills.reporting import drill

_KIB = 1024
_BALLAST = 512 * _KIB
_GOES_ON = 3


@contextmanager
def small_disk(size: int) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A folder in which only so many bytes fit while a file lies there that can be taken away, and how to start a
    process so that it feels the limit."""
    with tempfile.TemporaryDirectory(prefix="peyvand-drill-") as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size + _BALLAST}", "tmpfs", folder]
        if os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            try:
                (Path(folder) / "ballast").write_bytes(bytes(_BALLAST))
                yield Path(folder), {}
            finally:
                subprocess.run(["umount", folder], check=True)
        else:
            _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
            yield Path(folder), {"preexec_fn": partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, most))}


def filled(size: int, name: str, *, protected: bool) -> Counter[str]:
    """One writer that fills a disk, is told so, and goes on when there is room."""
    tally = Counter[str]()
    with small_disk(size) as (disk, limited):
        home = disk / "home"
        with started(home, name, how="" if protected else "early", **limited) as writer:
            assert writer.stdin
            assert writer.stdout
            before, told = _until_failure(writer.stdout)
            tally["refused"] += told >= 0
            tally["read on"] += told == len(before)
            (disk / "ballast").unlink(missing_ok=True)
            writer.stdin.write("\n")
            writer.stdin.flush()
            after = [writer.stdout.readline().strip() for _ in range(_GOES_ON)]
            writer.kill()
        acknowledged = [*before, *(word for word in after if word and not word.startswith("failed"))]
        tally["acknowledged"] += len(acknowledged)
        tally["went on"] += len(acknowledged) == len(before) + _GOES_ON
        tally["lost"] += lost(home, acknowledged)
        tally["faults"] += faults(home)
    return tally


def _until_failure(words: Any) -> tuple[list[str], int]:
    """What was acknowledged before a write failed, and how many sources the writer could read then (-1: never)."""
    acknowledged: list[str] = []
    for line in words:
        if line.startswith("failed "):
            return acknowledged, int(line.split()[1])
        acknowledged.append(line.strip())
    return acknowledged, -1


def run(rounds: int, seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """Disks of several sizes, each filled once."""
    random, tally = Random(seed), Counter[str]()
    for turn in range(rounds):
        tally += filled(random.randrange(3500, 4500) * _KIB, f"{turn}", protected=protected)
        tally["rounds done"] += 1
    return tally


def failed(tally: Counter[str]) -> bool:
    whole = {tally[name] for name in ("refused", "read on", "went on")} == {tally["rounds done"]}
    return tally["lost"] + tally["faults"] > 0 or not whole


if __name__ == "__main__":
    drill(run, failed, rounds=20)
