"""Members come in, and sign in."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from peyvand.records.accounts import throttle
from peyvand.records.accounts.models import KnownAddress, Member
from peyvand.records.accounts.permissions import Role, allow


class CannotAdd(ValueError):
    """A new member's facts do not hold; the message says which, for people."""


class WrongPassword(Exception):
    """No active member has this name and password."""


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
    if by is not None:
        allow(by, "member.add")
    member = Member(username=username, display_name=display_name, role=role, language=language, city=city, email=email)
    try:
        member.set_password(password)
        member.full_clean()
        validate_password(password, member)
    except ValidationError as fault:
        raise CannotAdd(" ".join(fault.messages)) from fault
    member.role = Role(role)
    member.save()
    return member


def try_login(username: str, password: str, *, address: str) -> Member:
    """The member of this name and password, for the address the connection came from (no header is believed).

    Counted before the password is looked at, since checking one costs a fifth of a second. Raises
    `throttle.TooManyTries` or `WrongPassword`.
    """
    throttle.count(username, address)
    member = authenticate(None, username=username, password=password)
    if not isinstance(member, Member):
        raise WrongPassword(_("The name or the password is wrong."))
    remember_address(member, address)
    throttle.forget_old()
    return member


@transaction.atomic
def remember_address(member: Member, address: str) -> None:
    """From now on, strangers who try this name elsewhere do not use up the tries of this address."""
    KnownAddress.objects.get_or_create(member=member, address=throttle.hidden(address))
