"""Who reads: this process, processes beside it, or a Dask cluster. Outcomes come in the order of the items, always."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any, Protocol, TypeVar

from peyvand.adapters.archives.bounds import Bounds
from peyvand.adapters.archives.reading import read_item
from peyvand.adapters.archives.rows import Outcome
from peyvand.adapters.archives.worker import Worker
from peyvand.adapters.inputs import Item
from peyvand.adapters.sources import UnreadableSource

Found = Item | UnreadableSource
Engine = Callable[[Iterable[Sequence[Item]]], Iterator[list[Outcome]]]
_T_co = TypeVar("_T_co", covariant=True)
# Batches on their way for each worker: enough that none waits, few enough that memory stays small.
_AHEAD = 3
_OWN = threading.local()


class NoCluster(Exception):
    """The cluster does not answer, or the extra that speaks with it is not installed."""


class _Promise(Protocol[_T_co]):
    def result(self) -> _T_co: ...


def here(bounds: Bounds) -> Engine:
    """Read in this process, one item after the other."""

    def run(batches: Iterable[Sequence[Item]]) -> Iterator[list[Outcome]]:
        for batch in batches:
            yield [read_item(item, bounds) for item in batch]

    return run


def beside(bounds: Bounds, workers: int) -> Engine:
    """Read in so many processes of this machine."""

    def run(batches: Iterable[Sequence[Item]]) -> Iterator[list[Outcome]]:
        made: list[Worker] = []

        def read(batch: Sequence[Item]) -> list[Outcome]:
            if not hasattr(own, "worker"):
                own.worker = Worker(bounds)
                made.append(own.worker)
            outcomes: list[Outcome] = own.worker.read(batch)
            return outcomes

        own = threading.local()
        with ThreadPoolExecutor(workers) as threads:
            try:
                yield from _in_order(lambda batch: threads.submit(read, batch), batches, _AHEAD * workers)
            finally:
                threads.shutdown(cancel_futures=True)
                for worker in made:
                    worker.close()

    return run


def on_cluster(bounds: Bounds, scheduler: str) -> Engine:
    """Read on the workers of a Dask cluster, each of which has Peyvand installed. Raises `NoCluster`."""
    try:
        distributed = import_module("distributed")
        client = distributed.Client(scheduler, timeout=10, set_as_default=False)
        client.wait_for_workers(1, timeout=60)
    except (ImportError, OSError, ValueError, TypeError) as fault:
        raise NoCluster(str(fault) or type(fault).__name__) from fault

    def run(batches: Iterable[Sequence[Item]]) -> Iterator[list[Outcome]]:
        ahead = _AHEAD * max(1, sum(client.nthreads().values()))
        try:
            yield from _in_order(lambda batch: _submitted(client, batch, bounds), batches, ahead)
        finally:
            client.close()

    return run


def _submitted(client: Any, batch: Sequence[Item], bounds: Bounds) -> _Promise[list[Outcome]]:
    promise: _Promise[list[Outcome]] = client.submit(read_there, tuple(batch), bounds, pure=False, retries=10)
    return promise


def read_there(batch: Sequence[Item], bounds: Bounds) -> list[Outcome]:
    """What a worker of a cluster does: it lets a process of its own read, which a bad page may break."""
    if getattr(_OWN, "bounds", None) != bounds:
        _OWN.worker, _OWN.bounds = Worker(bounds), bounds
    worker: Worker = _OWN.worker
    return worker.read(batch)


def _in_order(
    submit: Callable[[Sequence[Item]], _Promise[list[Outcome]]], batches: Iterable[Sequence[Item]], ahead: int
) -> Iterator[list[Outcome]]:
    waiting: deque[_Promise[list[Outcome]]] = deque()
    for batch in batches:
        waiting.append(submit(batch))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
