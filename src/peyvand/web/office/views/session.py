"""Members come in and go out."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from peyvand.records.accounts import factors
from peyvand.records.accounts.actions import NotServing, WrongPassword, check_serving, try_login
from peyvand.records.accounts.factors import WrongFactor, factors_of
from peyvand.records.accounts.throttle import TooManyTries
from peyvand.web.office.signing import (
    Halfway,
    come_in,
    enter,
    goal_of,
    halfway,
    keep_challenge,
    passkey_question,
    site_of,
    take_challenge,
)
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, public
from peyvand.web.shared.rendering import page
from peyvand.web.shared.sessions import address_of

_PLACE, _GOAL = "sign_in", "office:inbox"


@sensitive_post_parameters("password")
@public("GET", "HEAD", "POST", params=("next",))
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door. A wrong word keeps the name and says nothing of which was wrong."""
    if request.method != "POST":
        return _form(request, goal_of(request, request.GET.get("next", ""), _GOAL))
    given = typed(request, "username", "password", "next")
    name, goal = given["username"], goal_of(request, given["next"] or request.GET.get("next", ""), _GOAL)
    try:
        member = try_login(name, given["password"], address=address_of(request))
    except WrongPassword:
        return _form(request, goal, name=name, fault=_("The name or the password is wrong."), status=422)
    except NotServing as fault:
        return _form(request, goal, name=name, fault=str(fault), status=422)
    except TooManyTries as fault:
        return _form(request, goal, name=name, fault=str(fault), status=429)
    return HttpResponseRedirect(enter(request, member, goal))


@public("GET", "HEAD", "POST", fields=("code", "recovery", "answer"))
def second(request: HttpRequest) -> HttpResponse:
    """The second step: a code of the app, a passkey, or a recovery code."""
    found = halfway(request)
    if found is None or found.begins:
        return _anew(request)
    if request.method != "POST":
        return _second(request, found)
    given = typed(request, "code", "recovery", "answer")
    try:
        _pass(request, found, given)
    except WrongFactor as fault:
        return _second(request, found, fault=str(fault), status=422)
    except TooManyTries as fault:
        return _second(request, found, fault=str(fault), status=429)
    return HttpResponseRedirect(come_in(request, found.member, found.goal))


@public("POST")
def ask_passkey(request: HttpRequest) -> HttpResponse:
    """What a browser signs to come in with a passkey and nothing else, as JSON for the page's script."""
    typed(request)
    try:
        question = factors.ask_for_passkey(site_of(request), address=address_of(request))
    except TooManyTries as fault:
        return HttpResponse(str(fault), status=429, content_type="text/plain; charset=utf-8")
    return HttpResponse(keep_challenge(request, question), content_type="application/json")


@public("POST")
def with_passkey(request: HttpRequest) -> HttpResponse:
    """Come in with a passkey alone: it has asked its owner for a finger or a word, which makes two factors of it."""
    given = typed(request, "answer", "next")
    goal, address = goal_of(request, given["next"], _GOAL), address_of(request)
    try:
        member = factors.pass_passkey(site_of(request), given["answer"], take_challenge(request), address=address)
        check_serving(member)
    except (WrongFactor, NotServing) as fault:
        return _form(request, goal, fault=str(fault), status=422)
    except TooManyTries as fault:
        return _form(request, goal, fault=str(fault), status=429)
    return HttpResponseRedirect(come_in(request, member, goal))


@needs("office.enter", "POST", fields=())
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session everywhere in this browser."""
    logout(request)
    return HttpResponseRedirect(reverse("portal:home"))


def _pass(request: HttpRequest, found: Halfway, given: dict[str, str]) -> None:
    address = address_of(request)
    if given["answer"]:
        site, challenge = site_of(request), take_challenge(request)
        factors.pass_passkey(site, given["answer"], challenge, address=address, member=found.member)
    else:
        factors.pass_code(found.member, given["recovery"] or given["code"], address=address)


def _anew(request: HttpRequest) -> HttpResponse:
    fault = _("That took too long, or was finished already. Please sign in again.")
    return _form(request, reverse(_GOAL), fault=fault, status=422)


def _form(request: HttpRequest, goal: str, *, name: str = "", fault: str = "", status: int = 200) -> HttpResponse:
    context = {"goal": goal, "name": name, "fault": fault, "takes_passkeys": site_of(request).takes_passkeys}
    return page(request, "office/sign_in.html", context, place=_PLACE, params=("next",), status=status)


def _second(request: HttpRequest, found: Halfway, *, fault: str = "", status: int = 200) -> HttpResponse:
    has = factors_of(found.member)
    question = passkey_question(request, found.member, has)
    context = {"has": has, "question": question, "fault": fault, "who": str(found.member)}
    return page(request, "office/second.html", context, place=_PLACE, status=status)
