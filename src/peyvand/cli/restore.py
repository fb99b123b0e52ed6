"""``peyvand restore DIR --into HOME``: a backup becomes an installation, once every byte of it is known to be right."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from django.db import DatabaseError, connection

from peyvand.adapters import backups
from peyvand.adapters.engines.dumping import NAMES, CannotDump, load
from peyvand.cli import store, verify
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--into", metavar="HOME", type=Path, required=True, help=_("a folder that is new or empty"))
    parser.add_argument("--key", metavar="FILE", type=Path, help=_("the public key that signed it, kept elsewhere"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Check, copy, and verify what came of it; status 3 where anything does not hold."""
    keys = [verify.key_in(options.key)] if options.key else []
    try:
        manifest = backups.check(options.folder, keys)
        _fill(options.folder, manifest, options.into)
    except backups.BadBackup as fault:
        raise Stopped(Status.NOT_VERIFIED, "\n".join(fault.faults)) from fault
    except OSError as fault:
        raise Stopped(Status.NO_STORE, str(fault)) from fault
    if not keys:
        say(_("The backup was checked with its own key: that shows accidents, but no fraud."))
    _open(manifest, options.into)
    return verify.told([], [], options.format)


def _fill(folder: Path, manifest: backups.Manifest, home: Path) -> None:
    """The files of the new home, the database last: without it there is no installation."""
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise Stopped(Status.WRONG_USAGE, _("%s is not an empty folder.") % home)
    if manifest.engine == "postgresql" and not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        raise Stopped(Status.WRONG_USAGE, _("This backup needs DATABASE_URL to name an empty PostgreSQL database."))
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    backups.copy_in(folder, manifest, home, last=lambda path: path in NAMES.values())


def _open(manifest: backups.Manifest, home: Path) -> None:
    """The new installation as the store of this process, upgraded to this version of the program."""
    os.environ["PEYVAND_HOME"] = str(home)
    if manifest.engine == "sqlite":
        os.environ.pop("DATABASE_URL", None)
    store.prepare()
    try:
        if manifest.engine == "postgresql":
            _load(home / NAMES["postgresql"])
        if store.needs_migration():
            store.migrate()
    except (DatabaseError, CannotDump) as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault


def _load(path: Path) -> None:
    if connection.introspection.table_names():
        raise Stopped(Status.WRONG_USAGE, _("The database is not empty."))
    load(connection, path)
    path.unlink()
