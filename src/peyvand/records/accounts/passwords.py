"""A new password for a member who has lost theirs, by a secret link that an administrator sends."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts import throttle
from peyvand.records.accounts.actions import CannotAdd, may_or_holds, set_password
from peyvand.records.accounts.models import Member, PasswordLink
from peyvand.records.accounts.rules import PASSWORD_LINK_LASTS
from peyvand.records.accounts.sittings import end_all
from peyvand.records.accounts.tokens import digest_of, new_secret
from peyvand.records.audit.actions import record


class NoLink(LookupError):
    """No open link has this secret, or its member is not in office."""


def new_link(member: Member, *, by: Member | None) -> str:
    """The secret of a new link for a member; an earlier one opens nothing any more. The password until now goes on.

    ``by`` None is whoever holds the machine. Raises `NotAllowed`, or `CannotAdd` for who is not in office.
    """
    may_or_holds(by, "member.edit")
    if not member.in_office:
        raise CannotAdd(_("%s is no active member.") % member)
    secret = new_secret()
    facts = {"digest": digest_of(secret), "expires_at": timezone.now() + PASSWORD_LINK_LASTS}
    with transaction.atomic():
        PasswordLink.objects.update_or_create(member=member, defaults=facts)
        record(by, "member.password_link", thing=f"member:{member.pk}")
    return secret


def member_of_link(secret: str, *, address: str) -> Member:
    """Whose link it is. A secret that opens nothing counts as a try. Raises `NoLink` or `throttle.TooManyTries`."""
    found = PasswordLink.objects.select_related("member").filter(digest=digest_of(secret)).first()
    if found is None or found.expires_at <= timezone.now() or not found.member.in_office:
        throttle.count_from(address, throttle.Tried.INVITING)
        raise NoLink
    return found.member


def set_by_link(secret: str, password: str, *, address: str) -> Member:
    """Give the member of a link a new password, and end their sessions. The second factor is still asked for.

    Raises `NoLink`, `CannotAdd` or `throttle.TooManyTries`.
    """
    throttle.count_from(address, throttle.Tried.ACCEPTING)
    member = member_of_link(secret, address=address)
    set_password(member, password)
    with transaction.atomic():
        deleted, _rows = PasswordLink.objects.filter(member=member, digest=digest_of(secret)).delete()
        if not deleted:
            raise NoLink
        member.save(update_fields=["password"])
        record(member, "member.password", thing=f"member:{member.pk}", detail="link")
        end_all(member)
    return member
