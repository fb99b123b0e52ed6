"""What ``peyvand member`` does, once the store is open."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.places import place_named
from peyvand.cli.status import Status, Stopped
from peyvand.records.accounts import actions, factors, joining, managing, passwords
from peyvand.records.accounts.letters import send_invitation
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.accounts.queries import members

_CHANGES: dict[str, Callable[..., None]] = {
    "reset-factor": factors.reset,
    "deactivate": managing.deactivate,
    "reactivate": managing.reactivate,
}


def check_role(role: str) -> None:
    """Stop where there is no such role."""
    if role not in list(Role):
        raise Stopped(Status.WRONG_USAGE, _("The roles are: %s") % ", ".join(Role))


def add(name: str, role: str, password: str, email: str) -> Status:
    """A new member with a password; whoever holds the machine may begin the office."""
    check_role(role)
    try:
        actions.add_member(name, role=role, password=password, by=None, email=email)
    except actions.CannotAdd as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    say(_("%(name)s is now a member (%(role)s).") % {"name": name, "role": role})
    return Status.WELL


def invite(options: argparse.Namespace) -> Status:
    """Invite somebody: the link on standard output, and by letter where a mail server is set."""
    check_role(options.role)
    invited = joining.Invited(
        display_name=options.name,
        role=options.role,
        email=options.email,
        language=options.language,
        city=place_named(options.city).id if options.city else "",
    )
    try:
        invitation, secret = joining.invite(invited, by=None)
    except joining.CannotInvite as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    with override(invitation.language):
        link = options.site.rstrip("/") + reverse("office:accept", args=[secret])
    if options.no_letter or settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        say(_("No letter goes out. Hand this link over; it opens once:"))
    elif not send_invitation(invitation, link):
        say(_("The mail server did not take the letter. Hand this link over; it opens once:"))
    answer_text(link)
    return Status.WELL


def password(name: str, site: str) -> Status:
    """A link by which a member chooses a new password, on standard output."""
    found = _member(name)
    try:
        secret = passwords.new_link(found, by=None)
    except actions.CannotAdd as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    with override(found.language):
        answer_text(site.rstrip("/") + reverse("office:choose_password", args=[secret]))
    return Status.WELL


def show(form: str) -> Status:
    """All members, one a line."""
    known = members()
    has = factors.factors_of_all(known)
    for one in known:
        told = _told(one, has[one.pk])
        if form == "json":
            answer(told)
        else:
            answer_text("  ".join(str(told[name] or "-") for name in ("name", "role", "state", "factors", "until")))
    return Status.WELL


def change(what: str, name: str, reason: str) -> Status:
    """Change a member's access, with a reason."""
    found = _member(name)
    try:
        _CHANGES[what](found, reason=reason, by=None)
    except (managing.CannotManage, factors.CannotChange) as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    say(_("Done."))
    return Status.WELL


def _member(name: str) -> Member:
    found = Member.objects.filter(username=name).first()
    if found is None:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % name)
    return found


def _told(one: Member, has: factors.Factors) -> dict[str, object]:
    kinds = ["app"] * (has.app is not None) + ["passkey"] * len(has.passkeys)
    return {
        "name": one.username,
        "shown": one.display_name,
        "role": str(one.role),
        "state": "active" if one.in_office else "out",
        "city": one.city,
        "factors": ",".join(kinds),
        "from": one.serves_from.isoformat() if one.serves_from else None,
        "until": one.serves_until.isoformat() if one.serves_until else None,
    }
