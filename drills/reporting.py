"""How a drill is run by hand: rounds and seed in, a tally out; status 1 where the drill has found something.

``--unprotected`` takes the protection away that the drill tries: a drill that finds nothing then is no drill. Where
there are several, ``--without`` names one.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from tests.postgres import cluster

Tally = Counter[str]


class Run(Protocol):
    def __call__(self, rounds: int, seed: int, *, protected: bool) -> Tally: ...


class RunWithout(Protocol):
    def __call__(self, rounds: int, seed: int, *, without: str) -> Tally: ...


class Failed(Protocol):
    def __call__(self, tally: Tally) -> bool: ...


def drill(run: Run, failed: Failed, *, rounds: int) -> None:
    """Run it as the command line says, print what came of it, and leave."""
    parser = _parser(rounds)
    parser.add_argument("--unprotected", action="store_true")
    options = parser.parse_args()
    _told(partial(run, options.rounds, options.seed, protected=not options.unprotected), failed, options.rounds)


def drill_on_both(run: RunWithout, failed: Failed, *, rounds: int, protections: Sequence[str]) -> None:
    """As `drill`, for one that has several protections to take away, on either engine."""
    parser = _parser(rounds)
    parser.add_argument("--without", choices=protections, default="")
    parser.add_argument("--engine", choices=("sqlite", "postgres"), default="sqlite")
    options = parser.parse_args()
    if options.engine == "postgres" and "PEYVAND_DRILL_STORE" not in os.environ:
        sys.exit(_again_on_postgres())
    _told(partial(run, options.rounds, options.seed, without=options.without), failed, options.rounds)


def _parser(rounds: int) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def _told(run: partial[Tally], failed: Failed, rounds: int) -> None:
    begun = time.monotonic()
    tally = run()
    seconds = round(time.monotonic() - begun, 1)
    sys.stdout.write(json.dumps({"rounds": rounds, "seconds": seconds, **tally}) + "\n")
    sys.exit(failed(tally))


def _again_on_postgres() -> int:
    """The same command over a server of its own, as durable as one in use; its status."""
    with tempfile.TemporaryDirectory(prefix="peyvand-drill-") as folder:
        place = Path(folder) / "postgres"
        with cluster(place, durable=True):
            store = {"PEYVAND_DRILL_STORE": f"postgresql://peyvand@/postgres?host={place}"}
            return subprocess.run([sys.executable, *sys.orig_argv[1:]], env=os.environ | store, check=False).returncode
