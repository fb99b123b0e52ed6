"""How one source was read; and the second reader, asked from here."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.adapters.readers import read_text
from peyvand.adapters.second_reader import NoAnswer
from peyvand.core.reading import SourceFacts
from peyvand.records.accounts.permissions import may
from peyvand.records.intake import queries as intake
from peyvand.records.intake import second
from peyvand.web.office.howread import beside_lines, read_lines, silent_lines
from peyvand.web.shared.direction import runs_rtl, spell_controls
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.words import NO_ANSWER, word


@needs("statement.see_proposed")
def how_read(request: HttpRequest, capture: str) -> HttpResponse:
    """Which words led to each statement, which sentences gave nothing, and where a second reader differs."""
    return _show(request, capture)


@needs("statement.propose", "POST", fields=())
def ask_second(request: HttpRequest, capture: str) -> HttpResponse:
    """Have the second reader read the source; what it found waits on the desk beside what the rules found."""
    server = second.second_server()
    if server is None or intake.desk(signed_in(request), capture) is None:
        raise Http404
    try:
        second.read_again(capture, server, by=signed_in(request))
    except NoAnswer as fault:
        return _show(request, capture, fault=word(NO_ANSWER, fault.code).format(**fault.details), status=502)
    return HttpResponseRedirect(reverse("office:how_read", args=[capture]))


def _show(request: HttpRequest, capture: str, *, fault: str = "", status: int = 200) -> HttpResponse:
    member, naming = signed_in(request), naming_now()
    desk = intake.desk(member, capture)
    if desk is None:
        raise Http404
    source, beside = desk.source, second.beside(capture)
    facts = SourceFacts(path=source.name, title=source.title or None, publisher=source.publisher or None)
    reading = read_text(desk.text, facts, source.published, explain=True)
    context = {
        "capture": capture,
        "title": spell_controls(source.title or source.name),
        "rtl": runs_rtl(desk.text, source.language),
        "text_language": source.language or "fa",
        "lines": read_lines(reading, naming),
        "silent": silent_lines(reading),
        "beside": beside,
        "differing": beside_lines(beside, capture, naming) if beside else [],
        "may_ask": second.second_server() is not None and may(member, "statement.propose"),
        "fault": fault,
    }
    return page(request, "office/how_read.html", context, place="inbox", status=status)
