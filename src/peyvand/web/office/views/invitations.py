"""Somebody is invited, and accepts."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_post_parameters

from peyvand.records.accounts import joining
from peyvand.records.accounts.actions import CannotAdd
from peyvand.records.accounts.joining import CannotInvite, Invited, NoInvitation, roles_to_give
from peyvand.records.accounts.letters import send_invitation
from peyvand.records.accounts.models import ROLES, Invitation
from peyvand.records.accounts.rules import INVITATION_LASTS
from peyvand.records.accounts.throttle import TooManyTries
from peyvand.web.office.membership import typed_city
from peyvand.web.office.signing import enter
from peyvand.web.shared.dates import day
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, public, signed_in
from peyvand.web.shared.rendering import language_now, naming_now, page
from peyvand.web.shared.sessions import address_of

_PLACE = "members"
_FIELDS = ("display_name", "role", "language", "email", "city", "city_place")


@needs("member.invite", "GET", "HEAD", "POST", sure=True)
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody. The link goes out by letter, and is shown this once."""
    if request.method != "POST":
        return _form(request, dict.fromkeys(_FIELDS, "") | {"role": "officer", "language": language_now()})
    given, naming = typed(request, *_FIELDS), naming_now()
    city, namesakes = typed_city(given, naming)
    if given["city"].strip() and not city:
        words = _("Several places bear this name. Choose one.") if namesakes else _("No place of this name is known.")
        return _form(request, given, namesakes=namesakes, city_fault=words, status=422)
    invited = Invited(
        display_name=given["display_name"], role=given["role"], email=given["email"], language=given["language"],
        city=city,
    )  # fmt: skip
    try:
        invitation, secret = joining.invite(invited, by=signed_in(request))
    except CannotInvite as fault:
        return _form(request, given, fault=str(fault), status=422)
    return _sent(request, invitation, secret)


@needs("member.invite", "POST", sure=True)
def invite_again(request: HttpRequest, number: int) -> HttpResponse:
    """A new link for somebody who is invited already; the old one opens nothing any more."""
    typed(request)
    invitation = _invitation(number)
    try:
        secret = joining.renew(invitation, by=signed_in(request))
    except CannotInvite:
        return HttpResponseRedirect(reverse("office:members"))
    return _sent(request, invitation, secret)


@needs("member.invite", "POST", sure=True)
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Take an invitation back."""
    typed(request)
    invitation = _invitation(number)
    try:
        joining.revoke(invitation, by=signed_in(request))
    except CannotInvite as fault:
        return _form(request, dict.fromkeys(_FIELDS, ""), fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:members") + "#invited")


@sensitive_post_parameters("password", "again")
@public("GET", "HEAD", "POST")
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link: a name to sign in with and a password, then the second factor."""
    try:
        invitation = joining.invitation_of(secret, address=address_of(request))
        if request.method != "POST":
            return _accept(request, invitation)
        return _accepted(request, invitation, secret)
    except NoInvitation as fault:
        raise Http404 from fault
    except TooManyTries as fault:
        return page(request, "office/wait.html", {"words": str(fault)}, place="sign_in", status=429)


def _accepted(request: HttpRequest, invitation: Invitation, secret: str) -> HttpResponse:
    given = typed(request, "username", "password", "again")
    try:
        if given["password"] != given["again"]:
            raise CannotAdd(_("The two passwords differ."))
        member = joining.accept(
            secret, username=given["username"], password=given["password"], address=address_of(request)
        )
    except CannotAdd as fault:
        return _accept(request, invitation, given["username"], str(fault), 422)
    return HttpResponseRedirect(enter(request, member, reverse("office:factors")))


def _sent(request: HttpRequest, invitation: Invitation, secret: str) -> HttpResponse:
    with override(invitation.language):
        link = request.build_absolute_uri(reverse("office:accept", args=[secret]))
    context = {
        "heading": _("Invited"),
        "back": reverse("office:members"),
        "link": link,
        "who": invitation.display_name,
        "email": invitation.email,
        "sent": send_invitation(invitation, link),
        "until": day(invitation.expires_at.date(), language_now()),
    }
    return page(request, "office/invited.html", context, place=_PLACE)


def _form(
    request: HttpRequest,
    given: dict[str, str],
    *,
    fault: str = "",
    city_fault: str = "",
    namesakes: object = (),
    status: int = 200,
) -> HttpResponse:
    gives = roles_to_give(signed_in(request))
    context = {
        "typed": given,
        "roles": [(code, words) for code, words in ROLES if code in gives],
        "languages": settings.LANGUAGES,
        "days": INVITATION_LASTS.days,
        "fault": fault,
        "city_fault": city_fault,
        "namesakes": namesakes,
    }
    return page(request, "office/invite.html", context, place=_PLACE, status=status)


def _accept(
    request: HttpRequest, invitation: Invitation, username: str | None = None, fault: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "who": invitation.display_name,
        "role": invitation.get_role_display(),
        "by": str(invitation.by or ""),
        "until": day(invitation.expires_at.date(), language_now()),
        "username": invitation.email.partition("@")[0] if username is None else username,
        "fault": fault,
    }
    return page(request, "office/accept.html", context, place="sign_in", status=status)


def _invitation(number: int) -> Invitation:
    found = Invitation.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found
