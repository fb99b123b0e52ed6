"""Members, found."""

from __future__ import annotations

from peyvand.records.accounts.models import Member


class NoSuchMember(LookupError):
    """Nobody who is in office has this name."""


def member_named(username: str) -> Member:
    """The member of this name, if in office today. Raises `NoSuchMember`."""
    member = Member.objects.filter(username=username).first()
    if member is None or not member.in_office:
        raise NoSuchMember(username)
    return member


def members() -> list[Member]:
    """All members, by name."""
    return list(Member.objects.order_by("username"))
