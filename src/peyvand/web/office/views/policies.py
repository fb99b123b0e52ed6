"""Laws and periods by which the register is folded."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.records.register import laws
from peyvand.records.register.folding import policies as in_force
from peyvand.records.register.laws import CannotSet, NoSuchLaw
from peyvand.web.office.policymaking import POLICY_FIELDS, change_lines, earlier_line, law_line, proposed
from peyvand.web.office.preview import show_preview
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page


@needs("policy.set", "GET", "HEAD", "POST", fields=POLICY_FIELDS)
def policies(request: HttpRequest) -> HttpResponse:
    """What is in force and was before; each change is an entry, and is shown first by what it would change."""
    if request.method != "POST":
        return _shown(request)
    member = signed_in(request)
    address = reverse("office:policies")
    try:
        wanted = proposed(request.POST, naming_now(), member)
        if request.POST.get("preview"):
            found, looked_at = laws.consequences(wanted.policies)
            changes = change_lines(found, naming_now())
            return show_preview(request, address, address, changes, looked_at=looked_at)
        wanted.act()
    except (CannotSet, NoSuchLaw) as fault:
        return _shown(request, str(fault), 422)
    return HttpResponseRedirect(address)


def _shown(request: HttpRequest, fault: str = "", status: int = 200) -> HttpResponse:
    naming, now = naming_now(), in_force()
    typed = {name: request.POST.get(name, "") for name in ("binds", "against", "title", "since", "until")}
    stale, dormant = str(now.stale_after.days), str(now.dormant_after.days) if now.dormant_after else ""
    context = {
        "fault": fault,
        "typed": typed,
        "laws": [law_line(law, naming) for law in now.bars],
        "stale": request.POST.get("stale", stale),
        "dormant": request.POST.get("dormant", dormant),
        "earlier": [earlier_line(one, naming) for one in laws.entered()],
    }
    return page(request, "office/policies.html", context, place="findings", status=status)
