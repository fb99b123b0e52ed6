"""``peyvand serve``: runs the site."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from gunicorn.app.base import BaseApplication

from peyvand.adapters import ballast
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store
from peyvand.core.ledger.checkpoint import BadNote

# Kept back on the disk, unless the environment says otherwise.
_BALLAST_MIB = "64"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bind", metavar="HOST:PORT", default="127.0.0.1:8000")
    parser.add_argument("--workers", metavar="N", type=int, default=2)


def run(options: argparse.Namespace) -> Status:
    """Serve until stopped. Threads keep connections alive, which triples what two processes can answer."""
    open_store("config.static").collect()
    if faults := open_store("records.ledger.guard").store_faults():
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % "; ".join(faults))
    ballast.keep(Path(settings.HOME), int(os.environ.get("PEYVAND_BALLAST_MIB", _BALLAST_MIB)) * 1024 * 1024)
    _cover_what_a_kill_left()
    wsgi = open_store("config.wsgi")
    say(_("Peyvand is on http://%s") % options.bind)
    _Site(
        wsgi.application,
        bind=options.bind,
        workers=options.workers,
        worker_class="gthread",
        threads=4,
        # A socket that would lie in the home folder and give whoever reaches it control of the server.
        control_socket_disable=True,
        proc_name="peyvand",
        errorlog="-",
        loglevel="warning",
    ).run()
    return Status.WELL


def _cover_what_a_kill_left() -> None:
    """A process that was killed had no time for its last checkpoint. A site without one serves all the same."""
    checkpoints = open_store("records.ledger.checkpoints")
    try:
        checkpoints.write()
    except (checkpoints.Rewritten, DatabaseError, OSError, BadNote) as fault:
        say(str(fault))


class _Site(BaseApplication):  # type: ignore[misc]
    def __init__(self, application: Any, **settings: Any) -> None:
        self._application = application
        self._settings = settings
        # The server would read this program's own arguments.
        sys.argv = sys.argv[:1]
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return self._application
