"""What completes a field while it is typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from peyvand.web.office.placing import offered_places
from peyvand.web.shared.policy import needs
from peyvand.web.shared.rendering import naming_now

PARAMS = ("q",)
_LONGEST = 100


@needs("office.enter", params=PARAMS)
def offer_places(request: HttpRequest) -> HttpResponse:
    """Places whose name begins with some letters, as options of a list."""
    offered = offered_places(request.GET.get("q", "")[:_LONGEST], naming_now())
    return render(request, "office/offers.html", {"offered": offered}, using="jinja2")
