"""How long one page may take and how much memory: held by the kernel, so that no page can talk its way around it."""

from __future__ import annotations

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

_PATIENCE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """``seconds`` of work for one item, and bytes of ``memory`` beyond what the process had before it.

    Work is counted, not waiting: what a page takes does not depend on who else is busy on the machine. Only after
    ``patience`` seconds by the clock is a page given up that does nothing.
    """

    seconds: int = 10
    memory: int = 512 * 1024 * 1024

    @property
    def patience(self) -> int:
        return _PATIENCE * self.seconds


class TookTooLong(BaseException):
    """The time for a page is over. No handler of ordinary faults holds it up."""


@contextmanager
def bounded(bounds: Bounds) -> Iterator[None]:
    """Run the body within bounds. Raises `TookTooLong` or MemoryError. Time is only held in a main thread."""
    is_main = threading.current_thread() is threading.main_thread()
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _in_use() + bounds.memory
    resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
    timers = (
        (signal.SIGPROF, signal.ITIMER_PROF, bounds.seconds),
        (signal.SIGALRM, signal.ITIMER_REAL, bounds.patience),
    )
    old = [signal.signal(one, _over) for one, _, _ in timers] if is_main else []
    if is_main:
        for _, timer, seconds in timers:
            signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for (one, timer, _), handler in zip(timers, old, strict=False):
            signal.setitimer(timer, 0)
            signal.signal(one, handler)
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def _over(_signal: int, _frame: FrameType | None) -> None:
    raise TookTooLong


def _in_use() -> int:
    """Bytes of address space of this process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0]) if _STATM.exists() else 0
    return pages * resource.getpagesize() if pages else 4 * 1024**3


_STATM = Path("/proc/self/statm")
