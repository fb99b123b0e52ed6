"""``peyvand watch``: feeds and pages that are looked at again and again for articles on ties."""

from __future__ import annotations

import argparse

from peyvand.cli.messages import _
from peyvand.cli.status import Status
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(metavar="WHAT", dest="what", required=True)
    add = what.add_parser("add", help=_("put a feed or a page on the list"))
    add.add_argument("address", metavar="ADDRESS")
    add.add_argument("--every", metavar="HOURS", type=int, default=6, help=_("how often it is looked at"))
    remove = what.add_parser("remove", help=_("take an entry off the list"))
    remove.add_argument("number", metavar="NUMBER", type=int)
    for command in (add, remove):
        command.add_argument("--as", dest="member", metavar="MEMBER", help=_("the member who does it"))
    listed = what.add_parser("list", help=_("print the list"))
    listed.add_argument("--format", choices=("text", "json"), default="text")
    run_ = what.add_parser("run", help=_("look at what is due, and propose what is new"))
    run_.add_argument("--all", dest="everything", action="store_true", help=_("also what is not due yet"))


def run(options: argparse.Namespace) -> Status:
    """Change the list, print it, or look at what is due."""
    status: Status = open_store("cli.watching").run(options)
    return status
