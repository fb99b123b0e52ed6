"""Invitations: somebody is asked to join, by a secret link that opens once and for some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts import throttle
from peyvand.records.accounts.actions import may_or_holds, set_password
from peyvand.records.accounts.models import Invitation, Member
from peyvand.records.accounts.permissions import Role, may
from peyvand.records.accounts.rules import INVITATION_LASTS, RULES
from peyvand.records.accounts.tokens import digest_of, new_secret
from peyvand.records.audit.actions import record

_LATEST = 100


class CannotInvite(ValueError):
    """An invitation's facts do not hold, or it can be changed no more; the message says why, for people."""


class NoInvitation(LookupError):
    """No open invitation has this secret: it never was, was taken back, replaced or accepted, or its days are over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Who is asked to join: the name that will be shown, the role, where the letter goes and in which language, and
    the city (a place id, or nothing)."""

    display_name: str
    role: str
    email: str
    language: str = "fa"
    city: str = ""


def roles_to_give(by: Member | None) -> frozenset[Role]:
    """The roles that a member may invite others to; None, who holds the machine, to all."""
    if by is None:
        return frozenset(Role)
    return RULES[by.role].gives if may(by, "member.invite") else frozenset()


def invite(invited: Invited, *, by: Member | None) -> tuple[Invitation, str]:
    """A new invitation, and the secret of its link, which is kept nowhere. Raises `NotAllowed` or `CannotInvite`."""
    may_or_holds(by, "member.invite")
    now, secret = timezone.now(), new_secret()
    invitation = Invitation(
        display_name=" ".join(invited.display_name.split()), role=invited.role, email=invited.email.strip(),
        language=invited.language, city=invited.city, digest=digest_of(secret), by=by, made_at=now,
        expires_at=now + INVITATION_LASTS,
    )  # fmt: skip
    _check(invitation, by, now)
    with transaction.atomic():
        invitation.save()
        _note(by, "member.invite", invitation)
    return invitation, secret


def renew(invitation: Invitation, *, by: Member | None) -> str:
    """A new secret for an invitation that is not accepted, for as many days again; the old link opens nothing.

    As `invite`.
    """
    may_or_holds(by, "member.invite")
    if Role(invitation.role) not in roles_to_give(by):
        raise CannotInvite(_("You may not invite to this role."))
    secret, now = new_secret(), timezone.now()
    facts = {"digest": digest_of(secret), "expires_at": now + INVITATION_LASTS, "sent_at": None, "by": by}
    if not Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None).update(**facts):
        raise CannotInvite(_("This invitation is not open any more."))
    invitation.refresh_from_db()
    _note(by, "member.invite_again", invitation)
    return secret


def revoke(invitation: Invitation, *, by: Member | None) -> None:
    """Take an invitation back. As `invite`."""
    may_or_holds(by, "member.invite")
    if Role(invitation.role) not in roles_to_give(by):
        raise CannotInvite(_("You may not invite to this role."))
    open_one = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    if not open_one.update(revoked_at=timezone.now()):
        raise CannotInvite(_("This invitation is not open any more."))
    _note(by, "member.revoke_invitation", invitation)


def invitation_of(secret: str, *, address: str) -> Invitation:
    """The open invitation of a secret. A secret that opens nothing counts as a try of the address.

    Raises `NoInvitation` or `throttle.TooManyTries`.
    """
    found = Invitation.objects.select_related("by").filter(digest=digest_of(secret)).first()
    if found is None or not _is_open(found, timezone.now()):
        throttle.count_from(address, throttle.Tried.INVITING)
        raise NoInvitation
    return found


def accept(secret: str, *, username: str, password: str, address: str) -> Member:
    """Become a member. Whose role needs a second factor sets it up next. Of two who accept at once one does.

    Raises `NoInvitation`, `CannotAdd` or `throttle.TooManyTries`.
    """
    throttle.count_from(address, throttle.Tried.ACCEPTING)
    invitation, now = invitation_of(secret, address=address), timezone.now()
    member = Member(
        username=username, display_name=invitation.display_name, role=invitation.role, email=invitation.email,
        language=invitation.language, city=invitation.city, factor_due=now,
    )  # fmt: skip
    set_password(member, password)
    try:
        with transaction.atomic():
            _join(invitation, member, secret, now)
    except IntegrityError:
        # Somebody took the name meanwhile; asked for again, that is said in words.
        set_password(member, password)
        raise
    return member


def open_invitations() -> list[Invitation]:
    """Those that were neither accepted nor taken back, also where their days are over; the newest first."""
    waiting = Invitation.objects.filter(accepted_at=None, revoked_at=None).select_related("by")
    return list(waiting.order_by("-made_at", "-pk")[:_LATEST])


def _join(invitation: Invitation, member: Member, secret: str, now: datetime) -> None:
    claimed = Invitation.objects.filter(pk=invitation.pk, digest=digest_of(secret), accepted_at=None, revoked_at=None)
    if not claimed.update(accepted_at=now):
        raise NoInvitation
    member.save()
    Invitation.objects.filter(pk=invitation.pk).update(member=member)
    _note(member, "member.join", invitation)


def _check(invitation: Invitation, by: Member | None, now: datetime) -> None:
    if not invitation.display_name or not invitation.email:
        raise CannotInvite(_("An invitation needs a name and an e-mail address."))
    try:
        invitation.clean_fields(exclude=["by", "sent_at", "revoked_at", "accepted_at", "member"])
    except ValidationError as fault:
        raise CannotInvite(" ".join(fault.messages)) from fault
    if Role(invitation.role) not in roles_to_give(by):
        raise CannotInvite(_("You may not invite to this role."))
    same = Invitation.objects.filter(email__iexact=invitation.email, accepted_at=None, revoked_at=None)
    if same.filter(expires_at__gt=now).exists():
        raise CannotInvite(_("Somebody with this address is invited already. Send that invitation again."))
    if Member.objects.filter(email__iexact=invitation.email, is_active=True).exists():
        raise CannotInvite(_("A member has this address already."))


def _is_open(invitation: Invitation, now: datetime) -> bool:
    """An invitation is as good as its inviter still is."""
    if invitation.accepted_at or invitation.revoked_at or invitation.expires_at <= now:
        return False
    return Role(invitation.role) in roles_to_give(invitation.by)


def _note(by: Member | None, what: str, invitation: Invitation) -> None:
    record(by, what, thing=f"invitation:{invitation.pk}", detail=f"role={invitation.role}")
