"""Addresses that belong to no language."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from peyvand.web.shared.policy import public

_ROBOTS = "User-agent: *\nDisallow: /fa/office/\nDisallow: /en/office/\nDisallow: /office/\n"


@public()
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the site answers and its database with it."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


@public()
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers are asked to leave alone."""
    del request
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")
