"""A run over archives that is killed in the midst of it, and begun again."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.factories.crawls import told, write_crawl

READ = (sys.executable, "-m", "peyvand.cli.main", "read")


def command(crawls: Path, out: Path) -> list[str]:
    return [*READ, str(crawls), "--out", str(out), "--workers", "1"]


def done(out: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in out.glob("[!.]*")}


def test_kill_and_resume_lose_and_repeat_nothing(tmp_path: Path) -> None:
    crawls = tmp_path / "crawls"
    crawls.mkdir()
    for number, pages in enumerate((20, 1_500, 20)):
        write_crawl(crawls / f"{number}.warc.gz", pages)
    subprocess.run(command(crawls, tmp_path / "whole"), check=True, capture_output=True)

    broken = subprocess.Popen(command(crawls, tmp_path / "out"), stderr=subprocess.DEVNULL)
    while not done(tmp_path / "out") and broken.poll() is None:
        time.sleep(0.01)
    broken.kill()
    broken.wait()
    left = done(tmp_path / "out")
    subprocess.run(command(crawls, tmp_path / "out"), check=True, capture_output=True)

    assert 0 < len(left) < 3
    assert left.items() <= done(tmp_path / "out").items()
    assert told(tmp_path / "out") == told(tmp_path / "whole")
    assert list((tmp_path / "out").glob(".partial*")) == []
