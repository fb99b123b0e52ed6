"""Procedures of countries: what the house knows of them, and the office's own editions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.lexicon.packs import countries
from peyvand.records.accounts.permissions import may
from peyvand.records.casework.actions import CannotRecord, edit_pack
from peyvand.records.casework.packs import BadPack
from peyvand.records.casework.queries import touched_by
from peyvand.web.office.casewords import CONFIDENCE, EFFECTS, PROOFS
from peyvand.web.office.lawbook import law_page, touched_lines
from peyvand.web.office.lawmaking import EDITION_FIELDS, edition
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import language_now, naming_now, page

_PLACE = "cases"


@needs("case.see")
def procedures(request: HttpRequest) -> HttpResponse:
    """The countries whose procedure is known."""
    naming = naming_now()
    known = sorted((naming.country(code), code) for code in countries())
    lines = [(name, reverse("office:procedure", args=[code.lower()])) for name, code in known]
    return page(request, "office/procedures.html", {"lines": lines}, place=_PLACE)


@needs("case.see")
def procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """One country's procedure as it holds today."""
    return _show(request, slug)


@needs("procedure.edit", "POST", fields=EDITION_FIELDS)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Try an edition on the open cases, or put it in force."""
    country, member = slug.upper(), signed_in(request)
    if country not in countries():
        raise Http404
    try:
        told = edition(country, request.POST, timezone.localdate())
        if request.POST.get("action") == "keep":
            edit_pack(country, told, reason=request.POST.get("reason", ""), by=member)
            return HttpResponseRedirect(reverse("office:procedure", args=[slug]))
        touched = touched_lines(touched_by(country, told, member, language=language_now()), language_now())
    except (BadPack, CannotRecord) as fault:
        return _show(request, slug, {"fault": str(fault), "form": request.POST}, status=422)
    return _show(request, slug, {"touched": touched, "tried": True, "form": request.POST})


def _show(request: HttpRequest, slug: str, more: dict[str, object] | None = None, *, status: int = 200) -> HttpResponse:
    shown = law_page(slug.upper(), naming_now(), timezone.localdate())
    if shown is None:
        raise Http404
    plain = {"fault": "", "tried": False, "touched": [], "form": None}
    context = {
        "page": shown,
        "may_edit": may(signed_in(request), "procedure.edit"),
        "slug": slug,
        "confidences": [(str(code), _(words)) for code, words in CONFIDENCE.items()],
        "effects": [(str(code), _(words)) for code, words in EFFECTS.items()],
        "proofs": [(str(code), _(words)) for code, words in PROOFS.items()],
        **plain,
        **(more or {}),
    }
    return page(request, "office/procedure.html", context, place=_PLACE, status=status)
