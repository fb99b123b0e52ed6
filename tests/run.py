"""The whole suite: on SQLite, then what touches tables on PostgreSQL, the browser journeys with both.

Installs what this machine lacks where it may (Debian packages, as root), and names at the end what it had to leave out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def may_install() -> bool:
    """Only root on a Debian machine may install packages."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """Install one Debian package; a machine without its registry goes on without it."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=environment, stdout=subprocess.DEVNULL, check=False)
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", package]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


def has_chromium() -> bool:
    return shutil.which("chromium") is not None


def has_postgres() -> bool:
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def may_mount() -> bool:
    """Whether an image with a file system of its own can be mounted here."""
    if os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        image, place = Path(folder) / "image", Path(folder) / "place"
        place.mkdir()
        image.write_bytes(bytes(1 << 20))
        commands = (["mkfs.ext4", "-q", "-F", image], ["mount", "-o", "loop", image, place], ["umount", place])
        return all(subprocess.run(one, capture_output=True, check=False).returncode == 0 for one in commands)


def pytest(*arguments: str, **environment: str) -> int:
    """One pytest run in a process of its own; its exit status."""
    command = [sys.executable, "-m", "pytest", *arguments]
    print("\n$", "pytest", *arguments, *(f"[{k}={v}]" for k, v in environment.items()), flush=True)  # noqa: T201 - a runner talks
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False).returncode


def main() -> int:
    for package, present in (("chromium", has_chromium), ("postgresql", has_postgres)):
        if not present() and may_install():
            install(package)
    left_out = []
    left_to_run = "not browser"
    if not may_mount():
        left_to_run += " and not mounts"
        left_out.append("the drills of power cuts and full disks at the start: only root may mount them")
    statuses = [pytest("tests", "-n", "auto", "-m", left_to_run)]
    if has_chromium():
        statuses.append(pytest("tests", "-m", "browser"))
    else:
        left_out.append("the browser journeys: no Chromium (Debian package chromium)")
    if has_postgres():
        engine = {"PEYVAND_TEST_ENGINE": "postgres"}
        drills = (f"tests/drills/test_{name}.py" for name in ("tampering", "failing", "editing", "racing"))
        statuses.append(pytest("tests/records", "tests/adapters/engines", "tests/cli", *drills, "-n", "2", **engine))
    else:
        left_out.append("the second engine: no PostgreSQL (Debian package postgresql)")
    for missing in left_out:
        print("LEFT OUT:", missing)  # noqa: T201 - a runner talks
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main())
