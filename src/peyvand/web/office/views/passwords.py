"""A link for a new password is sent to a member, and opened."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_post_parameters

from peyvand.records.accounts import passwords
from peyvand.records.accounts.actions import CannotAdd
from peyvand.records.accounts.letters import send_password_link
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.passwords import NoLink
from peyvand.records.accounts.rules import PASSWORD_LINK_LASTS
from peyvand.records.accounts.throttle import TooManyTries
from peyvand.web.office.signing import enter
from peyvand.web.shared.dates import day
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, public, signed_in
from peyvand.web.shared.rendering import language_now, page
from peyvand.web.shared.sessions import address_of


@needs("member.edit", "POST", sure=True)
def send_password(request: HttpRequest, number: int) -> HttpResponse:
    """Send a member the link, and show it this once."""
    typed(request)
    found = Member.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    try:
        secret = passwords.new_link(found, by=signed_in(request))
    except CannotAdd:
        return HttpResponseRedirect(reverse("office:member", args=[number]))
    with override(found.language):
        link = request.build_absolute_uri(reverse("office:choose_password", args=[secret]))
    context = {
        "heading": _("A link for a new password"),
        "link": link,
        "who": str(found),
        "email": found.email,
        "sent": send_password_link(found, link),
        "until": day(timezone.localdate(timezone.now() + PASSWORD_LINK_LASTS), language_now()),
        "back": reverse("office:member", args=[number]),
    }
    return page(request, "office/invited.html", context, place="members")


@sensitive_post_parameters("password", "again")
@public("GET", "HEAD", "POST")
def choose_password(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link; afterwards the second factor, as with every way in."""
    address = address_of(request)
    try:
        member = passwords.member_of_link(secret, address=address)
        if request.method != "POST":
            return _form(request, member)
        given = typed(request, "password", "again")
        if given["password"] != given["again"]:
            return _form(request, member, _("The two passwords differ."), 422)
        member = passwords.set_by_link(secret, given["password"], address=address)
    except NoLink as fault:
        raise Http404 from fault
    except CannotAdd as fault:
        return _form(request, member, str(fault), 422)
    except TooManyTries as fault:
        return page(request, "office/wait.html", {"words": str(fault)}, place="sign_in", status=429)
    return HttpResponseRedirect(enter(request, member, reverse("office:account")))


def _form(request: HttpRequest, member: Member, fault: str = "", status: int = 200) -> HttpResponse:
    context = {"who": str(member), "username": member.username, "fault": fault}
    return page(request, "office/choose_password.html", context, place="sign_in", status=status)
