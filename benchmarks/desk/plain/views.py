"""The anchor's pages: a list of fifty rows with a pager, and a search with BM25, extracts and a count."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from benchmarks.desk.plain.models import Tie

_ROWS, _FOUND = 50, 20
_SEARCH = (
    "SELECT t.id, t.slug, t.city, t.partner, t.since, snippet(plain_fts, 2, '<mark>', '</mark>', '…', 24)"
    " FROM plain_fts f JOIN plain_tie t ON t.id = f.rowid WHERE plain_fts MATCH %s ORDER BY f.rank LIMIT %s"
)


def ties(request: HttpRequest) -> HttpResponse:
    """Fifty rows."""
    pages = Paginator(Tie.objects.order_by("-statements", "id"), _ROWS)
    return render(request, "plain/list.html", {"page": pages.get_page(request.GET.get("page"))})


def search(request: HttpRequest) -> HttpResponse:
    """Twenty hits, the best by BM25."""
    words = request.GET.get("q", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM plain_fts WHERE plain_fts MATCH %s", [words])
        found = cursor.fetchone()[0]
        cursor.execute(_SEARCH, [words, _FOUND])
        hits = cursor.fetchall()
    return render(request, "plain/search.html", {"words": words, "found": found, "hits": hits})
