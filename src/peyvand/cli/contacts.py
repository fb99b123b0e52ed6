"""``peyvand contacts export vcard|csv`` and ``peyvand contacts import FILE``: address books of other programs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.db import DatabaseError

from peyvand.adapters.addresses import BadBook, as_table, as_vcards, cards_in
from peyvand.cli.messages import _, answer_text, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store

_WRITERS = {"vcard": as_vcards, "csv": as_table}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    out = actions.add_parser("export", help=_("print the contacts that a member may see"))
    out.add_argument("form", choices=tuple(_WRITERS))
    out.set_defaults(act=_export)
    into = actions.add_parser("import", help=_("take an address book in (vCard or CSV), all of it or nothing"))
    into.add_argument("file", metavar="FILE", type=Path)
    into.set_defaults(act=_import)
    for one in (out, into):
        one.add_argument("--as", dest="member", metavar="MEMBER", required=True, help=_("the member who does it"))


def run(options: argparse.Namespace) -> Status:
    """Status 2 where the file cannot be taken, or the member may not."""
    book = open_store("records.contacts.book")
    accounts = open_store("records.accounts.queries")
    refused = open_store("records.accounts.permissions").NotAllowed
    cannot = open_store("records.history.keeping").CannotKeep
    try:
        status: Status = options.act(options, book, accounts.member_named(options.member))
    except accounts.NoSuchMember as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % options.member) from fault
    except (refused, cannot, BadBook, UnicodeDecodeError) as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    except DatabaseError as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    return status


def _export(options: argparse.Namespace, book: Any, by: Any) -> Status:
    cards = book.cards_of(by)
    open_store("records.audit.actions").exported(by, "contact.export", detail=f"{options.form} rows={len(cards)}")
    answer_text(_WRITERS[options.form](cards).rstrip("\r\n"))
    return Status.WELL


def _import(options: argparse.Namespace, book: Any, by: Any) -> Status:
    try:
        text = options.file.read_text("utf-8-sig")
    except OSError as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no file %s.") % options.file) from fault
    taken = book.take_in(cards_in(text), by=by)
    say(_("%(new)d contacts are new, %(known)d were there already.") % {"new": taken.new, "known": taken.known})
    return Status.WELL
