"""One file that holds a whole database as it was at one moment, taken while others write; and back again.

SQLite copies itself, page by page, under a read transaction. PostgreSQL's own ``pg_dump`` does the same over there: it
knows every version of its server, which no export of ours ever would.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.client import DatabaseClient

NAMES = {"sqlite": "peyvand.sqlite3", "postgresql": "peyvand.pgdump"}


class CannotDump(Exception):
    """The engine's own tools are missing or have failed; the message is theirs."""


def dump(connection: BaseDatabaseWrapper, folder: Path) -> Path:
    """Write the database into a new file in the folder; the file. Raises `CannotDump`, OSError or sqlite3.Error."""
    path = folder / NAMES[connection.vendor]
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _copy(connection.connection, path)
    else:
        _run("pg_dump", connection, ["--format=custom", "--no-owner", "--no-privileges", f"--file={path}"])
    return path


def load(connection: BaseDatabaseWrapper, path: Path) -> None:
    """Fill an empty PostgreSQL database from a dump, whole or not at all. Raises `CannotDump`."""
    name = str(connection.settings_dict["NAME"])
    options = [
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
        f"--dbname={name}",
        str(path),
    ]
    _run("pg_restore", connection, options)


def _copy(source: sqlite3.Connection, path: Path) -> None:
    target = sqlite3.connect(path)
    try:
        source.backup(target)
        # A copy that needs no second file beside it.
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()


def _run(program: str, connection: BaseDatabaseWrapper, options: list[str]) -> None:
    command, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    # The last word is the database's name, which only one of the two programs takes there.
    _psql, *reach, name = command
    last = [name] if program == "pg_dump" else []
    try:
        subprocess.run(
            [_found(program), *reach, *options, *last],
            env=os.environ | (environment or {}),
            check=True,
            capture_output=True,
            text=True,
        )
    except subprocess.CalledProcessError as fault:
        raise CannotDump(fault.stderr.strip() or f"{program} failed") from fault


def _found(program: str) -> str:
    """The program on the path, or the newest where Debian puts them."""
    versions = Path("/usr/lib/postgresql").glob(f"*/bin/{program}")
    newest = max(versions, key=lambda path: int(path.parts[-3]), default=None)
    found = shutil.which(program) or newest
    if found is None:
        raise CannotDump(f"{program} is not installed; it comes with PostgreSQL's client programs")
    return str(found)
