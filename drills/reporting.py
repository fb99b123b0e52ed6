"""How a drill is run by hand: rounds and seed in, a tally out; status 1 where the drill has found something."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable

Tally = Counter[str]


def drill(run: Callable[[int, int], Tally], failed: Callable[[Tally], bool], *, rounds: int) -> None:
    """Run it as the command line says, print what came of it, and leave."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begun = time.monotonic()
    tally = run(options.rounds, options.seed)
    seconds = round(time.monotonic() - begun, 1)
    sys.stdout.write(json.dumps({"rounds": options.rounds, "seconds": seconds, **tally}) + "\n")
    sys.exit(failed(tally))
