"""Members come in, sign in, and change their own words."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts import throttle
from peyvand.records.accounts.models import KnownAddress, Member
from peyvand.records.accounts.permissions import Role, allow
from peyvand.records.audit.actions import record


class CannotAdd(ValueError):
    """A member's facts do not hold; the message says which, for people."""


class WrongPassword(Exception):
    """No active member has this name and password."""


class NotServing(Exception):
    """The password is right, and the term of office has ended or not begun; the message says so."""


def may_or_holds(by: Member | None, permission: str) -> None:
    """Raise `NotAllowed` unless ``by`` may; None is whoever holds the machine itself, who may."""
    if by is not None:
        allow(by, permission)


def add_member(
    username: str,
    *,
    role: str,
    password: str,
    by: Member | None,
    display_name: str = "",
    language: str = "fa",
    city: str = "",
    email: str = "",
) -> Member:
    """A new member of the office.

    ``by`` is who adds; None is whoever holds the machine itself (the command line), for the installation has to begin
    with somebody. ``city`` is a place id, ``email`` where the daily digest goes. Raises `NotAllowed` or `CannotAdd`.
    """
    may_or_holds(by, "member.add")
    member = Member(username=username, display_name=display_name, role=role, language=language, city=city, email=email)
    set_password(member, password)
    member.role = Role(role)
    with transaction.atomic():
        member.save()
        record(by, "member.add", thing=f"member:{member.pk}", detail=f"role={member.role}")
    return member


def set_password(member: Member, password: str) -> None:
    """Give a member who is not saved yet a password, once all their facts hold. Raises `CannotAdd`."""
    try:
        member.set_password(password)
        member.full_clean()
        validate_password(password, member)
    except ValidationError as fault:
        raise CannotAdd(" ".join(fault.messages)) from fault


def try_login(username: str, password: str, *, address: str) -> Member:
    """The member of this name and password, for the address the connection came from (no header is believed).

    Counted before the password is looked at, since checking one costs a fifth of a second. Whoever has a second factor
    has to pass it yet. Raises `throttle.TooManyTries`, `WrongPassword` or `NotServing`.
    """
    throttle.count(username, address)
    member = authenticate(None, username=username, password=password)
    if not isinstance(member, Member):
        raise WrongPassword(_("The name or the password is wrong."))
    check_serving(member)
    throttle.give_back(address)
    throttle.forget_old()
    return member


def check_serving(member: Member) -> None:
    """Raise `NotServing` outside the member's term of office."""
    today = timezone.localdate()
    if member.serves_from and today < member.serves_from:
        raise NotServing(_("Your term of office has not begun yet."))
    if not member.serves(today):
        raise NotServing(_("Your term of office has ended."))


def confirm(member: Member, password: str, *, address: str) -> None:
    """Let a signed-in member show again who they are. Counted before the password is looked at, as `try_login`.

    Raises `throttle.TooManyTries` or `WrongPassword`.
    """
    throttle.count_of(member, throttle.Tried.CONFIRMING, address)
    if not member.check_password(password):
        raise WrongPassword(_("The password is wrong."))
    throttle.give_back(address, throttle.Tried.CONFIRMING)


def change_password(member: Member, old: str, new: str, *, address: str) -> None:
    """Give a member who still knows the old password a new one. As `confirm`; raises `CannotAdd` besides."""
    confirm(member, old, address=address)
    set_password(member, new)
    member.save(update_fields=["password"])
    record(member, "member.password", thing=f"member:{member.pk}")


def edit_own(member: Member, *, display_name: str, language: str, email: str) -> None:
    """What members may change of themselves. Raises `CannotAdd`."""
    if language not in dict(settings.LANGUAGES):
        raise CannotAdd(_("The site does not speak this language."))
    member.display_name, member.language, member.email = " ".join(display_name.split()), language, email.strip()
    try:
        member.full_clean()
    except ValidationError as fault:
        raise CannotAdd(" ".join(fault.messages)) from fault
    member.save(update_fields=["display_name", "language", "email"])
    record(member, "member.edit_own", thing=f"member:{member.pk}")


@transaction.atomic
def remember_address(member: Member, address: str) -> None:
    """From now on, strangers who try this name elsewhere do not use up the tries of this address."""
    KnownAddress.objects.get_or_create(member=member, address=throttle.hidden(address))
