"""``peyvand export csv|xlsx|json|jsonld|geojson|graphml``: bonds with their sources, for other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from peyvand.cli.messages import _
from peyvand.cli.status import Status, Stopped


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", metavar="FILE", type=Path)


def run(options: argparse.Namespace) -> Status:
    """Write one export."""
    raise Stopped(Status.WRONG_USAGE, _("No such kind: %s") % options.kind)
