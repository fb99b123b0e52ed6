"""Much reading shared out among processes, each with a connection of its own."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from threading import active_count
from typing import TypeVar

from django.db.backends.base.base import BaseDatabaseWrapper

_Job = TypeVar("_Job")
_Found = TypeVar("_Found")


def shared_out(
    connection: BaseDatabaseWrapper, work: Callable[[_Job], _Found], jobs: Iterable[_Job], *, worthwhile: bool
) -> Iterator[_Found]:
    """What the work finds for each job, in their order: by as many processes as there are processors, where that is
    worth its while and possible.

    Others do not see what a transaction has not committed, nor may a process with threads be doubled; then, as on
    systems that cannot double a process, it is done here. The work is a function of a module; it and what it finds can
    be pickled. The connection is closed before.
    """
    processors = _processors()
    if not worthwhile or connection.in_atomic_block or processors < 2 or not _can_double():
        yield from map(work, jobs)
        return
    connection.close()
    with ProcessPoolExecutor(processors, get_context("fork"), initializer=_as_a_helper) as helpers:
        yield from helpers.map(work, jobs)


def _can_double() -> bool:
    return "fork" in get_all_start_methods() and active_count() == 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _as_a_helper() -> None:
    """Whoever stops the program stops its main process, and that one its helpers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
