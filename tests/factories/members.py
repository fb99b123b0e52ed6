"""Members of an imagined office."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from peyvand.records.accounts.grants import forget_scope
from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.permissions import Role

PASSWORD = "a-long-enough-word"


def member(username: str = "mina", *, role: Role = Role.OFFICER, active: bool = True) -> Member:
    """A member on record."""
    made = Member(username=username, role=role, is_active=active)
    made.set_password(PASSWORD)
    made.save()
    return made


def grant(
    to: Member, *places: str, since: date = date(2020, 1, 1), until: date | None = None, reason: str = "از آزمون"
) -> Grant:
    """What is open to a member: these places; none is the whole office."""
    first, second = (*sorted(places), "", "")[:2]
    made = Grant.objects.create(
        member=to, place=first, partner=second, since=since, until=until, at=timezone.now(), reason=reason
    )
    forget_scope(to)
    return made
