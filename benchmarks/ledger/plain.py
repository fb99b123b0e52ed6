"""The same statements in one plain table with two indexes, without keys, sources, guards or tree: what SQL alone does.

Run by any Python: ``python plain.py WORLD FOLDER``; prints one JSON object.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import time
from pathlib import Path
from random import Random

from benchmarks.ledger.world import read_world

_THEN = "2010-07-01"


def main() -> None:
    world, folder = Path(sys.argv[1]), Path(sys.argv[2])
    path = folder / "plain.sqlite3"
    store = sqlite3.connect(path)
    store.executescript(
        """PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
        CREATE TABLE said (number INTEGER PRIMARY KEY, place_a TEXT, place_b TEXT, event TEXT, modality TEXT,
          instrument TEXT, day TEXT, published TEXT, source TEXT, quote TEXT);
        CREATE INDEX on_a_pair ON said (place_a, place_b, event, day);
        CREATE INDEX of_the_other ON said (place_b);"""
    )
    cities, articles = read_world(world)
    begun, cpu, rows, pairs = time.perf_counter(), time.process_time(), 0, set()
    batch: list[tuple[object, ...]] = []
    for article in articles:
        for told in article.told:
            a, b = (cities[at].id for at in told.places)
            pairs.add((a, b))
            quote = article.text[told.start : told.stop]
            batch.append(
                (
                    None,
                    a,
                    b,
                    told.event,
                    told.modality,
                    told.instrument,
                    told.date,
                    article.published,
                    article.name,
                    quote,
                )
            )
        if len(batch) >= 5_000:
            rows += _write(store, batch)
    rows += _write(store, batch)
    imported, imported_cpu = time.perf_counter() - begun, time.process_time() - cpu
    begun = time.perf_counter()
    folded = store.execute(
        """SELECT COUNT(*) FROM (SELECT place_a, place_b, event, ROW_NUMBER() OVER
        (PARTITION BY place_a, place_b, event ORDER BY COALESCE(day, published) DESC, number DESC) AS latest
        FROM said WHERE modality = 'done') WHERE latest = 1"""
    ).fetchone()
    folding = time.perf_counter() - begun
    asked = Random(5).sample(sorted(pairs), min(300, len(pairs)))
    times = sorted(_as_of(store, pair) for pair in asked)
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(  # noqa: T201 - the answer
        json.dumps(
            {
                "import_s": imported,
                "import_cpu_s": imported_cpu,
                "statements": rows,
                "latest": folded[0],
                "window_s": folding,
                "as_of_sql_p95_ms": 1000 * times[int(len(times) * 0.95)],
                "disk_mb": path.stat().st_size / 1e6,
                "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def _write(store: sqlite3.Connection, batch: list[tuple[object, ...]]) -> int:
    with store:
        store.executemany("INSERT INTO said VALUES (?,?,?,?,?,?,?,?,?,?)", batch)
    written = len(batch)
    batch.clear()
    return written


def _as_of(store: sqlite3.Connection, pair: tuple[str, str]) -> float:
    begun = time.perf_counter()
    store.execute(
        """SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY event ORDER BY day DESC, number DESC) AS latest
        FROM said WHERE place_a = ? AND place_b = ? AND COALESCE(day, published) <= ?) WHERE latest = 1""",
        (*pair, _THEN),
    ).fetchall()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
