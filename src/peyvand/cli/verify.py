"""``peyvand verify``: the ledger recomputed from its rows, and held against checkpoints that were kept outside."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.db import DatabaseError

from peyvand.cli.messages import _, answer, answer_text
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store
from peyvand.core.ledger.checkpoint import BadNote, VerifierKey, read_key


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--checkpoint", metavar="FILE", type=Path, action="append", default=[], help=_("a checkpoint kept elsewhere")
    )
    parser.add_argument(
        "--key", metavar="FILE", type=Path, action="append", default=[], help=_("the public key that signed it")
    )
    parser.add_argument(
        "--new", action="store_true", help=_("prove only what came after the newest checkpoint of this installation")
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Status 3 where anything does not hold."""
    keys = [key_in(path) for path in options.key]
    for path in options.checkpoint:
        if not path.is_file():
            raise Stopped(Status.WRONG_USAGE, _("There is no file %s.") % path)
    return told(options.checkpoint, keys, options.format, new_only=options.new)


def told(files: list[Path], keys: list[VerifierKey], form: str, *, new_only: bool = False) -> Status:
    """Verify the open store and print what was found."""
    try:
        proof = open_store("records.custody.verification").verify(files, keys, new_only=new_only)
    except (DatabaseError, OSError, BadNote) as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    if form == "json":
        answer(_json(proof))
    else:
        answer_text(_text(proof))
    return Status.NOT_VERIFIED if proof.faults else Status.WELL


def key_in(path: Path) -> VerifierKey:
    """The public key in a file."""
    try:
        return read_key(path.read_text("utf-8"))
    except (BadNote, OSError, UnicodeDecodeError) as fault:
        raise Stopped(Status.WRONG_USAGE, _("%(file)s holds no public key.") % {"file": path}) from fault


def _json(proof: Any) -> dict[str, object]:
    return {
        "size": proof.size,
        "root": proof.root,
        "faults": [{"code": fault.code, "where": fault.where} for fault in proof.faults],
        "checkpoints": [
            {"file": str(one.file), "origin": one.checkpoint.origin, "size": one.checkpoint.size}
            for one in proof.checkpoints
            if one.checkpoint
        ],
        "uncovered": proof.uncovered,
    }


def _text(proof: Any) -> str:
    held = sum(one.checkpoint is not None for one in proof.checkpoints)
    lines = [
        _("%(size)d entries, root %(root)s") % {"size": proof.size, "root": proof.root},
        _("%(held)d checkpoints held against it; %(uncovered)d entries are newer than all of them")
        % {"held": held, "uncovered": proof.uncovered},
        *(f"{fault.code} {fault.where}".rstrip() for fault in proof.faults),
    ]
    return "\n".join([*lines, _("Something does not hold.") if proof.faults else _("Everything holds.")])
