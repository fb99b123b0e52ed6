"""The register to take away: a page of links, and the files, made as they are asked for."""

from __future__ import annotations

import json
from functools import partial
from typing import BinaryIO

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from peyvand.adapters.exports.formats import WRITERS
from peyvand.adapters.exports.model import LICENCE, CannotHold, Writer
from peyvand.records.accounts.permissions import may
from peyvand.records.custody.exporting import ledger_lines
from peyvand.records.ledger.queries import head
from peyvand.records.places.queries import place_of
from peyvand.records.register import outgoing as register_out
from peyvand.records.register import queries
from peyvand.records.register.shown import Audience
from peyvand.web.opendata.files import Busy, made
from peyvand.web.portal.times import PARAMS, Times
from peyvand.web.shared import errors
from peyvand.web.shared.policy import audience_of, member_of, needs, public
from peyvand.web.shared.rendering import language_now, page
from peyvand.web.shared.seeing import about
from peyvand.web.shared.sessions import be_sure
from peyvand.web.shared.takeaway import INTERNAL, downloads

_HEEDED = (*PARAMS, INTERNAL)


@public(params=PARAMS, cached=True)
def data(request: HttpRequest) -> HttpResponse:
    """What may be taken away of the whole register, for the two times asked for."""
    times = Times.asked(request.GET)
    office = audience_of(request) is Audience.OFFICE
    context = {
        "as_of": times.shown(language_now()),
        "downloads": downloads(times=times.query, office=office),
        "head": head(),
        "licence": LICENCE,
        "may_export": may(member_of(request), "ledger.export"),
    }
    return page(request, "opendata/data.html", context, place="data", params=PARAMS)


@public(params=_HEEDED)
def register(request: HttpRequest, form: str) -> HttpResponseBase:
    """All bonds in a format."""
    return _file(request, form, None, "peyvand")


@public(params=_HEEDED)
def city(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The bonds of a city in a format."""
    place = place_of(slug)
    if place is None or queries.city(place, audience=_audience(request, place)) is None:
        raise Http404
    return _file(request, form, place, f"peyvand-{slug}")


@needs("ledger.export", sure=True)
def ledger(request: HttpRequest) -> HttpResponseBase:
    """The ledger itself, entry for entry, with all that only the office sees."""
    if request.method == "HEAD":
        return HttpResponse(content_type="application/x-ndjson")
    try:
        return made(f"peyvand-ledger-{head().size}.jsonl", "application/x-ndjson", _write_ledger)
    except Busy:
        return errors.busy(request)


def _file(request: HttpRequest, form: str, place: str | None, name: str) -> HttpResponseBase:
    writer, audience = WRITERS.get(form), _audience(request, place)
    if writer is None:
        raise Http404
    times = Times.asked(request.GET)
    if times.faults:
        raise BadRequest
    if request.method == "HEAD":
        return HttpResponse(content_type=writer.media_type)
    about(request, (place,) if place else (), detail=f"{form} {audience}")
    name = f"{name}-{(times.as_of or queries.today()).isoformat()}{'-internal' * (audience is Audience.OFFICE)}"
    try:
        write = partial(_write, writer, place, times, audience)
        return made(f"{name}{writer.suffix}", writer.media_type, write)
    except Busy:
        return errors.busy(request)
    except CannotHold as fault:
        return errors.too_long(request, fault.limit)


def _audience(request: HttpRequest, place: str | None) -> Audience:
    """A file leaves the house: what only the office sees is in it where a member asked for that, by name."""
    if not request.GET.get(INTERNAL):
        return Audience.PUBLIC
    if audience_of(request, (place,) if place else ()) is not Audience.OFFICE:
        raise PermissionDenied
    be_sure(request)
    return Audience.OFFICE


def _write(writer: Writer, place: str | None, times: Times, audience: Audience, out: BinaryIO) -> None:
    told = {"as_of": times.as_of, "known_at": times.known_at}
    first = register_out.export_head(**told, licence=LICENCE, language=language_now())  # type: ignore[arg-type]
    writer.write(first, register_out.outgoing(place, **told, audience=audience), out)  # type: ignore[arg-type]


def _write_ledger(out: BinaryIO) -> None:
    for line in ledger_lines():
        out.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
