"""The same statements in nomenklatura's SQL store: one entity a pair, one statement each, by its own writer and view.

Run by the interpreter of the peers' own environment: ``python peer.py WORLD FOLDER``; prints one JSON object.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from random import Random

from followthemoney import Dataset, Statement, ValueEntity
from nomenklatura.db import get_engine, make_session
from nomenklatura.resolver import Resolver
from nomenklatura.store.sql import SQLStore

from benchmarks.ledger.world import read_world

_PROPS = {"signing": "role", "standing": "status"}


def main() -> None:
    world, folder = Path(sys.argv[1]), Path(sys.argv[2])
    path = folder / "nomenklatura.sqlite3"
    engine = get_engine(f"sqlite:///{path}")
    dataset = Dataset.make({"name": "world", "title": "world"})
    store = SQLStore(dataset, Resolver[ValueEntity](make_session("sqlite://"), create=True), engine)
    cities, articles = read_world(world)
    begun, cpu, rows, pairs = time.perf_counter(), time.process_time(), 0, set()
    with store.writer() as writer:
        for article in articles:
            for told in article.told:
                entity = "-".join(cities[at].id.replace(":", "") for at in told.places)
                pairs.add(entity)
                rows += 1
                writer.add_statement(
                    Statement(
                        entity_id=entity,
                        prop=_PROPS.get(told.event, "summary"),
                        schema="UnknownLink",
                        value=f"{told.event} {told.modality} {told.instrument} {told.date} {rows}",
                        dataset="world",
                        first_seen=f"{article.published or '2026-01-01'}T00:00:00",
                        last_seen="2026-11-25T00:00:00",
                        original_value=article.text[told.start : told.stop],
                        origin=article.name,
                    )
                )
    imported, imported_cpu = time.perf_counter() - begun, time.process_time() - cpu
    view = store.default_view()
    begun, cpu = time.perf_counter(), time.process_time()
    entities = sum(1 for _ in view.entities())
    aggregated, aggregated_cpu = time.perf_counter() - begun, time.process_time() - cpu
    times = sorted(_timed(view, one) for one in Random(5).sample(sorted(pairs), min(50, len(pairs))))
    print(  # noqa: T201 - the answer
        json.dumps(
            {
                "import_s": imported,
                "import_cpu_s": imported_cpu,
                "statements": rows,
                "entities": entities,
                "aggregate_s": aggregated,
                "aggregate_cpu_s": aggregated_cpu,
                "entity_p50_ms": 1000 * times[len(times) // 2],
                "entity_p95_ms": 1000 * times[int(len(times) * 0.95)],
                "disk_mb": path.stat().st_size / 1e6,
                "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def _timed(view: object, entity: str) -> float:
    begun = time.perf_counter()
    view.get_entity(entity)  # type: ignore[attr-defined]
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
