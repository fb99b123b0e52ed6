"""``peyvand prove``: a proof, as JSON, for whoever holds a checkpoint."""

from __future__ import annotations

import argparse
from typing import Any

from django.db import DatabaseError

from peyvand.cli.messages import _, answer
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store
from peyvand.core.ledger.checkpoint import BadNote


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", metavar="KEY", nargs="?", help=_("that this entry is in the ledger"))
    parser.add_argument("--grown-from", metavar="SIZE", type=int, help=_("that the ledger has only grown since then"))
    parser.add_argument("--grown-to", metavar="SIZE", type=int, help=_("until then, where not until now"))


def run(options: argparse.Namespace) -> Status:
    """Print one proof."""
    if (options.key is None) == (options.grown_from is None):
        raise Stopped(Status.WRONG_USAGE, _("Name an entry, or the size that the ledger has grown from."))
    proofs = open_store("records.ledger.proofs")
    checkpoints = open_store("records.ledger.checkpoints")
    try:
        answer(_proof(proofs, options))
    except checkpoints.Rewritten as fault:
        raise Stopped(Status.NOT_VERIFIED, str(fault)) from fault
    except (DatabaseError, OSError, BadNote) as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    return Status.WELL


def _proof(proofs: Any, options: argparse.Namespace) -> Any:
    try:
        if options.key:
            return proofs.inclusion(proofs.entry_of(options.key))
        return proofs.consistency(options.grown_from, options.grown_to)
    except proofs.NoSuchEntry as fault:
        raise Stopped(Status.WRONG_USAGE, _("The ledger has no single entry %s.") % fault) from fault
    except proofs.NoSuchSize as fault:
        raise Stopped(Status.WRONG_USAGE, _("The ledger never had the sizes %s.") % fault) from fault
