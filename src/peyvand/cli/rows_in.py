"""``peyvand import office|pairs|wikidata FILE``: rows of a list as statements, each with its own words as evidence."""

from __future__ import annotations

import argparse
from pathlib import Path

from peyvand.cli.messages import _
from peyvand.cli.status import Status, Stopped


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)


def run(options: argparse.Namespace) -> Status:
    """Take one file in."""
    raise Stopped(Status.WRONG_USAGE, _("No such kind: %s") % options.kind)
