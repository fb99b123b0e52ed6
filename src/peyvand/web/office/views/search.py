"""The search of members, over all that each may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.telling.searching import PARAMS, search_page, suggestions


@needs("office.enter", params=PARAMS)
def search(request: HttpRequest) -> HttpResponse:
    """What this member may find."""
    address = reverse("office:search")
    shown = search_page(request.GET.dict(), signed_in(request), naming_now(), address)
    context = {"page": shown, "address": address, "suggest": reverse("office:suggest")}
    return page(request, "shared/search.html", context, place="search", params=PARAMS)


@needs("office.enter", params=("q",))
def suggest(request: HttpRequest) -> HttpResponse:
    """A few things whose names begin as typed, as a piece of the page."""
    lines = suggestions(request.GET.get("q", ""), signed_in(request), naming_now())
    return render(request, "shared/suggested.html", {"lines": lines}, using="jinja2")
