"""A backup of the installation, made while it is in use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from peyvand.adapters import backups
from peyvand.adapters.engines.dumping import dump
from peyvand.adapters.signing import signing_key
from peyvand.records.ledger import checkpoints
from peyvand.records.ledger.checkpoints import Rewritten

# The secrets of an installation stay where they are: its signing key, and the key of its sessions.
_BEFORE = ("checkpoints/*.checkpoint", "keys/*.vkey")
# After the database: what it names is then there.
_AFTER = ("sources/**/*", "documents/**/*")


@dataclass(frozen=True, slots=True)
class Backup:
    """What was made; ``rewritten`` is the ledger's contradiction to its own checkpoints, if there is one."""

    manifest: backups.Manifest
    rewritten: Rewritten | None = None


def make_backup(folder: Path) -> Backup:
    """Copy the installation into a folder that is new or empty. Nobody has to stop working.

    A ledger that contradicts its checkpoints is copied all the same, and told. Raises FileExistsError, OSError,
    `dumping.CannotDump`, `BadNote` for a broken key, or DatabaseError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(str(folder))
    rewritten = None
    try:
        # Before the copy, so that the copied ledger is never shorter than a copied checkpoint.
        checkpoints.write()
    except Rewritten as fault:
        rewritten = fault
    home = Path(settings.HOME)
    backups.copy_out(home, folder, _BEFORE)
    dump(connection, folder)
    backups.copy_out(home, folder, _AFTER)
    key = signing_key(checkpoints.keys_folder())
    return Backup(backups.seal(folder, made=timezone.now(), engine=connection.vendor, key=key), rewritten)
