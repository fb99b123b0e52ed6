"""The audit: all of it, of one member, of one bond or city; and as a file."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.custody.trail import trail, whole_trail
from peyvand.records.places.queries import place_of
from peyvand.records.register.queries import pair_at
from peyvand.web.office.auditing import KINDS, as_query, asked, audit_lines, audit_table
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.seeing import about

PARAMS = ("kind", "thing", "since", "until", "before")


@needs("audit.see", params=PARAMS)
def audit(request: HttpRequest) -> HttpResponse:
    """All that was done, seen and taken away, the newest first."""
    return _show(request, "", reverse("office:audit"))


@needs("audit.see", params=PARAMS)
def of_member(request: HttpRequest, number: int) -> HttpResponse:
    """What a member did, saw and took away, and what was done to their access."""
    found = Member.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return _show(request, str(found), reverse("office:audit_of_member", args=[number]), member=number)


@needs("audit.see", params=PARAMS)
def of_bond(request: HttpRequest, slug: str) -> HttpResponse:
    """What was done and seen of one bond."""
    pair = pair_at(slug)
    if pair is None:
        raise Http404
    about(request, pair)
    return _show(request, naming_now().listed(pair), reverse("office:audit_of_bond", args=[slug]), places=pair)


@needs("audit.see", params=PARAMS)
def of_city(request: HttpRequest, slug: str) -> HttpResponse:
    """What was done and seen of one city and its bonds."""
    place = place_of(slug)
    if place is None:
        raise Http404
    about(request, (place,))
    return _show(request, naming_now().place(place), reverse("office:audit_of_city", args=[slug]), places=(place,))


@needs("audit.export", params=(*PARAMS, "member"), sure=True)
def audit_file(request: HttpRequest) -> HttpResponseBase:
    """The audit as a table, in codes: all of it or what is asked for."""
    member = request.GET.get("member", "")
    number = int(member) if member.isdecimal() and len(member) < 19 else None
    wanted = asked(request.GET, member=number).wanted
    if request.method == "HEAD":
        return HttpResponse(content_type="text/csv; charset=utf-8")
    lines = audit_table(whole_trail(signed_in(request), wanted))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"peyvand-audit-{timezone.localdate().isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _show(request: HttpRequest, title: str, address: str, **on: object) -> HttpResponse:
    member, naming = signed_in(request), naming_now()
    given = asked(request.GET, **on)
    found = trail(member, given.wanted)
    query = as_query(given.typed)
    numbered = {"member": str(on["member"])} if "member" in on else {}
    context = {
        "of": title,
        "address": address,
        "lines": audit_lines(found.lines, naming),
        "typed": given.typed,
        "faults": given.faults,
        "kinds": [(str(code), str(words)) for code, words in KINDS.items()],
        "older": f"{address}?{urlencode({**query, 'before': found.older})}" if found.older else "",
        "newest": f"{address}?{urlencode(query)}" if request.GET.get("before") else "",
        "file": _file({**query, **numbered}) if may(member, "audit.export") and "places" not in on else "",
    }
    status = 422 if given.faults else 200
    return page(request, "office/audit.html", context, place="audit", params=PARAMS, status=status)


def _file(query: dict[str, str]) -> str:
    address = reverse("office:audit_file")
    return f"{address}?{urlencode(query)}" if query else address
