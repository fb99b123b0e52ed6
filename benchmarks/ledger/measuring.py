"""Small tools that every stage measures with."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

Figures = dict[str, float]


@dataclass
class Spent:
    """Seconds that a block took, on the wall and on the processor, those of its helpers too."""

    wall: float = 0.0
    cpu: float = 0.0


@contextmanager
def spent() -> Iterator[Spent]:
    """Measure a block."""
    found = Spent()
    wall, cpu = time.perf_counter(), _processor()
    yield found
    found.wall, found.cpu = time.perf_counter() - wall, _processor() - cpu


def _processor() -> float:
    """Seconds of the processor for this process and those that it has waited for."""
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + helpers.ru_utime + helpers.ru_stime


def each(calls: Iterator[Callable[[], Any]] | list[Callable[[], Any]]) -> list[float]:
    """Seconds on the wall of each call."""
    times = []
    for call in calls:
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return times


def quantiles(name: str, times: list[float]) -> Figures:
    """Median and 95th percentile in milliseconds."""
    ordered = sorted(times)
    return {
        f"{name}_p50_ms": 1000 * ordered[len(ordered) // 2],
        f"{name}_p95_ms": 1000 * ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)],
    }


def memory_mib() -> float:
    """The most that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
