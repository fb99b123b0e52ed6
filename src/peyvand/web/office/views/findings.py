"""What does not agree, is missing or is due, over the whole register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from peyvand.records.accounts.permissions import may
from peyvand.records.intake.paging import PAGE, pages_of
from peyvand.web.office.findings import STATES, Wanted, found, kinds, lines
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page

PARAMS = ("code", "city", "state", "page")
_LONGEST = 100


@needs("statement.see_proposed", params=PARAMS)
def findings(request: HttpRequest) -> HttpResponse:
    """The findings that are asked for, a page at a time; each may be settled where it stands."""
    naming, wanted = naming_now(), _wanted(request)
    member = signed_in(request)
    fitting = found(wanted, naming, member)
    pages = pages_of(len(fitting))
    at = max(1, min(page_asked(request.GET.get("page", "")), pages))
    query = {"code": wanted.code, "city": wanted.city, "state": wanted.state if wanted.state != "open" else ""}
    asked = {name: value for name, value in query.items() if value}
    context = {
        "lines": lines(fitting[(at - 1) * PAGE : at * PAGE], naming),
        "found": len(fitting),
        "wanted": wanted,
        "kinds": kinds(member),
        "states": [(code, str(words)) for code, words in STATES.items()],
        "pager": pager(reverse("office:findings"), asked, at, pages),
        "may_set": may(member, "policy.set"),
        "may_settle": may(member, "finding.settle"),
    }
    return page(request, "office/findings.html", context, place="findings", params=PARAMS)


def _wanted(request: HttpRequest) -> Wanted:
    state = request.GET.get("state", "open")
    return Wanted(
        code=request.GET.get("code", "")[:_LONGEST],
        city=request.GET.get("city", "").strip()[:_LONGEST],
        state=state if state in (*STATES, "all") else "open",
    )
