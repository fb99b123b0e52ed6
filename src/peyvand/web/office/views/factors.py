"""A member's own second factors."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.records.accounts import factors as records
from peyvand.records.accounts.factors import CannotChange, WrongFactor, factors_of, needs_factor
from peyvand.records.accounts.letters import tell_member
from peyvand.web.office.setting_up import setting_up, take
from peyvand.web.office.signing import come_in, halfway, note_owed
from peyvand.web.shared.dates import day
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, public, signed_in
from peyvand.web.shared.rendering import language_now, page

_PLACE = "account"


@needs("office.enter", "GET", "HEAD", "POST", sure=True)
def factors(request: HttpRequest) -> HttpResponse:
    """What the member has, and what can be added: an app in place of the one before, or one more passkey."""
    if request.method != "POST":
        return _show(request)
    member, given = signed_in(request), typed(request, "code", "answer", "name")
    try:
        shown = take(request, member, given)
    except (WrongFactor, CannotChange) as fault:
        return _show(request, fault=str(fault), status=422)
    note_owed(request, member)
    tell_member(member, gettext_lazy("A second factor was set up for your account."))
    return _codes(request, shown, reverse("office:factors"))


@needs("office.enter", "POST", sure=True)
def new_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes in place of the old ones."""
    typed(request)
    try:
        shown = records.new_codes(signed_in(request))
    except CannotChange as fault:
        return _show(request, fault=str(fault), status=422)
    tell_member(signed_in(request), gettext_lazy("Your account has new recovery codes."))
    return _codes(request, shown, reverse("office:factors"))


@needs("office.enter", "POST", sure=True)
def remove_app(request: HttpRequest) -> HttpResponse:
    """Take the app away."""
    typed(request)
    return _removed(request, lambda: records.remove_app(signed_in(request)))


@needs("office.enter", "POST", sure=True)
def remove_passkey(request: HttpRequest, number: int) -> HttpResponse:
    """Take one passkey away."""
    typed(request)
    return _removed(request, lambda: records.remove_passkey(signed_in(request), number))


@public("GET", "HEAD", "POST", fields=("code", "answer", "name"))
def begin(request: HttpRequest) -> HttpResponse:
    """For who has given the password, and whose role goes with a second factor that is not there yet."""
    found = halfway(request)
    if found is None or not found.begins:
        fault = _("That took too long, or was finished already. Please sign in again.")
        context = {"goal": reverse("office:inbox"), "name": "", "fault": fault, "takes_passkeys": False}
        return page(request, "office/sign_in.html", context, place="sign_in", status=422)
    fault, status = "", 200
    if request.method == "POST":
        try:
            shown = take(request, found.member, typed(request, "code", "answer", "name"))
        except (WrongFactor, CannotChange) as refused:
            fault, status = str(refused), 422
        else:
            return _codes(request, shown, come_in(request, found.member, found.goal))
    context = {"way": setting_up(request, found.member), "fault": fault, "who": str(found.member)}
    return page(request, "office/begin.html", context, place="sign_in", status=status)


def _removed(request: HttpRequest, remove: Callable[[], None]) -> HttpResponse:
    try:
        remove()
    except CannotChange as fault:
        return _show(request, fault=str(fault), status=422)
    note_owed(request, signed_in(request))
    tell_member(signed_in(request), gettext_lazy("A second factor was taken away from your account."))
    return HttpResponseRedirect(reverse("office:factors"))


def _codes(request: HttpRequest, shown: list[str], onward: str) -> HttpResponse:
    """The recovery codes, this once; onward at once where there are none to show."""
    if not shown:
        return HttpResponseRedirect(onward)
    return page(request, "office/recovery.html", {"codes": shown, "onward": onward}, place=_PLACE)


def _show(request: HttpRequest, *, fault: str = "", status: int = 200) -> HttpResponse:
    member, language = signed_in(request), language_now()
    has = factors_of(member)
    context = {
        "has": has,
        "app_since": day(has.app.added_at.date(), language) if has.app else None,
        "passkeys": [
            (
                one.pk,
                one.name,
                day(one.added_at.date(), language),
                day(one.used_at.date(), language) if one.used_at else None,
            )
            for one in has.passkeys
        ],
        "needs_factor": needs_factor(member),
        "way": setting_up(request, member),
        "fault": fault,
    }
    return page(request, "office/factors.html", context, place=_PLACE, status=status)
