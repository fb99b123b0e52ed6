"""A member's own page: who they are here, their password, and where they are signed in."""

from __future__ import annotations

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.debug import sensitive_post_parameters

from peyvand.records.accounts import actions, sittings
from peyvand.records.accounts.actions import CannotAdd, WrongPassword
from peyvand.records.accounts.factors import factors_of
from peyvand.records.accounts.letters import tell_member
from peyvand.records.accounts.permissions import may
from peyvand.records.accounts.throttle import TooManyTries
from peyvand.web.office.membership import own_page
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.sessions import address_of, be_sure, sitting_secret

_PLACE = "account"


@needs("office.enter", "GET", "HEAD", "POST")
def account(request: HttpRequest) -> HttpResponse:
    """What the office knows of the member, and what they may change of it."""
    member = signed_in(request)
    if request.method != "POST":
        return _show(request)
    given = typed(request, "display_name", "language", "email")
    before = member.email
    if given["email"].strip() != before:
        # Letters about access go there.
        be_sure(request)
    try:
        actions.edit_own(member, **given)
    except CannotAdd as fault:
        member.refresh_from_db()
        return _show(request, given, fault=str(fault), status=422)
    if before and before != member.email:
        tell_member(member, gettext_lazy("Your e-mail address was changed."), to=before)
    with override(member.language):
        return HttpResponseRedirect(reverse("office:account"))


@sensitive_post_parameters("old", "new", "again")
@needs("office.enter", "POST")
def password(request: HttpRequest) -> HttpResponse:
    """A new password; it ends all other sessions of the member."""
    member, given = signed_in(request), typed(request, "old", "new", "again")
    try:
        if given["new"] != given["again"]:
            raise CannotAdd(_("The two passwords differ."))
        actions.change_password(member, given["old"], given["new"], address=address_of(request))
    except (WrongPassword, CannotAdd) as fault:
        return _show(request, password_fault=str(fault), status=422)
    except TooManyTries as fault:
        return _show(request, password_fault=str(fault), status=429)
    update_session_auth_hash(request, member)
    sittings.end_all(member, but=sitting_secret(request))
    tell_member(member, gettext_lazy("Your password was changed."))
    return HttpResponseRedirect(reverse("office:account") + "#sessions")


@needs("office.enter", "POST")
def end_session(request: HttpRequest, number: int) -> HttpResponse:
    """End one session; this one too, which signs out."""
    typed(request)
    sittings.end(signed_in(request), number)
    return HttpResponseRedirect(reverse("office:account") + "#sessions")


@needs("office.enter", "POST")
def end_others(request: HttpRequest) -> HttpResponse:
    """End all sessions but this one."""
    typed(request)
    sittings.end_all(signed_in(request), but=sitting_secret(request))
    return HttpResponseRedirect(reverse("office:account") + "#sessions")


def _show(
    request: HttpRequest,
    given: dict[str, str] | None = None,
    *,
    fault: str = "",
    password_fault: str = "",
    status: int = 200,
) -> HttpResponse:
    member = signed_in(request)
    known = {"display_name": member.display_name, "language": member.language, "email": member.email}
    context = {
        "own": own_page(member, naming_now(), sitting_secret(request)),
        "typed": given or known,
        "has": factors_of(member),
        "sees_members": may(member, "member.see"),
        "fault": fault,
        "password_fault": password_fault,
    }
    return page(request, "office/account.html", context, place=_PLACE, status=status)
