"""The store made ready for a command; what touches tables is imported only after that."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation

from peyvand.adapters import ballast
from peyvand.cli.messages import _, say, spoken
from peyvand.cli.status import Status, Stopped


def open_store(module: str = "") -> ModuleType:
    """Open the store, making the database where there is none, and import ``module`` (of ``peyvand``).

    Stops the command with status 4 where the store cannot be used.
    """
    prepare()
    try:
        try:
            _open()
        except (DatabaseError, OSError):
            if not ballast.release(Path(settings.HOME)):
                raise
            say(_("The disk is full. The room that was kept back for this has been given up; make more."))
            connection.close()
            _open()
    except (DatabaseError, OSError) as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    return import_module(f"peyvand.{module}" if module else "peyvand")


def _open() -> None:
    if _is_empty():
        say(_("No database yet; making one."))
        migrate()


def prepare() -> None:
    """Set the framework up for this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peyvand.config.settings")
    try:
        django.setup()
        # What actions say when they refuse is for the same terminal.
        translation.activate(spoken())
    except (ImproperlyConfigured, ValueError, OSError) as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault


def migrate() -> None:
    """Bring the tables up to this version. Says on standard error what it does."""
    call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)


def needs_migration() -> bool:
    """Whether the database is older than this version of the program."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _is_empty() -> bool:
    return not connection.introspection.table_names()


def note_taken(what: str, detail: str, places: Sequence[str] = ()) -> None:
    """Note in the audit what whoever holds the machine takes away; a store without room for it hinders nobody."""
    with suppress(DatabaseError):
        open_store("records.audit.actions").exported(None, what, places=places, detail=f"{detail} command")
