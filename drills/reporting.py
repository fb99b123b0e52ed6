"""How a drill is run by hand: rounds and seed in, a tally out; status 1 where the drill has found something.

``--unprotected`` takes the protection away that the drill tries: a drill that finds nothing then is no drill.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from typing import Protocol

Tally = Counter[str]


class Run(Protocol):
    def __call__(self, rounds: int, seed: int, *, protected: bool) -> Tally: ...


class Failed(Protocol):
    def __call__(self, tally: Tally) -> bool: ...


def drill(run: Run, failed: Failed, *, rounds: int) -> None:
    """Run it as the command line says, print what came of it, and leave."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unprotected", action="store_true")
    options = parser.parse_args()
    begun = time.monotonic()
    tally = run(options.rounds, options.seed, protected=not options.unprotected)
    seconds = round(time.monotonic() - begun, 1)
    sys.stdout.write(json.dumps({"rounds": options.rounds, "seconds": seconds, **tally}) + "\n")
    sys.exit(failed(tally))
