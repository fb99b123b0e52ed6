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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """``seconds`` for one item, and bytes of ``memory`` beyond what the process had before it."""

    seconds: int = 10
    memory: int = 512 * 1024 * 1024


class TookTooLong(BaseException):
    """The time for a page is over. No handler of ordinary faults holds it up."""


@contextmanager
def bounded(bounds: Bounds) -> Iterator[None]:
    """Run the body within bounds. Raises `TookTooLong` or MemoryError. Time is only held in a main thread."""
    is_main = threading.current_thread() is threading.main_thread()
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _in_use() + bounds.memory
    resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
    old = signal.signal(signal.SIGALRM, _over) if is_main else None
    if is_main:
        signal.setitimer(signal.ITIMER_REAL, bounds.seconds)
    try:
        yield
    finally:
        if is_main:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, old)
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def _over(_signal: int, _frame: FrameType | None) -> None:
    raise TookTooLong


def _in_use() -> int:
    """Bytes of address space of this process."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0]) if _STATM.exists() else 0
    return pages * resource.getpagesize() if pages else 4 * 1024**3


_STATM = Path("/proc/self/statm")
