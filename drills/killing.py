"""A writer killed (signal 9) at any moment: whatever it has acknowledged is there afterwards, and everything holds.

python -m drills.killing --rounds 200
"""

from __future__ import annotations

import signal
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from drills.homes import faults, lost, started
from drills.reporting import drill

_LONGEST = 0.5
# A ledger about one pair of cities grows slow to write to; a fresh one lets more happen before each kill.
_ROUNDS_IN_A_HOME = 20


def killed(home: Path, name: str, seconds: float, *, protected: bool) -> list[str]:
    """What a writer in a home had acknowledged when it was killed, so long after its first word."""
    with started(home, name, how="" if protected else "early") as writer:
        assert writer.stdout
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
    # The last word may be cut.
    return f"{first}{rest}".split("\n")[:-1]


def run(rounds: int, seed: int = 1, *, protected: bool = True, longest_life: float = _LONGEST) -> Counter[str]:
    """Rounds of writing and killing in homes that are looked through after each; a life of 0 ends at its first word."""
    random, tally, longest = Random(seed), Counter[str](), 0.0
    with tempfile.TemporaryDirectory(prefix="peyvand-drill-") as folder:
        for turn in range(rounds):
            home = Path(folder) / f"{turn // _ROUNDS_IN_A_HOME}"
            acknowledged = killed(home, f"{turn}", random.random() * longest_life, protected=protected)
            begun = time.monotonic()
            tally["acknowledged"] += len(acknowledged)
            tally["lost"] += lost(home, acknowledged)
            tally["faults"] += faults(home)
            longest = max(longest, time.monotonic() - begun)
    tally["longest check, ms"] = round(longest * 1000)
    return tally


def failed(tally: Counter[str]) -> bool:
    return tally["lost"] + tally["faults"] > 0 or not tally["acknowledged"]


if __name__ == "__main__":
    drill(run, failed, rounds=200)
