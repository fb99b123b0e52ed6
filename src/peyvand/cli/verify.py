"""``peyvand verify``: recompute every key, leaf and root of the ledger from its rows."""

from __future__ import annotations

import argparse

from peyvand.cli.messages import _, answer, answer_text
from peyvand.cli.status import Status
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Status 3 where anything does not hold."""
    found = open_store("records.ledger.verification").verify()
    faults = [{"code": fault.code, "where": fault.where} for fault in found.faults]
    if options.format == "json":
        answer({"size": found.size, "root": found.root, "faults": faults})
    else:
        answer_text(_("%(size)d entries, root %(root)s") % {"size": found.size, "root": found.root})
        for fault in faults:
            answer_text(f"{fault['code']} {fault['where']}".rstrip())
    return Status.NOT_VERIFIED if faults else Status.WELL
