"""Cases: the list, a new one, and one case with its two tracks."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.pack import Purpose
from peyvand.records.accounts.permissions import PERMISSIONS, may
from peyvand.records.accounts.queries import members
from peyvand.records.accounts.scopes import rows_within
from peyvand.records.casework import queries
from peyvand.records.casework.actions import CannotRecord, MovedMeanwhile
from peyvand.records.casework.models import Case
from peyvand.records.intake.actions import JudgedMeanwhile
from peyvand.records.intake.paging import PAGE, pages_of
from peyvand.web.office.casebook import Typed, case_lines, case_page, number_of
from peyvand.web.office.casewords import LEVELS, PURPOSES, RANKS, STATES
from peyvand.web.office.casing import OPENING_FIELDS, STEP_FIELDS, Opening, record, record_whole
from peyvand.web.shared.dates import as_typed
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import language_now, naming_now, page
from peyvand.web.shared.seeing import about
from peyvand.web.shared.words import INSTRUMENTS, word
from peyvand.web.telling.belongings import papers_of_case

_PLACE = "cases"
PARAMS = ("state", "page")


@needs("case.see", params=PARAMS)
def cases(request: HttpRequest) -> HttpResponse:
    """The cases, the open ones first: all, or those that stand somewhere."""
    member, state = signed_in(request), request.GET.get("state", "")
    state = state if state in STATES else ""
    found = [one for one in queries.cases(member, language=language_now()) if not state or one.state == state]
    pages = pages_of(len(found))
    at = min(page_asked(request.GET.get("page", "")), pages)
    context = {
        "lines": case_lines(queries.with_signings(found[(at - 1) * PAGE : at * PAGE]), language_now()),
        "pager": pager(reverse("office:cases"), {"state": state} if state else {}, at, pages),
        "state": state,
        "states": [(code, _(words)) for code, words in STATES.items()],
        "may_open": may(member, "case.open"),
    }
    return page(request, "office/cases.html", context, place=_PLACE, params=PARAMS)


@needs("case.open", "GET", "HEAD", "POST", fields=OPENING_FIELDS)
def new_case(request: HttpRequest) -> HttpResponse:
    """Open a case for a bond and an instrument."""
    member, naming = signed_in(request), naming_now()
    if request.method != "POST":
        own = {"own": naming.place(member.city) if member.city else "", "partner": ""}
        today = as_typed(timezone.localdate(), naming.language)
        return _opening(request, Opening(places=own, on=today))
    opening = Opening.typed(request.POST, naming)
    if opening.faults:
        return _opening(request, opening, status=422)
    try:
        case = opening.open(by=member)
    except CannotRecord as fault:
        return _opening(request, opening, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:case", args=[case.pk]))


@needs("case.see")
def case(request: HttpRequest, number: int) -> HttpResponse:
    """One case: both sides’ steps, the first lawful day, and what was recorded."""
    return _show(request, _case(request, number))


@needs("case.record", "POST", fields=STEP_FIELDS)
def record_step(request: HttpRequest, number: int) -> HttpResponse:
    """Record something of one step; where that cannot be, the page again with what was typed."""
    found = _case(request, number)
    try:
        record(found, request.POST, by=signed_in(request))
    except (CannotRecord, MovedMeanwhile, JudgedMeanwhile) as fault:
        status = 422 if isinstance(fault, CannotRecord) else 409
        return _show(request, found, _typed(request, str(fault)), status=status)
    return HttpResponseRedirect(reverse("office:case", args=[found.pk]) + f"#{_anchor(request)}")


@needs("case.open", "POST", fields=("what", "reason", "on", "to"))
def record_case(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw a case, take it up again, or hand it over."""
    found = _case(request, number)
    try:
        record_whole(found, request.POST, by=signed_in(request))
    except CannotRecord as fault:
        return _show(request, found, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:case", args=[found.pk]))


def _opening(request: HttpRequest, opening: Opening, *, fault: str = "", status: int = 200) -> HttpResponse:
    context = {
        "opening": opening,
        "fault": fault,
        "instruments": [(str(code), word(INSTRUMENTS, code)) for code in reversed(Instrument)],
        "purposes": [(str(code), _(PURPOSES[code])) for code in Purpose],
        "levels": [(str(code), _(words)) for code, words in LEVELS.items()],
        "ranks": [(str(code), _(words)) for code, words in RANKS.items()],
    }
    return page(request, "office/new_case.html", context, place=_PLACE, status=status)


def _show(
    request: HttpRequest, found: Case, typed: Typed | None = None, *, fault: str = "", status: int = 200
) -> HttpResponse:
    member, today = signed_in(request), timezone.localdate()
    view = queries.case_view(found.pk, member, language=language_now(), today=today)
    if view is None:
        raise Http404
    about(request, found.places)
    rights = frozenset(one for one in PERMISSIONS if may(member, one, places=found.places))
    shown = case_page(view, naming_now(), today, rights, typed)
    gates = [(card.side, card.key) for track in shown.tracks for card in track.cards]
    papers, of_gates = papers_of_case(found.pk, found.places, gates, member, naming_now(), today)
    context = {
        "page": shown,
        "papers": papers,
        "gate_papers": of_gates,
        "rights": rights,
        "fault": fault,
        "members": [one for one in members() if one.in_office and one != view.responsible],
    }
    return page(request, "office/case.html", context, place=_PLACE, status=status)


def _typed(request: HttpRequest, fault: str) -> Typed:
    values = {name: request.POST.get(name, "") for name in request.POST if name != "csrfmiddlewaretoken"}
    return Typed(number_of(values.get("side", "")) or 0, values.get("step", ""), fault, values)


def _anchor(request: HttpRequest) -> str:
    return f"step-{number_of(request.POST.get('side', '')) or 0}-{request.POST.get('step', '')}"


def _case(request: HttpRequest, number: int) -> Case:
    """A case that this member sees; one that is hidden is as missing as any."""
    found = Case.objects.filter(rows_within(signed_in(request), "case.see"), pk=number).first()
    if found is None:
        raise Http404
    return found
