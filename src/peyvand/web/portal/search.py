"""The search of everybody, over the public register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from peyvand.web.shared.policy import member_of, public
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.telling.searching import PARAMS, search_page, suggestions


@public(params=PARAMS)
def search(request: HttpRequest) -> HttpResponse:
    """What visitors may find; a member goes on to the office's own search."""
    if member_of(request):
        asked = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(reverse("office:search") + (f"?{asked}" if asked else ""))
    address = reverse("portal:search")
    shown = search_page(request.GET.dict(), None, naming_now(), address)
    context = {"page": shown, "address": address, "suggest": reverse("portal:suggest")}
    return page(request, "shared/search.html", context, place="search", params=PARAMS)


@public(params=("q",))
def suggest(request: HttpRequest) -> HttpResponse:
    """A few things whose names begin as typed, as a piece of the page."""
    lines = suggestions(request.GET.get("q", ""), None, naming_now())
    return render(request, "shared/suggested.html", {"lines": lines}, using="jinja2")
