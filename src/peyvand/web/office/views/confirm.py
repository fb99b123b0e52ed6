"""Members show again who they are, before what would harm most in the wrong hands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.debug import sensitive_post_parameters

from peyvand.records.accounts import factors
from peyvand.records.accounts.actions import WrongPassword
from peyvand.records.accounts.actions import confirm as confirm_password
from peyvand.records.accounts.factors import WrongFactor, factors_of
from peyvand.records.accounts.throttle import TooManyTries
from peyvand.web.office.signing import goal_of, onward, passkey_question, site_of, take_challenge
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import page
from peyvand.web.shared.sessions import address_of, make_sure

_GOAL = "office:account"


@sensitive_post_parameters("password")
@needs("office.enter", "GET", "HEAD", "POST", params=("next",))
def confirm(request: HttpRequest) -> HttpResponse:
    """By the password or a passkey; then back to where the member was going."""
    if request.method != "POST":
        return _form(request, goal_of(request, request.GET.get("next", ""), _GOAL))
    given = typed(request, "password", "answer", "next")
    goal = goal_of(request, given["next"], _GOAL)
    try:
        _check(request, given)
    except (WrongPassword, WrongFactor) as fault:
        return _form(request, goal, fault=str(fault), status=422)
    except TooManyTries as fault:
        return _form(request, goal, fault=str(fault), status=429)
    make_sure(request)
    return HttpResponseRedirect(onward(request, signed_in(request), goal))


def _check(request: HttpRequest, given: dict[str, str]) -> None:
    member, address = signed_in(request), address_of(request)
    if given["answer"]:
        challenge = take_challenge(request)
        factors.pass_passkey(site_of(request), given["answer"], challenge, address=address, member=member)
    else:
        confirm_password(member, given["password"], address=address)


def _form(request: HttpRequest, goal: str, *, fault: str = "", status: int = 200) -> HttpResponse:
    member = signed_in(request)
    question = passkey_question(request, member, factors_of(member))
    context = {"goal": goal, "fault": fault, "question": question}
    return page(request, "office/confirm.html", context, place="account", params=("next",), status=status)
