"""Members come in and go out."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from peyvand.records.accounts.actions import NotServing, WrongPassword, remember_address, try_login
from peyvand.records.accounts.throttle import TooManyTries
from peyvand.web.shared.policy import needs, public
from peyvand.web.shared.rendering import page


@sensitive_post_parameters("password")
@public("GET", "HEAD", "POST", params=("next",))
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door. A wrong word keeps the name and says nothing of which was wrong."""
    goal = _goal(request)
    if request.method != "POST":
        return _form(request, goal)
    name, password = request.POST.get("username", ""), request.POST.get("password", "")
    try:
        member = try_login(name, password, address=request.META.get("REMOTE_ADDR", ""))
    except WrongPassword:
        return _form(request, goal, name=name, fault=_("The name or the password is wrong."), status=422)
    except NotServing as fault:
        return _form(request, goal, name=name, fault=str(fault), status=422)
    except TooManyTries as fault:
        return _form(request, goal, name=name, fault=str(fault), status=429)
    login(request, member)
    remember_address(member, request.META.get("REMOTE_ADDR", ""))
    return HttpResponseRedirect(goal)


@needs("office.enter", "POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session everywhere in this browser."""
    logout(request)
    return HttpResponseRedirect(reverse("portal:home"))


def _form(request: HttpRequest, goal: str, *, name: str = "", fault: str = "", status: int = 200) -> HttpResponse:
    context = {"goal": goal, "name": name, "fault": fault}
    return page(request, "office/sign_in.html", context, place="sign_in", status=status)


def _goal(request: HttpRequest) -> str:
    """Where the visitor wanted to go, if it is ours."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else reverse("office:inbox")
