"""``peyvand erase KEY… --as MEMBER``: the words of reasons that members gave leave the store for good."""

from __future__ import annotations

import argparse

from django.db import DatabaseError

from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("keys", metavar="KEY", nargs="+", help=_("of the verdict or decision"))
    parser.add_argument("--as", dest="member", metavar="MEMBER", required=True, help=_("the member who erases"))


def run(options: argparse.Namespace) -> Status:
    """Status 1 where there was nothing to erase."""
    vault = open_store("records.ledger.vault")
    accounts = open_store("records.accounts.queries")
    refused = open_store("records.accounts.permissions").NotAllowed
    try:
        erased = vault.erase(options.keys, by=accounts.member_named(options.member))
    except accounts.NoSuchMember as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % options.member) from fault
    except refused as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    except DatabaseError as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    say(_("%d reasons erased. Older backups and exports still hold them.") % erased)
    return Status.WELL if erased else Status.SOME_FAILED
