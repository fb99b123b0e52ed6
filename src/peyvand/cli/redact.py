"""``peyvand redact WORDS``: a person's name leaves the texts of sources, and all that quotes them, for good."""

from __future__ import annotations

import argparse

from django.db import DatabaseError

from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORDS", help=_("the name as it is written"))
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--source", metavar="KEY", action="append", help=_("a source of the ledger"))
    where.add_argument("--everywhere", action="store_true", help=_("every source that has these words"))
    parser.add_argument("--as", dest="member", metavar="MEMBER", required=True, help=_("the member who erases"))
    parser.add_argument("--reason", required=True, help=_("why; it is kept where reasons can be erased"))
    parser.add_argument("--dry-run", action="store_true", help=_("name the sources; change nothing"))


def run(options: argparse.Namespace) -> Status:
    """Status 1 where no source has the words."""
    redacting, accounts = open_store("records.register.redacting"), open_store("records.accounts.queries")
    refused = open_store("records.accounts.permissions").NotAllowed
    cannot = open_store("records.ledger.redacting").CannotRedact
    try:
        member = accounts.member_named(options.member)
        captures = options.source or redacting.sources_with(options.words, by=member)
        changed = 0
        for capture in captures:
            say(capture)
            if not options.dry_run:
                changed += redacting.redact(_whole(capture), options.words, by=member, reason=options.reason)
    except accounts.NoSuchMember as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % options.member) from fault
    except (refused, cannot) as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    except DatabaseError as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    if not options.dry_run:
        say(
            _("Struck out of %(sources)d sources and %(entries)d entries. Older backups and exports still have it.")
            % {"sources": len(captures), "entries": changed}
        )
    return Status.WELL if captures else Status.SOME_FAILED


def _whole(beginning: str) -> str:
    """The capture that begins so."""
    key: str = open_store("cli.deciding").one_key("source", beginning)
    return key
