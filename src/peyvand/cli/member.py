"""``peyvand member``: members of the office, for whoever holds the machine."""

from __future__ import annotations

import argparse
import getpass
import sys
from types import ModuleType

from peyvand.cli.dates import day
from peyvand.cli.messages import _
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store

_LANGUAGES = ("fa", "en")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    add = actions.add_parser("add", help=_("add a member; the password is asked for"))
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True)
    add.add_argument("--email", default="", help=_("where the daily digest goes"))
    add.add_argument("--password-stdin", action="store_true", help=_("take the password from standard input"))
    add.set_defaults(act=_add)
    _add_invite(actions.add_parser("invite", help=_("invite somebody by a link that opens once")))
    listed = actions.add_parser("list", help=_("list members: role, term of office, second factor"))
    listed.add_argument("--format", choices=("text", "json"), default="text")
    listed.set_defaults(act=lambda options: _working().show(options.format))
    password = actions.add_parser("password", help=_("give a member who has lost the password a link for a new one"))
    password.add_argument("name", metavar="NAME")
    _add_site(password)
    password.set_defaults(act=lambda options: _working().password(options.name, options.site))
    _add_opening(actions)
    for name, words in (
        ("reset-factor", _("take a member's second factors away, for whoever has lost them")),
        ("deactivate", _("let a member in no more")),
        ("reactivate", _("let a member in again")),
    ):
        change = actions.add_parser(name, help=words)
        change.add_argument("name", metavar="NAME")
        change.add_argument("--reason", required=True)
        change.set_defaults(act=lambda options, name=name: _working().change(name, options.name, options.reason))


def run(options: argparse.Namespace) -> Status:
    """Whoever holds the machine may begin the office, and help out whoever is locked out."""
    status: Status = options.act(options)
    return status


def _add_invite(invite: argparse.ArgumentParser) -> None:
    invite.add_argument("name", metavar="NAME", help=_("the name that others see"))
    invite.add_argument("--role", required=True)
    invite.add_argument("--email", required=True, help=_("where the letter goes"))
    invite.add_argument("--language", choices=_LANGUAGES, default="fa")
    invite.add_argument("--city", default="", metavar="PLACE", help=_("the member's own city, by name or id"))
    _add_site(invite)
    invite.add_argument("--no-letter", action="store_true", help=_("only print the link"))
    invite.set_defaults(act=lambda options: _working().invite(options))


def _add_opening(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    more = actions.add_parser("open", help=_("open the whole office, a city or a bond to a member"))
    more.add_argument("name", metavar="NAME")
    more.add_argument("places", metavar="PLACE", nargs="*", help=_("one for a city, two for a bond, none for all"))
    more.add_argument("--since", metavar="DATE", type=day)
    more.add_argument("--until", metavar="DATE", type=day, help=_("the last day"))
    more.add_argument("--reason", required=True)
    more.set_defaults(act=lambda options: open_store("cli.opening").open_to(options))
    less = actions.add_parser("close", help=_("take back all that was opened to a member by itself"))
    less.add_argument("name", metavar="NAME")
    less.add_argument("--reason", required=True)
    less.set_defaults(act=lambda options: open_store("cli.opening").close(options))


def _add_site(command: argparse.ArgumentParser) -> None:
    where = "http://localhost:8000"
    command.add_argument("--site", default=where, metavar="ADDRESS", help=_("where the site is, for the link"))


def _add(options: argparse.Namespace) -> Status:
    working = _working()
    working.check_role(options.role)
    password = sys.stdin.readline().rstrip("\n") if options.password_stdin else _asked()
    added: Status = working.add(options.name, options.role, password, options.email)
    return added


def _working() -> ModuleType:
    return open_store("cli.membership")


def _asked() -> str:
    first = getpass.getpass(_("Password: "))
    if first != getpass.getpass(_("The same again: ")):
        raise Stopped(Status.WRONG_USAGE, _("The two passwords differ."))
    return first
