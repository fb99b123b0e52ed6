"""``peyvand import ledger FILE``: a ledger that was exported elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from django.db import DatabaseError
from tqdm import tqdm

from peyvand.cli.messages import _, answer_text
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)


def run(options: argparse.Namespace) -> Status:
    """Take the whole ledger in, or nothing; status 3 where it is not what it says it is."""
    importing = open_store("records.custody.importing")
    guard = open_store("records.ledger.guard")
    try:
        with options.file.open(encoding="utf-8", newline="\n") as file:
            head = importing.import_ledger(tqdm(file, unit=_("line"), disable=None))
    except (importing.NotEmpty, OSError) as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    except (importing.CannotImport, UnicodeDecodeError) as fault:
        raise Stopped(Status.NOT_VERIFIED, str(fault)) from fault
    except (guard.StoreUnsound, DatabaseError) as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    answer_text(_("%(size)d entries, root %(root)s") % {"size": head.size, "root": head.root})
    return Status.WELL
