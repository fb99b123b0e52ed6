"""Members, found."""

from __future__ import annotations

from peyvand.records.accounts.models import Member


class NoSuchMember(LookupError):
    """Nobody active has this name."""


def member_named(username: str) -> Member:
    """The active member of this name. Raises `NoSuchMember`."""
    member = Member.objects.filter(username=username, is_active=True).first()
    if member is None:
        raise NoSuchMember(username)
    return member


def members() -> list[Member]:
    """All members, by name."""
    return list(Member.objects.order_by("username"))
