"""What is open to a member: shown, opened and taken back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.records.accounts.granting import CannotGrant, grant, grants_of, take_back
from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.permissions import may
from peyvand.web.office.access import (
    ACCESS_FIELDS,
    WIDTHS,
    AccessForm,
    empty_form,
    grant_lines,
    scope_words,
    typed_access,
)
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page


@needs("member.see")
def access(request: HttpRequest, number: int) -> HttpResponse:
    """What is open to a member, and was."""
    return _show(request, _member(number))


@needs("member.grant", "POST", sure=True)
def open_more(request: HttpRequest, number: int) -> HttpResponse:
    """Open the office, a city or a bond to a member."""
    found = _member(number)
    form = typed_access(typed(request, *ACCESS_FIELDS), naming_now())
    if form.faults:
        return _show(request, found, form, status=422)
    try:
        grant(
            found,
            form.places,
            reason=form.values["reason"],
            by=signed_in(request),
            since=form.since,
            until=form.until,
        )
    except CannotGrant as fault:
        return _show(request, found, form, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:access", args=[number]))


@needs("member.grant", "POST", sure=True)
def take_back_grant(request: HttpRequest, number: int, grant: int) -> HttpResponse:
    """Take back what was opened."""
    found, given = _member(number), typed(request, "reason")
    one = Grant.objects.filter(pk=grant, member=found).first()
    if one is None:
        raise Http404
    try:
        take_back(one, reason=given["reason"], by=signed_in(request))
    except CannotGrant as fault:
        return _show(request, found, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:access", args=[number]))


def _show(
    request: HttpRequest, found: Member, form: AccessForm | None = None, *, fault: str = "", status: int = 200
) -> HttpResponse:
    by, lines = signed_in(request), grant_lines(grants_of(found), naming_now())
    context = {
        "who": str(found),
        "role": str(found.get_role_display()),
        "number": found.pk,
        "open_now": scope_words(found, lines),
        "lines": lines,
        "form": form or empty_form(found),
        "widths": [(code, str(words)) for code, words in WIDTHS.items()],
        "may_grant": may(by, "member.grant"),
        "fault": fault,
    }
    return page(request, "office/access.html", context, place="members", status=status)


def _member(number: int) -> Member:
    found = Member.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found
