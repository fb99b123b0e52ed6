"""An own PostgreSQL cluster for one run of the tests: made, started, stopped and thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=60 -k {folder}"


@contextmanager
def cluster(folder: Path) -> Iterator[None]:
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
    control = [*as_user, binaries / "pg_ctl", "-D", data, "-w", "-s"]
    _run([*control, "-l", folder / "log", "-o", _OPTIONS.format(folder=folder), "start"])
    try:
        yield
    finally:
        _run([*control, "-m", "immediate", "stop"])


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")
