"""Contacts taken out for other programs, and taken in from them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.adapters.addresses import BadBook, as_table, as_vcards, cards_in
from peyvand.records.contacts import book as address_book
from peyvand.records.history.keeping import CannotKeep
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import language_now, page
from peyvand.web.shared.seeing import about

_WRITERS = {
    "vcard": (as_vcards, "text/vcard; charset=utf-8", "contacts.vcf"),
    "csv": (as_table, "text/csv; charset=utf-8", "contacts.csv"),
}
_FIELD = "book"
_LARGEST = 5_000_000


@needs("contact.export", sure=True)
def book(request: HttpRequest, form: str) -> HttpResponse:
    """All contacts that the member may see, as one file."""
    if form not in _WRITERS:
        raise Http404
    write, kind, name = _WRITERS[form]
    cards = address_book.cards_of(signed_in(request))
    about(request, detail=f"{form} rows={len(cards)}")
    answer = HttpResponse(write(cards), content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@needs("contact.keep", "GET", "HEAD", "POST")
def take_in(request: HttpRequest) -> HttpResponse:
    """Take an address book in, all of it or nothing."""
    if request.method != "POST":
        return _form(request)
    typed(request, _FIELD)
    try:
        taken = address_book.take_in(cards_in(_text(request)), by=signed_in(request))
    except BadBook as fault:
        return _form(request, _("The address book cannot be read: %s") % fault, status=422)
    except CannotKeep as fault:
        return _form(request, str(fault), status=422)
    if not taken.new:
        return _form(request, _("Everybody in it is written down already."), status=422)
    told = ngettext("%(n)s contact is new.", "%(n)s contacts are new.", taken.new)
    return _form(request, done=told % {"n": in_language(taken.new, language_now())})


def _text(request: HttpRequest) -> str:
    file = request.FILES.get(_FIELD)
    if file is None:
        raise CannotKeep(_("Choose a file."))
    if (file.size or 0) > _LARGEST:
        raise CannotKeep(_("This is too long."))
    try:
        return str(file.read(), "utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CannotKeep(_("The file is not in UTF-8.")) from fault


def _form(request: HttpRequest, fault: str = "", *, done: str = "", status: int = 200) -> HttpResponse:
    context = {"fault": fault, "done": done}
    return page(request, "office/take_in_contacts.html", context, place="letters", status=status)
