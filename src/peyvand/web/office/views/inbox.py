"""What waits for a verdict, and new sources pasted in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.permissions import may
from peyvand.records.intake import queries as intake
from peyvand.web.office.pasting import Pasted, take_in
from peyvand.web.office.present import waiting_lines
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import member_of, needs, signed_in
from peyvand.web.shared.rendering import language_now, page
from peyvand.web.shared.words import SOURCE_KINDS, word

PARAMS = ("page", "q", "kind")
_LONGEST_WORDS = 100


@needs("office.enter")
def door(request: HttpRequest) -> HttpResponse:
    """The office begins with its inbox, for those who may see it."""
    sees = may(member_of(request), "statement.see_proposed")
    return HttpResponseRedirect(reverse("office:inbox" if sees else "portal:home"))


@needs("statement.see_proposed", params=PARAMS)
def inbox(request: HttpRequest) -> HttpResponse:
    """The sources with something to judge, the longest waiting first."""
    member = signed_in(request)
    asked = _asked(request)
    found = intake.inbox(member, words=asked["q"], kind=asked["kind"], page=page_asked(request.GET.get("page", "")))
    query = {name: value for name, value in asked.items() if value}
    context = {
        "inbox": found,
        "waiting": waiting_lines(found.lines, language_now()),
        "pager": pager(reverse("office:inbox"), query, found.page, found.pages),
        "asked": asked,
        "kinds": [(str(kind), word(SOURCE_KINDS, kind)) for kind in SourceKind],
        "may_propose": may(member, "statement.propose"),
        "pasted": Pasted(),
    }
    return page(request, "office/inbox.html", context, place="inbox", params=PARAMS)


def _asked(request: HttpRequest) -> dict[str, str]:
    kind = request.GET.get("kind", "")
    return {"q": request.GET.get("q", "").strip()[:_LONGEST_WORDS], "kind": kind if kind in set(SourceKind) else ""}


@needs("statement.propose", "GET", "HEAD", "POST")
def paste(request: HttpRequest) -> HttpResponse:
    """An article's text goes through the reader; what it finds waits on the desk."""
    if request.method != "POST":
        return page(request, "office/paste.html", {"pasted": Pasted()}, place="inbox")
    member = signed_in(request)
    pasted = Pasted.typed(request.POST)
    if pasted.sound:
        pasted, capture = take_in(pasted, by=member)
        if capture:
            return HttpResponseRedirect(reverse("office:desk", args=[capture]))
    return page(request, "office/paste.html", {"pasted": pasted}, place="inbox", status=422)
