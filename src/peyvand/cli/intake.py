"""What ``peyvand read --save`` does with each reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import DatabaseError

from peyvand.adapters.sources import Captured
from peyvand.cli.messages import _
from peyvand.cli.status import Status, Stopped
from peyvand.core.reading import Reading
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.accounts.queries import NoSuchMember, member_named, members
from peyvand.records.intake.actions import accept_reading, propose, propose_all
from peyvand.records.ledger.guard import StoreUnsound


@dataclass
class Intake:
    """Takes readings into the ledger as one member, and counts what was new."""

    by: Member
    accept: bool
    new: int = 0
    known: int = 0

    def take_all(self, sources: Sequence[tuple[Captured, Reading]]) -> None:
        """Propose some sources: all of them or none."""
        try:
            for proposed in propose_all(sources, by=self.by):
                self.new += proposed.new
                self.known += proposed.known
        except NotAllowed as fault:
            raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
        except (StoreUnsound, DatabaseError) as fault:
            raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault

    def take(self, captured: Captured, reading: Reading) -> None:
        """Propose one source, or propose and accept it: all of it or nothing."""
        act = accept_reading if self.accept else propose
        try:
            proposed = act(captured, reading, by=self.by)
        except NotAllowed as fault:
            raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
        except (StoreUnsound, DatabaseError) as fault:
            raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
        self.new += proposed.new
        self.known += proposed.known

    def summary(self) -> str:
        """What was done, for people."""
        done = _("accepted") if self.accept else _("proposed")
        return _("%(new)d new, %(done)s; %(known)d known before.") % {
            "new": self.new,
            "done": done,
            "known": self.known,
        }


def opened(name: str | None, *, accept: bool) -> Intake:
    """An intake as the named member; without a name, as the only member there is."""
    if name is None:
        everybody = members()
        if len(everybody) != 1:
            raise Stopped(Status.WRONG_USAGE, _("Say as which member: --as NAME."))
        return Intake(everybody[0], accept)
    try:
        return Intake(member_named(name), accept)
    except NoSuchMember as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % name) from fault
