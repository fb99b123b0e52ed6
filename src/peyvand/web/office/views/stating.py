"""A statement by hand, on the desk of its source."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.core.ledger.words import Channel, Event, Instrument, Modality
from peyvand.records.intake import actions
from peyvand.records.intake import queries as intake
from peyvand.records.intake.paging import read_in
from peyvand.records.ledger.rehearsing import rehearsed
from peyvand.web.office.present import desk_address
from peyvand.web.office.preview import changes, show_preview, snapshot
from peyvand.web.office.stating import CODES, Stated
from peyvand.web.shared.direction import runs_rtl
from peyvand.web.shared.parts import parts_of
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.words import AUTHORITIES, CHANNELS, EVENTS, INSTRUMENTS, MODALITIES, word


@needs("statement.judge", "GET", "HEAD", "POST")
def state(request: HttpRequest, capture: str) -> HttpResponse:
    """Enter and accept what a member reads in a source; or see first what that would change."""
    member, naming = signed_in(request), naming_now()
    desk = intake.desk(member, capture)
    if desk is None:
        raise Http404
    if request.method != "POST":
        return _form(request, desk, Stated())
    typed = Stated.typed(request.POST, desk.text, naming)
    if typed.faults:
        return _form(request, desk, typed, status=422)
    statement, resolution = typed.comes_to(capture, desk.text, parts_of(desk.text, desk.source.language))
    act = partial(actions.add, statement, resolution, by=member, reason=typed.reason)
    try:
        if request.POST.get("preview"):
            before = snapshot(resolution.places, naming)
            after = rehearsed(act, partial(snapshot, resolution.places, naming))
            address = reverse("office:state", args=[capture])
            return show_preview(request, address, address, changes(before, after))
        key = act()
    except actions.JudgedMeanwhile as fault:
        return _form(request, desk, typed, conflict=str(fault), status=409)
    numbers = {line.key: line.number for line in read_in(capture)}
    return HttpResponseRedirect(desk_address(capture, numbers[key]))


def _form(
    request: HttpRequest, desk: intake.Desk, typed: Stated, *, conflict: str = "", status: int = 200
) -> HttpResponse:
    rtl = runs_rtl(desk.text, desk.source.language)
    context = {
        "source": desk.source,
        "text": desk.text,
        "rtl": rtl,
        "language_of": desk.source.language or ("fa" if rtl else "en"),
        "typed": typed,
        "conflict": conflict,
        "events": [(str(code), word(EVENTS, code)) for code in Event],
        "modalities": [(str(code), word(MODALITIES, code)) for code in Modality],
        "instruments": [(str(code), word(INSTRUMENTS, code)) for code in reversed(Instrument)],
        "channels": [(str(code), word(CHANNELS, code)) for code in Channel],
        "authorities": [(code, str(words)) for code, words in AUTHORITIES.items()],
        "codes": [(code, str(words)) for code, words in CODES.items()],
    }
    return page(request, "office/state.html", context, place="inbox", status=status)
