"""Addresses that belong to no language."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from peyvand.records.agenda.jobs import health
from peyvand.web.shared.policy import public

_ROBOTS = "User-agent: *\nDisallow: /fa/office/\nDisallow: /en/office/\nDisallow: /office/\n"


@public()
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the site answers and its database with it; and how scheduled work stands, which stops no page."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    found = health(timezone.now())
    jobs = {job.name: {"due": job.due_at.isoformat(), "failures": job.failures} for job in found.jobs}
    return JsonResponse({"ok": True, "worker": {"well": found.well, "late": list(found.late), "jobs": jobs}})


@public()
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers are asked to leave alone."""
    del request
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")
