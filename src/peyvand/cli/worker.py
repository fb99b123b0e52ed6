"""``peyvand worker``: scheduled work, until stopped or once."""

from __future__ import annotations

import argparse

from peyvand.cli.messages import _
from peyvand.cli.status import Status
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help=_("run what is due, and end"))
    parser.add_argument("--seconds", type=int, default=30, help=_("how long to wait before looking again"))


def run(options: argparse.Namespace) -> Status:
    """With ``--once``, status 1 where a job failed. Any number of workers may run at once."""
    return Status(open_store("cli.working").run(once=options.once, seconds=max(1, options.seconds)))
