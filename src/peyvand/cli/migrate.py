"""``peyvand migrate``: prepares or upgrades the database."""

from __future__ import annotations

import argparse

from django.db import DatabaseError

from peyvand.cli import store
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """This command takes nothing."""


def run(_options: argparse.Namespace) -> Status:
    store.prepare()
    try:
        was_ready = not store.needs_migration()
        # In any case: it puts lost guards of the ledger back.
        store.migrate()
        say(_("The database was ready already.") if was_ready else _("The database is ready."))
    except DatabaseError as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    return Status.WELL
