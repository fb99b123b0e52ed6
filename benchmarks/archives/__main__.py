"""``python -m benchmarks.archives [PAGES]``: one archive in one process, in two, on a Dask cluster of two, and with a
worker killed on the way in each; the outputs are held against one another byte for byte.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from benchmarks.archives.first_pass import first_pass
from benchmarks.archives.world import write

_PORT = "18786"
_SCHEDULER = f"tcp://127.0.0.1:{_PORT}"
_READ = (sys.executable, "-m", "peyvand.cli.main", "read")


def main() -> None:
    """Print a line for each way of reading."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        archive = where / "crawl.warc.gz"
        size = write(archive, count)
        say(f"{count} pages, {size / 1e6:.0f} MB of HTML, {archive.stat().st_size / 1e6:.0f} MB packed")
        say(f"first pass alone: {first_pass(count // 10)}")
        alone = run(where / "one", archive, count, "one process")
        # About half of the way, however many read and however busy the machine is.
        midway = alone[0] / 4
        for name, options, killed in (
            ("two processes", ("--workers", "2"), None),
            ("two processes, one killed", ("--workers", "2"), worker_of),
        ):
            seconds, told = run(where / name, archive, count, name, options, killed, midway)
            say(f"  {alone[0] / seconds:.2f} times as fast, {'the same' if told == alone[1] else 'NOT THE SAME'}")
        for name, killed in (("Dask, two workers", None), ("Dask, two workers, one killed", dask_worker)):
            with cluster(where):
                seconds, told = run(where / name, archive, count, name, ("--scheduler", _SCHEDULER), killed, midway)
            say(f"  {alone[0] / seconds:.2f} times as fast, {'the same' if told == alone[1] else 'NOT THE SAME'}")


def run(
    out: Path,
    archive: Path,
    count: int,
    name: str,
    options: Sequence[str] = (),
    killed: Callable[[int], int] | None = None,
    after: float = 0,
) -> tuple[float, str]:
    """Wall seconds of one run, and a hash of everything that it wrote."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([*_READ, str(archive), "--out", str(out), *options], stderr=subprocess.PIPE, text=True)
    if killed:
        time.sleep(after)
        os.kill(killed(process.pid), signal.SIGKILL)
    told = process.communicate()[1].splitlines()[-1]
    seconds, spent = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = spent.ru_utime + spent.ru_stime - before.ru_utime - before.ru_stime
    say(f"{name}: {seconds:.1f} s, {count / seconds:.0f} pages/s, {work:.1f} s of work here. {told}")
    written = b"".join(path.read_bytes() for path in sorted(out.glob("[!.]*/*.jsonl")))
    return seconds, sha256(written).hexdigest()


def worker_of(process: int) -> int:
    """A process that a run started."""
    return children(process)[-1]


def dask_worker(_process: int) -> int:
    """The process of a worker of the cluster that reads, below its nanny."""
    nannies = [one for one in children(os.getpid()) if "dask_worker" in command(one)]
    return next(one for one in children(nannies[-1]) if "spawn" in command(one))


def command(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()


def children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text("ascii").split()]


@contextmanager
def cluster(where: Path) -> Iterator[None]:
    """A scheduler and two workers of this machine, each with one thread."""
    parts = [
        ("distributed.cli.dask_scheduler", ("--port", _PORT, "--no-dashboard")),
        *[("distributed.cli.dask_worker", (_SCHEDULER, "--nthreads", "1", "--no-dashboard"))] * 2,
    ]
    with (where / "cluster.log").open("a") as log:
        started = [
            subprocess.Popen([sys.executable, "-m", module, *options], stdout=log, stderr=log, cwd=where)
            for module, options in parts
        ]
        time.sleep(12)
        try:
            yield
        finally:
            for process in reversed(started):
                process.send_signal(signal.SIGINT)
            for process in started:
                process.wait(30)


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the table


if __name__ == "__main__":
    main()
