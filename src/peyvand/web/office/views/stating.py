"""A statement by hand on the desk of its source, and one that was misread put right."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.adapters.readers import read_text
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality
from peyvand.core.reading import SourceFacts
from peyvand.records.accounts.models import Member
from peyvand.records.contacts.queries import names_to_choose
from peyvand.records.intake import actions
from peyvand.records.intake import queries as intake
from peyvand.records.intake.paging import read_in
from peyvand.records.ledger.rehearsing import rehearsed
from peyvand.records.register.shown import StatementShown
from peyvand.web.office.placing import Offer, offered_of
from peyvand.web.office.present import desk_address, desk_page
from peyvand.web.office.preview import changes, show_preview, snapshot
from peyvand.web.office.stating import CODES, STATED_FIELDS, Stated
from peyvand.web.shared.direction import runs_rtl
from peyvand.web.shared.parts import parts_of
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.words import AUTHORITIES, CHANNELS, EVENTS, INSTRUMENTS, MODALITIES, word

PARAMS = ("at", "until")


@needs("statement.judge", "GET", "HEAD", "POST", params=PARAMS, fields=STATED_FIELDS)
def state(request: HttpRequest, capture: str) -> HttpResponse:
    """Enter and accept what a member reads in a source; or see first what that would change."""
    member, naming = signed_in(request), naming_now()
    desk = intake.desk(member, capture)
    if desk is None:
        raise Http404
    if request.method != "POST":
        marked = Stated.marked(desk.text, request.GET.get("at", ""), request.GET.get("until", ""))
        return _form(request, desk, "office/state.html", marked)
    typed = Stated.typed(request.POST, desk.text, naming)
    if typed.faults:
        return _form(request, desk, "office/state.html", typed, status=422)
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
        return _form(request, desk, "office/state.html", typed, {"conflict": str(fault)}, status=409)
    numbers = {line.key: line.number for line in read_in(capture)}
    return HttpResponseRedirect(desk_address(capture, numbers[key]))


@needs("statement.judge", "GET", "HEAD", "POST", fields=STATED_FIELDS)
def correct(request: HttpRequest, capture: str, key: str) -> HttpResponse:
    """The statement beside its words, to be put right. Where somebody else was quicker, what was typed stays."""
    member, naming = signed_in(request), naming_now()
    desk = intake.desk(member, capture, intake.Asked(page=intake.page_with(capture, key)))
    shown = next((one.item for one in desk.proposals if one.item.key == key), None) if desk else None
    if desk is None or not isinstance(shown, StatementShown):
        raise Http404
    card = next(card for card in desk_page(desk, naming).cards if card.key == key)
    form = partial(_form, request, desk, "office/correct.html")
    read = Stated.of(shown, naming)
    if request.method != "POST":
        return form(read, {"card": card})
    typed = Stated.typed(request.POST, desk.text, naming, read)
    if typed.faults:
        return form(typed, {"card": card}, status=422)
    statement, resolution = typed.puts_right(shown, desk.text, parts_of(desk.text, desk.source.language))
    follows = typed.follows or None
    try:
        actions.correct(
            key, statement=statement, resolution=resolution, by=member, follows=follows, reason=typed.reason
        )
    except actions.JudgedMeanwhile as fault:
        return form(typed, {"card": card, "conflict": str(fault)}, status=409)
    return HttpResponseRedirect(desk_address(capture, card.number))


def _form(
    request: HttpRequest,
    desk: intake.Desk,
    template: str,
    typed: Stated,
    more: dict[str, object] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    rtl, naming = runs_rtl(desk.text, desk.source.language), naming_now()
    spoken_of = [place.id for one in desk.proposals for place in one.places]
    context = {
        "source": desk.source,
        "text": desk.text,
        "rtl": rtl,
        "language_of": desk.source.language or ("fa" if rtl else "en"),
        "typed": typed,
        "conflict": "",
        "offered": offered_of(spoken_of, naming),
        "people": _people(desk, signed_in(request)),
        "events": [(str(code), word(EVENTS, code)) for code in Event],
        "modalities": [(str(code), word(MODALITIES, code)) for code in Modality],
        "instruments": [(str(code), word(INSTRUMENTS, code)) for code in reversed(Instrument)],
        "channels": [(str(code), word(CHANNELS, code)) for code in Channel],
        "authorities": _with(typed.authority, [(code, str(words)) for code, words in AUTHORITIES.items()]),
        "codes": _with(typed.code, [(code, str(words)) for code, words in CODES.items()]),
    }
    return page(
        request, template, context | (more or {}), place="inbox", params=PARAMS if not more else (), status=status
    )


def _with(code: str, options: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The options, and what was read where it is none of them."""
    return options if not code or code in dict(options) else [*options, (code, code)]


def _people(desk: intake.Desk, member: Member) -> list[Offer]:
    """Whom the source may quote: the people that are read in it, those who were taken to speak, and contacts."""
    speakers = [one.item.statement.speaker for one in desk.proposals if isinstance(one.item, StatementShown)]
    facts = SourceFacts(path=desk.source.name, title=desk.source.title or None)
    reading = read_text(desk.text, facts, desk.source.published)
    offers = {one: Offer(one) for one in speakers if one} | {
        one.name: Offer(one.name, one.role_text) for one in reading.people
    }
    for contact in names_to_choose(member):
        name = dict(contact.names).get(desk.source.language) or contact.name
        offers.setdefault(name, Offer(name, contact.role))
    return list(offers.values())
