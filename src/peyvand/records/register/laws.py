"""Laws that forbid ties, as part of the policies."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from peyvand.core.ledger.policy import LegalBar
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.actions import writing
from peyvand.records.register.actions import set_policies
from peyvand.records.register.folding import policies


class NoSuchLaw(LookupError):
    """The policies have no law of this title."""


def bar(law: LegalBar, *, by: Member) -> None:
    """Add a law to the policies, in the place of another of the same title. Raises `NotAllowed`."""
    with writing():
        now = policies()
        others = tuple(one for one in now.bars if one.law != law.law)
        set_policies(replace(now, bars=(*others, law)), by=by)


def lift(title: str, *, by: Member) -> None:
    """Take a law off the policies: it was entered by mistake. One that was repealed is entered again with its end.

    Raises `NotAllowed` or `NoSuchLaw`.
    """
    with writing():
        now = policies()
        others = tuple(one for one in now.bars if one.law != title)
        if len(others) == len(now.bars):
            raise NoSuchLaw(_("No law is on record as “%s”.") % title)
        set_policies(replace(now, bars=others), by=by)
