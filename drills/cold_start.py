"""A site that starts on a disk without a byte of room: it is read within seconds, for it gives up the room that it had
kept back.

    python -m drills.cold_start --rounds 10 [--unprotected]

The disk is a file system in memory; only root may mount one.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drills.homes import faults, lost, peyvand, started
from drills.reporting import drill
from drills.site import Browser, served

_MIB = 1024 * 1024
_DISK = 48 * _MIB
_BALLAST_MIB = 2
_SOURCES = 3
_LONGEST_MS = 5_000
_GOES_ON = 3


@contextmanager
def disk() -> Iterator[Path]:
    """A small disk in memory."""
    with tempfile.TemporaryDirectory(prefix="peyvand-drill-") as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def run(rounds: int, _seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """So many starts on disks that were filled while nobody looked."""
    tally, longest = Counter[str](), 0
    for turn in range(rounds):
        with disk() as place:
            tally += _started(place, f"{turn}", _BALLAST_MIB if protected else 0)
        longest, tally["longest, ms"] = max(longest, tally["longest, ms"]), 0
    tally["longest, ms"] = longest
    return tally


def _started(place: Path, name: str, ballast: int) -> Counter[str]:
    home = place / "home"
    with started(home, name) as writer:
        assert writer.stdout
        acknowledged = [writer.stdout.readline().strip() for _ in range(_SOURCES)]
        writer.kill()
    # A site that has run before; and a store that was closed well, with no file beside it that a reader could use.
    with served(home=home, PEYVAND_BALLAST_MIB=str(ballast)):
        pass
    peyvand(home, "verify")
    _fill(place / "filler")
    tally = Counter({"starts": 1, "room at the start": _free(place)})
    begun = time.monotonic()
    try:
        with served(home=home, PEYVAND_BALLAST_MIB=str(ballast)) as port:
            answer = Browser(port).get("/en/")
            tally["longest, ms"] = round(1000 * (time.monotonic() - begun))
            tally["read"] += answer.status == 200
    except AssertionError:
        tally["did not start"] += 1
    (place / "filler").unlink()
    tally["lost"] += lost(home, acknowledged)
    with started(home, f"{name} again") as writer:
        assert writer.stdout
        after = [writer.stdout.readline().strip() for _ in range(_GOES_ON)]
        writer.kill()
    tally["went on"] += lost(home, after) == 0
    tally["faults"] += faults(home)
    return tally


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (_MIB, 4096, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue


def _free(place: Path) -> int:
    found = os.statvfs(place)
    return found.f_bavail * found.f_frsize


def failed(tally: Counter[str]) -> bool:
    wrong = tally["lost"] + tally["faults"] + tally["did not start"] + tally["room at the start"]
    return wrong > 0 or not tally["starts"] == tally["read"] == tally["went on"] or tally["longest, ms"] > _LONGEST_MS


if __name__ == "__main__":
    drill(run, failed, rounds=10)
