"""``peyvand propose DIR``: what was read from archives comes into the ledger, for members to judge."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from peyvand.adapters.archives.outputs import NoParquet, finished, rows_in
from peyvand.adapters.archives.rows import Row, captured_of
from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import Captured
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store
from peyvand.core.reading import Reading

# Sources that come in with one change of the ledger.
_AT_ONCE = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help=_("the folder that read --out wrote"))
    parser.add_argument("--as", dest="member", metavar="MEMBER", help=_("the member who proposes and accepts"))


def run(options: argparse.Namespace) -> Status:
    """Propose every source in which something was read. Twice is once: what the ledger has adds nothing."""
    outputs = finished(options.folder) if options.folder.is_dir() else []
    if not outputs:
        raise Stopped(Status.WRONG_USAGE, _("There is nothing in %s that read --out has finished.") % options.folder)
    intake = open_store("cli.intake").opened(options.member, accept=False)
    changed = 0
    try:
        for output in outputs:
            sources = _sources(output)
            while some := list(islice(sources, _AT_ONCE)):
                changed += sum(not same for _captured, _reading, same in some)
                intake.take_all([(captured, reading) for captured, reading, _same in some])
    except NoParquet as fault:
        raise Stopped(Status.WRONG_USAGE, _("Parquet needs an extra: pip install peyvand[archives].")) from fault
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise Stopped(
            Status.SOME_FAILED, _("%(file)s: %(cause)s") % {"file": options.folder, "cause": fault}
        ) from fault
    if changed:
        say(
            _("%d sources say something else to this version of the reader, and were taken as it reads them.") % changed
        )
    say(intake.summary())
    return Status.WELL


def _sources(output: Path) -> Iterator[tuple[Captured, Reading, bool]]:
    """The sources of an output read from their kept texts, and whether each still says what was written of it."""
    expected: dict[str, set[str]] = {}
    for row in rows_in(output, "statements"):
        expected.setdefault(row["capture"], set()).add(row["id"])
    for row in rows_in(output, "sources"):
        yield _source(row, expected.get(row["capture"], set()))


def _source(row: Row, expected: set[str]) -> tuple[Captured, Reading, bool]:
    captured = captured_of(row)
    reading = read_capture(captured)
    return captured, reading, {one.statement.key for one in reading.statements} == expected
