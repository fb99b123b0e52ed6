"""``peyvand member open`` and ``close``: what of the office is open to a member."""

from __future__ import annotations

import argparse

from peyvand.cli.messages import _, say
from peyvand.cli.places import place_named
from peyvand.cli.status import Status, Stopped
from peyvand.records.accounts.granting import CannotGrant, grant, grants_of, in_force, take_back
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.queries import NoSuchMember, member_named


def open_to(options: argparse.Namespace) -> Status:
    """Open the office, a city or a bond to a member; by whoever holds the machine."""
    member = _member(options.name)
    places = [place_named(words).id for words in options.places]
    try:
        grant(member, places, reason=options.reason, by=None, since=options.since, until=options.until)
    except CannotGrant as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    say(_("It is open to %s now.") % member)
    return Status.WELL


def close(options: argparse.Namespace) -> Status:
    """Take back all that was opened to a member by itself."""
    member = _member(options.name)
    standing = in_force(grants_of(member))
    try:
        for one in standing:
            take_back(one, reason=options.reason, by=None)
    except CannotGrant as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    say(_("Taken back from %(name)s: %(n)d.") % {"name": member, "n": len(standing)})
    return Status.WELL


def _member(name: str) -> Member:
    try:
        return member_named(name)
    except NoSuchMember as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % name) from fault
