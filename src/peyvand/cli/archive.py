"""``peyvand read … --out DIR``: archives read into files, one output an input, in one process or many."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from peyvand.adapters.archives.bounds import Bounds
from peyvand.adapters.archives.engines import Engine, NoCluster, beside, here, on_cluster
from peyvand.adapters.archives.outputs import Busy, NoParquet, held
from peyvand.adapters.archives.running import Tally, inputs_of, read_input
from peyvand.adapters.web.naming import is_address
from peyvand.cli.inputs import files_of
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped


def run(options: argparse.Namespace) -> Status:
    """Read every input that has no output yet. Stopped or killed, the same command goes on with what is left."""
    if options.save or options.published or options.explain or options.reader != "rules":
        raise Stopped(Status.WRONG_USAGE, _("With --out pages are read by the rules and written, nothing else."))
    inputs = _inputs(options.paths)
    engine = _engine(options)
    total = Tally()
    try:
        with held(Path(options.out)), _bar(inputs) as bar:
            for paths in inputs:
                _read(paths, options, engine, total, bar)
    except Busy as fault:
        raise Stopped(Status.WRONG_USAGE, _("Another run writes into %s.") % fault) from fault
    except NoParquet as fault:
        raise Stopped(Status.WRONG_USAGE, _("Parquet needs an extra: pip install peyvand[archives].")) from fault
    except OSError as fault:
        raise Stopped(Status.SOME_FAILED, _("%(file)s: %(cause)s") % {"file": options.out, "cause": fault}) from fault
    say(_told(total))
    return Status.SOME_FAILED if total.failures else Status.WELL


def _inputs(given: Sequence[str]) -> list[tuple[Path, ...]]:
    if any(map(is_address, given)):
        raise Stopped(Status.WRONG_USAGE, _("--out reads files and folders, not addresses."))
    files = [Path(path) for path in files_of(given)]
    missing = next((path for path in files if not path.is_file()), None)
    if missing:
        raise Stopped(Status.WRONG_USAGE, _("There is no file %s.") % missing)
    return inputs_of(files)


def _engine(options: argparse.Namespace) -> Engine:
    bounds = Bounds(seconds=options.page_seconds)
    if options.scheduler:
        try:
            return on_cluster(bounds, options.scheduler)
        except NoCluster as fault:
            raise Stopped(Status.WRONG_USAGE, _("The cluster cannot be used: %s") % fault) from fault
    return beside(bounds, options.workers) if options.workers else here(bounds)


def _bar(inputs: Sequence[Sequence[Path]]) -> tqdm[Any]:
    size = sum(path.stat().st_size for paths in inputs for path in paths)
    return tqdm(total=size, unit="B", unit_scale=True, disable=None)


def _read(paths: Sequence[Path], options: argparse.Namespace, engine: Engine, total: Tally, bar: tqdm[Any]) -> None:
    size = sum(path.stat().st_size for path in paths)
    start, read = bar.n, total.items

    def progress(items: int, behind: int) -> None:
        nonlocal read
        read += items
        bar.set_postfix_str(_("%(pages)d pages") % {"pages": read}, refresh=False)
        bar.update(max(0, start + behind - bar.n))

    tally = read_input(paths, Path(options.out), engine, parquet=options.format == "parquet", progress=progress)
    bar.update(max(0, start + size - bar.n))
    if tally:
        total.join(tally)


def _told(total: Tally) -> str:
    return (
        _(
            "%(items)d pages: %(passed)d passed over, %(silent)d read and silent, %(sources)d that say something"
            " (%(statements)d statements), %(failures)d not read."
        )
        % total.row()
    )
