"""Putting right what was misread."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.records.intake import actions
from peyvand.records.intake import queries as intake
from peyvand.records.register.shown import StatementShown
from peyvand.web.office.corrections import Correction
from peyvand.web.office.present import Card, desk_address, desk_page
from peyvand.web.shared.direction import runs_rtl
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.words import EVENTS, INSTRUMENTS, MODALITIES, word


@needs("statement.judge", "GET", "HEAD", "POST")
def correct(request: HttpRequest, capture: str, key: str) -> HttpResponse:
    """The statement beside its words, to be put right. Where somebody else was quicker, what was typed stays."""
    member, naming = signed_in(request), naming_now()
    desk = intake.desk(member, capture, intake.Asked(page=intake.page_with(capture, key)))
    shown = next((one.item for one in desk.proposals if one.item.key == key), None) if desk else None
    if desk is None or not isinstance(shown, StatementShown):
        raise Http404
    told = desk_page(desk, naming)
    card, language = next(card for card in told.cards if card.key == key), told.language
    if request.method != "POST":
        return _form(request, card, Correction.of(shown, naming), capture, language=language)
    typed = Correction.typed(request.POST, naming)
    if typed.faults:
        return _form(request, card, typed, capture, language=language, status=422)
    statement, resolution = typed.comes_to(shown)
    try:
        actions.correct(
            key,
            statement=statement,
            resolution=resolution,
            by=member,
            follows=typed.follows or None,
            reason=typed.reason,
        )
    except actions.JudgedMeanwhile as fault:
        return _form(request, card, typed, capture, language=language, conflict=str(fault), status=409)
    return HttpResponseRedirect(desk_address(capture, card.number))


def _form(
    request: HttpRequest,
    card: Card,
    typed: Correction,
    capture: str,
    *,
    language: str,
    conflict: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "language_of": language,
        "rtl": runs_rtl("", language),
        "card": card,
        "typed": typed,
        "conflict": conflict,
        "capture": capture,
        "events": [(str(code), word(EVENTS, code)) for code in Event],
        "modalities": [(str(code), word(MODALITIES, code)) for code in Modality],
        "instruments": [(str(code), word(INSTRUMENTS, code)) for code in reversed(Instrument)],
    }
    return page(request, "office/correct.html", context, place="inbox", status=status)
