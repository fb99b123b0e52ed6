"""``peyvand export ledger FILE``: the ledger itself, entry for entry."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from django.db import DatabaseError
from tqdm import tqdm

from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import note_taken, open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("where to write; - for standard output"))


def run(options: argparse.Namespace) -> Status:
    """Write the lines; a file that is there already is not touched."""
    lines = open_store("records.custody.exporting").ledger_lines()
    note_taken("ledger.export", "ledger")
    try:
        if str(options.file) == "-":
            _write(lines, sys.stdout)
        else:
            with options.file.open("x", encoding="utf-8", newline="\n") as file:
                _write(lines, file)
    except FileExistsError as fault:
        raise Stopped(Status.WRONG_USAGE, _("%s is there already.") % options.file) from fault
    except (DatabaseError, OSError) as fault:
        raise Stopped(Status.NO_STORE, str(fault)) from fault
    return Status.WELL


def _write(lines: Iterable[dict[str, Any]], file: IO[str]) -> None:
    bar = tqdm(unit=_("entry"), disable=None)
    for line in lines:
        bar.total = line.get("size", bar.total)
        bar.update("entry" in line)
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
    bar.close()
    say(_("%d entries written.") % (bar.total or 0))
