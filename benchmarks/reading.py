"""Reading beside the glued chain, in one run on the same texts, in turns: ``make bench TEXTS=folder``.

Both sides are timed in CPU seconds of a process of their own, five times in alternation after one that is not counted;
the medians are compared. Each reads the articles once, after a quarter of them to warm up, as articles come; and then
again and again, where both sides have in their caches what they will meet.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROUNDS = "5"
TURNS = 5


def measured(*command: str) -> dict[str, Any]:
    # An installed program finds its modules compiled.
    kept = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, check=True, cwd=HERE.parent, text=True, env=kept)
    values: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return values


def rate(values: dict[str, Any]) -> float:
    return float(values["articles"] / statistics.median(values["rounds_s"]))


def main() -> None:
    texts, peers = sys.argv[1], sys.argv[2]
    ours, chain = [], []
    for command in ((sys.executable, "-m", "benchmarks.ours"), (peers, str(HERE / "chain.py"))):
        measured(*command, texts, "1")
    for _ in range(TURNS):
        ours.append(measured(sys.executable, "-m", "benchmarks.ours", texts, ROUNDS))
        chain.append(measured(peers, str(HERE / "chain.py"), texts, ROUNDS))
    mine, theirs = statistics.median(map(rate, ours)), statistics.median(map(rate, chain))
    new, other_new = (statistics.median(v["unseen_rate"] for v in side) for side in (ours, chain))
    tokenising = statistics.median(v["articles"] / v["tokenising_s"] for v in chain)
    rows = [
        ("articles", ours[0]["articles"], chain[0]["articles"], None),
        ("characters", ours[0]["characters"], chain[0]["characters"], None),
        ("articles per CPU second", new, other_new, new / other_new),
        ("the same again and again", mine, theirs, mine / theirs),
        ("beside hazm's tokenising alone", mine, tokenising, mine / tokenising),
        ("start-up, CPU s", *(statistics.median(v["start_s"] for v in side) for side in (ours, chain)), None),
        ("first pass of an archive, MB/s", statistics.median(v["first_pass_mb_s"] for v in ours), None, None),
        ("memory, MiB", *(max(v["memory_mib"] for v in side) for side in (ours, chain)), None),
    ]
    print(f"{'':34}{'Peyvand':>12}{'chain':>12}{'ratio':>9}")  # noqa: T201 - the table
    for name, one, other, ratio in rows:
        beside = f"{other:12.1f}" if other is not None else " " * 12
        print(f"{name:34}{one:12.2f}{beside}{f'{ratio:9.2f}' if ratio else ''}")  # noqa: T201 - the table


if __name__ == "__main__":
    main()
