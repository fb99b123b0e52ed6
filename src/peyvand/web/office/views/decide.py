"""Where the forms of decisions arrive, from the pages that they stand on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from peyvand.records.accounts.models import Member
from peyvand.records.ledger.rehearsing import rehearsed
from peyvand.records.register.deciding import CannotDecide
from peyvand.web.office.decisions import FORMS, Several, decide, places_of_form
from peyvand.web.office.preview import changes, show_preview, snapshot
from peyvand.web.shared.policy import View, needs, signed_in
from peyvand.web.shared.rendering import naming_now, page


def decided(what: str) -> View:
    """The view that a form's words come to: decide and go back; where that cannot be, the form again as typed."""

    @needs(FORMS[what].permission, "POST", fields=FORMS[what].known)
    def view(request: HttpRequest) -> HttpResponse:
        member = signed_in(request)
        try:
            if request.POST.get("preview"):
                return _preview(request, what, member)
            decide(what, request.POST, naming_now(), member)
        except CannotDecide as fault:
            return _again(request, what, fault)
        return HttpResponseRedirect(_back(request))

    return view


def _preview(request: HttpRequest, what: str, member: Member) -> HttpResponse:
    """What the decision would change, with the form to take it."""
    naming = naming_now()
    places = places_of_form(what, request.POST, naming, member)
    before = snapshot(places, naming)
    after = rehearsed(lambda: decide(what, request.POST, naming, member), lambda: snapshot(places, naming))
    return show_preview(request, reverse(f"office:decide_{what}"), _back(request), changes(before, after))


def _again(request: HttpRequest, what: str, fault: CannotDecide) -> HttpResponse:
    shown = FORMS[what].fields
    names = {name for name, _label in shown}
    kept = [(name, value) for name in request.POST if name not in names for value in request.POST.getlist(name)]
    context = {
        "what": what,
        "fault": str(fault),
        "back": _back(request),
        "fields": [(name, str(label), request.POST.get(name, "")) for name, label in shown],
        "kept": [(name, value) for name, value in kept if name not in ("csrfmiddlewaretoken", "next")],
        "several": fault if isinstance(fault, Several) else None,
    }
    return page(request, "office/undecided.html", context, status=422)


def _back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else reverse("portal:home")
