"""``peyvand member add``: members of the office."""

from __future__ import annotations

import argparse
import getpass
import sys

from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    add = actions.add_parser("add", help=_("add a member; the password is asked for"))
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True)
    add.add_argument("--email", default="", help=_("where the daily digest goes"))
    add.add_argument("--password-stdin", action="store_true", help=_("take the password from standard input"))


def run(options: argparse.Namespace) -> Status:
    """Add one member; whoever holds the machine may begin the office."""
    accounts = open_store("records.accounts.actions")
    roles = open_store("records.accounts.permissions").Role
    if options.role not in list(roles):
        raise Stopped(Status.WRONG_USAGE, _("The roles are: %s") % ", ".join(roles))
    password = sys.stdin.readline().rstrip("\n") if options.password_stdin else _asked()
    try:
        accounts.add_member(options.name, role=options.role, password=password, by=None, email=options.email)
    except accounts.CannotAdd as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    say(_("%(name)s is now a member (%(role)s).") % {"name": options.name, "role": options.role})
    return Status.WELL


def _asked() -> str:
    first = getpass.getpass(_("Password: "))
    if first != getpass.getpass(_("The same again: ")):
        raise Stopped(Status.WRONG_USAGE, _("The two passwords differ."))
    return first
