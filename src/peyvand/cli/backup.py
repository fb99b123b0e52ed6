"""``peyvand backup DIR``: a copy of the installation, made while it is in use."""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path

from django.db import DatabaseError

from peyvand.adapters.engines.dumping import CannotDump
from peyvand.cli.messages import _, answer, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store
from peyvand.core.ledger.checkpoint import BadNote


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help=_("a folder that is new or empty"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Status 3 where the ledger contradicts its own checkpoints: then it was copied as it is."""
    try:
        made = open_store("records.custody.backup").make_backup(options.folder)
    except (FileExistsError, NotADirectoryError) as fault:
        raise Stopped(Status.WRONG_USAGE, _("%s is not an empty folder.") % options.folder) from fault
    except (CannotDump, DatabaseError, sqlite3.Error, OSError, BadNote) as fault:
        raise Stopped(Status.NO_STORE, _("No backup could be made: %s") % fault) from fault
    size = sum(file.size for file in made.manifest.files)
    if options.format == "json":
        answer({"folder": str(options.folder), "files": len(made.manifest.files), "bytes": size})
    else:
        say(_("%(files)d files, %(bytes)d bytes in %(folder)s") % {
            "files": len(made.manifest.files), "bytes": size, "folder": options.folder,
        })  # fmt: skip
    if made.rewritten:
        say(str(made.rewritten))
    return Status.NOT_VERIFIED if made.rewritten else Status.WELL
