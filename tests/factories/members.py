"""Members of an imagined office."""

from __future__ import annotations

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role

PASSWORD = "a-long-enough-word"


def member(username: str = "mina", *, role: Role = Role.OFFICER, active: bool = True) -> Member:
    """A member on record."""
    made = Member(username=username, role=role, is_active=active)
    made.set_password(PASSWORD)
    made.save()
    return made
