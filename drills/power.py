"""The power cut at any moment of a member's work: what had not been flushed is gone, what was acknowledged is there.

    python -m drills.power --rounds 300 [--unprotected]

The home lies in a file system of its own, in an image. What a cut would leave is what has reached the image: the
machine's memory of changes does not lie there. A writer is held still at random moments, the image copied, and the
copy mounted and looked through as after a cut. Only root may mount.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import termios
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from drills.homes import faults, lost, started
from drills.reporting import drill

_MIB = 1024 * 1024
_IMAGE = 96 * _MIB
_CUTS_IN_A_LIFE = 20
_LONGEST_PAUSE = 0.4
_READ_AT_ONCE = 4096
# Looking through everything takes longer than looking for what was acknowledged.
_WHOLE_EVERY = 5


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """The file system of an image; nothing is written back to it but what is flushed, for the time of a drill."""
    at.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop,commit=3600,noatime", image, at], check=True)
    try:
        yield at
    finally:
        subprocess.run(["umount", at], check=True)


def new_image(path: Path) -> Path:
    """An image with an empty file system."""
    with path.open("wb") as file:
        file.truncate(_IMAGE)
    subprocess.run(["mkfs.ext4", "-q", "-F", path], check=True)
    return path


@contextmanager
def held_still(process: subprocess.Popen[str]) -> Iterator[None]:
    """No thread of the process runs while the block does; what they had asked of the system has been done."""
    if process.poll() is not None:
        raise AssertionError("the writer has come to an end of its own")
    process.send_signal(signal.SIGSTOP)
    while not all(_stopped(thread) for thread in Path(f"/proc/{process.pid}/task").iterdir()):
        time.sleep(0.001)
    yield
    process.send_signal(signal.SIGCONT)


def _stopped(thread: Path) -> bool:
    return (thread / "stat").read_text().rpartition(")")[2].split()[0] == "T"


def cuts(rounds: int, folder: Path, random: Random, *, protected: bool) -> Iterator[tuple[Path, list[str]]]:
    """The images that cuts in the life of one writer leave, each with what was acknowledged by then."""
    image, how = new_image(folder / "disk"), "" if protected else "hasty"
    with mounted(image, folder / "mounted") as disk, started(disk / "home", "writer", how=how) as writer:
        assert writer.stdout
        pipe = writer.stdout.fileno()
        said = os.read(pipe, _READ_AT_ONCE)
        for turn in range(rounds):
            time.sleep(random.random() * _LONGEST_PAUSE)
            with held_still(writer):
                while waiting := _waiting(pipe):
                    said += os.read(pipe, waiting)
                shutil.copyfile(image, folder / f"cut {turn}")
            # The last word may be cut.
            yield folder / f"cut {turn}", said.decode().split("\n")[:-1]
        writer.kill()


def _waiting(pipe: int) -> int:
    """How many bytes lie in a pipe."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


def run(rounds: int, seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """So many cuts, some in the life of each writer."""
    random, tally, left = Random(seed), Counter[str](), rounds
    while left > 0:
        with tempfile.TemporaryDirectory(prefix="peyvand-drill-") as name:
            for image, acknowledged in cuts(min(left, _CUTS_IN_A_LIFE), Path(name), random, protected=protected):
                whole = tally["cuts"] % _WHOLE_EVERY == 0
                tally += _looked_through(image, acknowledged, Path(name) / "cut", whole=whole)
                image.unlink()
        left -= _CUTS_IN_A_LIFE
    return tally


def _looked_through(image: Path, acknowledged: list[str], at: Path, *, whole: bool) -> Counter[str]:
    with mounted(image, at) as disk:
        home = disk / "home"
        try:
            gone = lost(home, acknowledged)
        except sqlite3.Error:
            gone = len(acknowledged)
        return Counter(
            {
                "cuts": 1,
                "acknowledged": len(acknowledged),
                "lost": gone,
                "cuts that lose": gone > 0,
                "torn": _torn(home),
                "looked through whole": whole,
                "faults": faults(home) if whole else 0,
            }
        )


def _torn(home: Path) -> bool:
    with closing(sqlite3.connect(home / "peyvand.sqlite3")) as store:
        return [*store.execute("PRAGMA integrity_check")] != [("ok",)]


def failed(tally: Counter[str]) -> bool:
    return bool(tally["lost"] + tally["torn"] + tally["faults"]) or not tally["acknowledged"]


if __name__ == "__main__":
    drill(run, failed, rounds=300)
