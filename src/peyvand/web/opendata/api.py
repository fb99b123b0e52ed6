"""The public register for programs: the search, as JSON."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from peyvand.adapters.exports.model import LICENCE
from peyvand.core.search.asked import MOST_LETTERS
from peyvand.records.places.queries import place_of
from peyvand.records.search.as_json import hit_json
from peyvand.records.search.queries import Filters, Place, search
from peyvand.web.shared.digits import plain
from peyvand.web.shared.policy import public

PARAMS = ("q", "kind", "place", "year", "language", "standing", "near", "tier", "after")
_KEPT = ("q", "kind", "place", "year", "language", "standing")
# No kind, language or place is called by more letters.
_LONGEST = 100


@public(params=PARAMS)
def found(request: HttpRequest) -> HttpResponse:
    """Hits of the public register, each with its evidence; ``next`` leads on. ``place`` is an id or an address."""
    given = {name: request.GET.get(name, "").replace("\0", "").strip() for name in PARAMS}
    wrong = [name for name in request.GET if name not in PARAMS]
    wrong += [name for name in PARAMS[1:] if len(given[name]) > _LONGEST]
    year, start = plain(given["year"]), Place.read(given["tier"], given["after"])
    wrong += ["year"] if year and not (year.isdecimal() and len(year) < 5) else []
    wrong += ["after"] if given["after"] and start is None else []
    if wrong:
        return _faults(wrong)
    filters = Filters(
        kind=given["kind"],
        place=place_of(given["place"]) or given["place"],
        year=int(year) if year else None,
        language=given["language"],
        standing=given["standing"],
    )
    results = search(given["q"][:MOST_LETTERS], None, filters=filters, start=start, loose=given["near"] == "1")
    return JsonResponse(
        {
            "ok": True,
            "data": [hit_json(hit) for hit in results.hits],
            "near": results.loose,
            "licence": LICENCE,
            "next": _next(given, results.following, loose=results.loose),
        },
        json_dumps_params={"ensure_ascii": False},
    )


def _next(given: dict[str, str], following: Place | None, *, loose: bool) -> str | None:
    if following is None:
        return None
    kept = {name: given[name] for name in _KEPT if given[name]} | ({"near": "1"} if loose else {})
    return f"{reverse('api:search')}?{urlencode(kept | {'tier': following.tier, 'after': following.after})}"


def _faults(wrong: list[str]) -> HttpResponse:
    errors = [{"at": name, "why": "unknown" if name not in PARAMS else "malformed"} for name in wrong]
    return JsonResponse({"ok": False, "status": 422, "errors": errors}, status=422)
