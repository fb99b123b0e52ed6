"""An own PostgreSQL cluster for one run of the tests: made, started, stopped and thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPTIONS = "-c listen_addresses= -c max_connections=60 -k {folder}"
# What a test writes need not outlive a power cut.
_HASTY = "-c fsync=off -c full_page_writes=off"


@contextmanager
def cluster(folder: Path, *, durable: bool = False) -> Iterator[None]:
    """A server on a socket in ``folder``, with the superuser ``peyvand``, while the block runs."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    # PostgreSQL refuses to run as root; its own user has to get in.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder.mkdir()
    if as_user:
        folder.parent.chmod(0o711)
        shutil.chown(folder, "postgres")
    data = folder / "data"
    _run([*as_user, binaries / "initdb", "-D", data, "-U", "peyvand", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"])
    options = _OPTIONS.format(folder=folder) + ("" if durable else f" {_HASTY}")
    control = [*as_user, binaries / "pg_ctl", "-D", data, "-w", "-s"]
    _run([*control, "-l", folder / "log", "-o", options, "start"])
    try:
        yield
    finally:
        _run([*control, "-m", "immediate", "stop"])


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")
