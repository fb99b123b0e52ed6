"""``peyvand checkpoint``: the ledger's size and root, signed, on standard output and in the folders for it."""

from __future__ import annotations

import argparse
from typing import Any

from django.db import DatabaseError

from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store
from peyvand.core.ledger.checkpoint import BadNote


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--public-key", action="store_true", help=_("print the key that opens checkpoints instead"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Status 1 where a folder could not take it, 3 where the ledger contradicts what was signed before."""
    checkpoints = open_store("records.ledger.checkpoints")
    try:
        written = checkpoints.write()
        key = checkpoints.public_key()
    except checkpoints.Rewritten as fault:
        raise Stopped(Status.NOT_VERIFIED, str(fault)) from fault
    except (DatabaseError, OSError, BadNote) as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    for folder, reason in written.failed:
        say(f"{folder}: {reason}")
    if options.format == "json":
        answer(_json(written, str(key)))
    else:
        answer_text(str(key) if options.public_key else str(written.note).rstrip("\n"))
    return Status.SOME_FAILED if written.failed else Status.WELL


def _json(written: Any, key: str) -> dict[str, object]:
    return {
        "origin": written.checkpoint.origin,
        "size": written.checkpoint.size,
        "root": written.checkpoint.root.hex(),
        "note": str(written.note),
        "key": key,
        "files": [str(file) for file in written.files],
    }
