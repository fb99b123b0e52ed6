"""The commands as a process of their own, where nothing has been set up before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from peyvand.cli import exports, imports


def peyvand(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PEYVAND_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "peyvand.cli.main", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(("command", "kinds"), [("import", imports.KINDS), ("export", exports.KINDS)])
def test_help_names_every_kind(command: str, kinds: dict[str, tuple[str, str]], tmp_path: Path) -> None:
    done = peyvand(tmp_path, command, "--help")

    assert done.returncode == 0
    assert [kind for kind in kinds if f"    {kind}" not in done.stdout] == []


def test_looking_at_a_list_needs_no_member(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("city1,country1,city2,country2\nIsfahan,Iran,Kazan,Russia\n", "utf-8")

    done = peyvand(tmp_path / "home", "import", "pairs", str(path), "--dry-run")

    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Nothing was written.")


def test_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    done = peyvand(tmp_path / "home", "import", "pairs", str(tmp_path / "none.csv"), "--dry-run")

    assert (done.returncode, done.stdout, "There is no such file." in done.stderr) == (2, "", True)
