"""What an administrator changes of members: role, city, term of office; and that somebody leaves or comes back."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts.actions import may_or_holds
from peyvand.records.accounts.models import AccessChange, Invitation, Member
from peyvand.records.accounts.notes import NoReason, note
from peyvand.records.accounts.permissions import Role
from peyvand.records.accounts.sittings import end_all
from peyvand.records.audit.actions import record


class CannotManage(ValueError):
    """A change of a member cannot be; the message says why, for people."""


class ChangedMeanwhile(Exception):
    """Somebody else changed the member since the page was opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an administrator sets of a member: `Member` says what each is. The term's ends may be open (None)."""

    display_name: str
    role: str
    language: str
    city: str
    email: str
    serves_from: date | None
    serves_until: date | None


def facts_of(member: Member) -> Facts:
    """The facts of a member as they stand."""
    return Facts(**{one.name: getattr(member, one.name) for one in fields(Facts)})


def edit_member(member: Member, facts: Facts, *, by: Member | None, seen: Facts | None = None) -> None:
    """Set a member's facts. ``seen`` are those that the page showed; None where nobody looked at a page.

    A change of role, or a term that does not cover today, ends the member's sessions. ``by`` None is whoever holds the
    machine. Raises `NotAllowed`, `CannotManage` or `ChangedMeanwhile`.
    """
    may_or_holds(by, "member.edit")
    with transaction.atomic():
        _lock_administrators()
        found = Member.objects.select_for_update().get(pk=member.pk)
        before = facts_of(found)
        if seen is not None and seen != before:
            raise ChangedMeanwhile
        for one in fields(Facts):
            setattr(found, one.name, getattr(facts, one.name))
        _check(found, by)
        found.save(update_fields=[one.name for one in fields(Facts)])
        _note_edit(found, before, by)
        _check_administrators()
        if facts.role != before.role or not found.serves(timezone.localdate()):
            end_all(found)


def deactivate(member: Member, *, reason: str, by: Member | None) -> None:
    """Let a member in no more: sessions end, and invitations that the member made open nothing. As `edit_member`."""
    may_or_holds(by, "member.edit")
    if by is not None and by.pk == member.pk:
        raise CannotManage(_("Nobody shuts themselves out. Ask another administrator."))
    _set_active(member, False, reason, by)


def reactivate(member: Member, *, reason: str, by: Member | None) -> None:
    """Let a member in again who was deactivated. As `edit_member`."""
    may_or_holds(by, "member.edit")
    _set_active(member, True, reason, by)


def end_sessions(member: Member, *, by: Member | None) -> int:
    """End all sessions of a member, as when a telephone was stolen; how many. As `edit_member`."""
    may_or_holds(by, "member.edit")
    with transaction.atomic():
        record(by, "member.end_sessions", thing=f"member:{member.pk}")
        return end_all(member)


def _set_active(member: Member, active: bool, reason: str, by: Member | None) -> None:
    try:
        with transaction.atomic():
            _lock_administrators()
            note(member, AccessChange.LET_IN if active else AccessChange.LET_OUT, reason, by=by)
            _switch(member, active, by)
    except NoReason as fault:
        raise CannotManage(_("This needs its reason.")) from fault


def _switch(member: Member, active: bool, by: Member | None) -> None:
    if not Member.objects.filter(pk=member.pk, is_active=not active).update(is_active=active):
        raise CannotManage(_("This has been done already."))
    record(by, "member.reactivate" if active else "member.deactivate", thing=f"member:{member.pk}")
    _check_administrators()
    if not active:
        end_all(member)
        Invitation.objects.filter(by=member, accepted_at=None, revoked_at=None).update(revoked_at=timezone.now())


def _check(member: Member, by: Member | None) -> None:
    try:
        member.full_clean()
    except ValidationError as fault:
        raise CannotManage(" ".join(fault.messages)) from fault
    if member.serves_from and member.serves_until and member.serves_until < member.serves_from:
        raise CannotManage(_("A term of office ends after it has begun."))
    if by is not None and by.pk == member.pk and (member.role != by.role or not member.serves(timezone.localdate())):
        raise CannotManage(_("Nobody takes their own role away. Ask another administrator."))


def _lock_administrators() -> None:
    """Of two who take each other's access at once, the second sees what the first has done. Before any other lock."""
    list(Member.objects.select_for_update().filter(role=Role.ADMINISTRATOR).order_by("pk").values_list("pk"))


def _check_administrators() -> None:
    """An office without an administrator could be opened by nobody."""
    today = timezone.localdate()
    if not any(one.serves(today) for one in Member.objects.filter(role=Role.ADMINISTRATOR, is_active=True)):
        raise CannotManage(_("This is the only administrator. Name another one first."))


def _note_edit(member: Member, before: Facts, by: Member | None) -> None:
    after = facts_of(member)
    changed = [one.name for one in fields(Facts) if getattr(before, one.name) != getattr(after, one.name)]
    if not changed:
        return
    thing = f"member:{member.pk}"
    record(by, "member.edit", thing=thing, detail=" ".join(changed)[:100])
    if before.role != after.role:
        record(by, "member.role", thing=thing, detail=f"{before.role} - {after.role}")
