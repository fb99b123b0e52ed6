"""What waits for a verdict, and new sources pasted in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.records.accounts.permissions import may
from peyvand.records.intake import queries as intake
from peyvand.web.office.pasting import Pasted, take_in
from peyvand.web.office.present import waiting_lines
from peyvand.web.shared.policy import member_of, needs
from peyvand.web.shared.rendering import language_now, page


@needs("office.enter")
def door(request: HttpRequest) -> HttpResponse:
    """The office begins with its inbox, for those who may see it."""
    sees = may(member_of(request), "statement.see_proposed")
    return HttpResponseRedirect(reverse("office:inbox" if sees else "portal:home"))


@needs("statement.see_proposed")
def inbox(request: HttpRequest) -> HttpResponse:
    """The sources with something to judge, the longest waiting first."""
    member = member_of(request)
    assert member is not None
    context = {
        "waiting": waiting_lines(intake.inbox(member), language_now()),
        "may_propose": may(member, "statement.propose"),
        "pasted": Pasted(),
    }
    return page(request, "office/inbox.html", context, place="inbox")


@needs("statement.propose", "GET", "HEAD", "POST")
def paste(request: HttpRequest) -> HttpResponse:
    """An article's text goes through the reader; what it finds waits on the desk."""
    if request.method != "POST":
        return page(request, "office/paste.html", {"pasted": Pasted()}, place="inbox")
    member = member_of(request)
    assert member is not None
    pasted = Pasted.typed(request.POST)
    if pasted.sound:
        pasted, capture = take_in(pasted, by=member)
        if capture:
            return HttpResponseRedirect(reverse("office:desk", args=[capture]))
    return page(request, "office/paste.html", {"pasted": pasted}, place="inbox", status=422)
