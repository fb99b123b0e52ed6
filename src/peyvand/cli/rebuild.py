"""``peyvand rebuild``: what follows from the ledger made anew, or held against a fresh making."""

from __future__ import annotations

import argparse

from peyvand.cli.messages import _, answer_text, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store

PARTS = ("register", "search")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("part", choices=PARTS, nargs="?", help=_("only the register, or only the search’s index"))
    parser.add_argument("--check", action="store_true", help=_("change nothing; list what a fresh making would change"))
    parser.add_argument("--as", dest="member", metavar="MEMBER", help=_("the administrator who rebuilds"))


def run(options: argparse.Namespace) -> Status:
    """With ``--check``, status 3 where anything differs; it is listed on standard output."""
    parts = [options.part] if options.part else list(PARTS)
    return _check(parts) if options.check else _rebuild(parts, options.member)


def _check(parts: list[str]) -> Status:
    found: list[str] = []
    if "register" in parts:
        found += open_store("records.register.queries").unfolded()
    if "search" in parts:
        found += open_store("records.search.actions").differences()
    for one in found:
        answer_text(one)
    say(_("%d things are otherwise than a fresh making.") % len(found) if found else _("All is as a fresh making."))
    return Status.NOT_VERIFIED if found else Status.WELL


def _rebuild(parts: list[str], name: str | None) -> Status:
    search = open_store("records.search.actions")
    accounts = open_store("records.accounts.queries")
    permissions = open_store("records.accounts.permissions")
    if name is None:
        raise Stopped(Status.WRONG_USAGE, _("Say with --as who rebuilds."))
    try:
        by = accounts.member_named(name)
        permissions.allow(by, "register.rebuild")
    except accounts.NoSuchMember as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % name) from fault
    except permissions.NotAllowed as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    if "register" in parts:
        open_store("records.register.actions").rebuild()
        say(_("The register is made anew."))
    if "search" in parts:
        say(_("The search’s index is made anew: %d rows.") % search.rebuild(by=by))
    return Status.WELL
