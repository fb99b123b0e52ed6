"""Why members' access was changed: a reason is asked for, kept, and shown to those who see members."""

from __future__ import annotations

from django.utils import timezone

from peyvand.records.accounts.models import AccessChange, AccessNote, Member
from peyvand.records.accounts.permissions import allow

_LONGEST = 1000


class NoReason(ValueError):
    """A change of access needs its reason."""


def note(member: Member, what: AccessChange, reason: str, *, by: Member | None) -> None:
    """Keep the reason of a change, in its transaction. Raises `NoReason` where there is none."""
    words = " ".join(reason.split())[:_LONGEST]
    if not words:
        raise NoReason
    AccessNote.objects.create(member=member, what=what, reason=words, by=by, at=timezone.now())


def notes_of(member: Member, *, by: Member) -> list[AccessNote]:
    """The changes of a member's access with their reasons, the newest first. Raises `NotAllowed`."""
    allow(by, "member.see")
    return list(AccessNote.objects.filter(member=member).select_related("by").order_by("-at", "-pk"))
