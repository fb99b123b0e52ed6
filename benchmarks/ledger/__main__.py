"""``python -m benchmarks.ledger --statements N --engine sqlite|postgres [--peers PYTHON] [--folder DIR]``

Makes a world of N statements with a fixed seed, enters it into an empty installation, and measures; with ``--peers``,
the interpreter of the peers' environment, nomenklatura's store and plain indexed SQL take in the same world in the same
run. Prints a table; ``--json FILE`` keeps the figures.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.postgres import cluster

from benchmarks.ledger.world import write_world

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STAGES = ("import", "judge", "rebuild", "size", "verify", "ask", "odd", "overheads", "durable")
_SEED = 7


def main() -> None:
    options = _options()
    folder = Path(tempfile.mkdtemp(prefix="ledger-", dir=options.folder))
    world = write_world(options.worlds or folder, options.statements, _SEED)
    figures: dict[str, dict[str, float]] = {}
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        environment = _environment(folder, options.engine, stack)
        for stage in STAGES if options.stages is None else options.stages.split(","):
            found = _run([sys.executable, "-m", "benchmarks.ledger.stage", stage, str(world)], environment)
            figures.setdefault("peyvand", {}).update(found)
            _say(stage, found)
        if options.peers:
            for peer, script in (("plain", "plain.py"), ("nomenklatura", "peer.py")):
                command = [options.peers, str(HERE / script), str(world), str(folder)]
                figures[peer] = _run(command, os.environ | {"PYTHONPATH": str(ROOT)})
                _say(peer, figures[peer])
    if options.json:
        Path(options.json).write_text(json.dumps({"engine": options.engine, **figures}, indent=1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger")
    parser.add_argument("--statements", type=int, default=20_000)
    parser.add_argument("--engine", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--peers", help="python of the peers' environment")
    parser.add_argument("--folder", help="where stores are made")
    parser.add_argument("--worlds", type=Path, help="where worlds are kept between runs")
    parser.add_argument("--stages", help="only these, by name, with commas")
    parser.add_argument("--json", help="file for the figures")
    return parser.parse_args()


def _environment(folder: Path, engine: str, stack: ExitStack) -> dict[str, str]:
    environment = os.environ | {"PEYVAND_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    environment.pop("DATABASE_URL", None)
    if engine == "postgres":
        stack.enter_context(cluster(folder / "postgres", durable=True))
        environment["DATABASE_URL"] = f"postgresql://peyvand@/postgres?host={folder}/postgres"
    return environment


def _run(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _say(name: str, figures: dict[str, float]) -> None:
    print(f"{name:14}", "  ".join(f"{key} {value:,.4g}" for key, value in figures.items()), flush=True)  # noqa: T201 - the table


if __name__ == "__main__":
    main()
