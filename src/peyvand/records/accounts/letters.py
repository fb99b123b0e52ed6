"""Letters to members about their access. A mail server that is down stops nothing: who sends is told of it."""

from __future__ import annotations

from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from peyvand.records.accounts.models import Invitation, Member
from peyvand.records.accounts.rules import INVITATION_LASTS


class Words(Protocol):
    """Words that take the language of the letter when it is written."""

    def __str__(self) -> str: ...


def send_invitation(invitation: Invitation, link: str) -> bool:
    """Send the link of an invitation; whether the server took it."""
    with override(invitation.language):
        by = str(invitation.by) if invitation.by else _("The administrator")
        lines = (
            _("%(by)s invites you to Peyvand, the working memory of what cities promise each other.") % {"by": by},
            _("Your role: %(role)s") % {"role": invitation.get_role_display()},
            "",
            _("Choose your password here. The link opens once, and for %d days:") % INVITATION_LASTS.days,
            link,
            "",
            _("If you did not expect this letter, do nothing: without you the link opens nothing."),
        )
        sent = _send(invitation.email, invitation.display_name, _("Invitation to Peyvand"), lines)
    if sent:
        Invitation.objects.filter(pk=invitation.pk).update(sent_at=timezone.now())
    return sent


def send_password_link(member: Member, link: str) -> bool:
    """Send the link by which a member chooses a new password; whether the server took it."""
    with override(member.language):
        lines = (
            _("Choose a new password here. The link opens once, and for one day:"),
            link,
            "",
            _("If you did not ask for it, do nothing, and tell the administrator of the office."),
        )
        return _send(member.email, str(member), _("Peyvand: a new password"), lines)


def tell_member(member: Member, what: Words, *, to: str = "") -> bool:
    """Tell a member that something of their access was changed (``what``, translated late), so that they hear of what
    they did not do themselves. ``to`` is an address that is theirs no more. Whether a letter went out."""
    with override(member.language):
        lines = (
            str(what),
            "",
            _("If this was not you, or not agreed with you, tell the administrator of the office at once."),
        )
        return _send(to or member.email, str(member), _("Peyvand: your access was changed"), lines)


def _send(to: str, name: str, subject: str, lines: tuple[str, ...]) -> bool:
    """Whether a letter went out; none does where no address is known."""
    if not to:
        return False
    body = "\n".join((_("Dear %(name)s,") % {"name": name}, "", *lines))
    try:
        EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to]).send()
    except OSError:
        return False
    return True
