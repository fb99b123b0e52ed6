"""Documents: the list, bringing one, and one document with what it belongs to."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.adapters.sources import UnreadableSource
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.documents import actions, queries
from peyvand.records.documents.models import Document
from peyvand.records.documents.queries import Asked, DocumentView
from peyvand.records.documents.ties import NoSuchThing
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile
from peyvand.web.office.documenting import FIELDS, blank, document_page, facts_of, filled_of
from peyvand.web.office.filled import Filled, asked_places
from peyvand.web.office.letterbook import choices
from peyvand.web.office.paperbook import differing
from peyvand.web.office.scanning import ACCEPTED, FIELD, brought, refusal
from peyvand.web.shared.forms import typed
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.seeing import about
from peyvand.web.telling.papers import document_lines

_PLACE = "letters"
PARAMS = ("q", "place", "voided", "page")
NEW_PARAMS = ("kind", "ref")
_TIE = ("tie_kind", "tie_ref")


@needs("document.see", params=PARAMS)
def documents(request: HttpRequest) -> HttpResponse:
    """All documents, the newest first."""
    member, naming = signed_in(request), naming_now()
    query = {name: request.GET.get(name, "").replace("\0", "").strip()[:100] for name in PARAMS if name != "page"}
    asked = Asked(
        words=query["q"], places=asked_places(query["place"], naming), voided=query["voided"] == "1",
        page=page_asked(request.GET.get("page", "")),
    )  # fmt: skip
    found = queries.documents(member, asked)
    context = {
        "lines": document_lines(found.lines, naming),
        "found": found.found,
        "query": query,
        "may_keep": may(member, "document.keep"),
        "pager": pager(reverse("office:documents"), {k: v for k, v in query.items() if v}, found.page, found.pages),
    }
    return page(request, "office/documents.html", context, place=_PLACE, params=PARAMS)


@needs("document.keep", "GET", "HEAD", "POST", params=NEW_PARAMS)
def new_document(request: HttpRequest) -> HttpResponse:
    """Bring a file."""
    member, naming = signed_in(request), naming_now()
    if request.method != "POST":
        tie = (request.GET.get("kind", "")[:10], request.GET.get("ref", "")[:130])
        return _form(request, blank(member, naming), tie)
    values = typed(request, *FIELDS, *_TIE, FIELD)
    tie = (values["tie_kind"], values["tie_ref"])
    form = Filled(values=values).placed(naming, "own", "partner")
    if form.faults:
        return _form(request, form, tie, status=422)
    try:
        document = _bring(request, form, member)
        if all(tie):
            actions.tie(document, *tie, by=member)
    except UnreadableSource as fault:
        return _form(request, form.wrong(FIELD, refusal(fault)), tie, status=422)
    except CannotKeep as fault:
        return _form(request, form.wrong(_field(fault.field), str(fault)), tie, status=422)
    except NoSuchThing:
        # The document is kept; its page offers other things to belong to.
        pass
    return HttpResponseRedirect(reverse("office:document", args=[document.key]))


@needs("document.see")
def document(request: HttpRequest, key: str) -> HttpResponse:
    """One document."""
    return _show(request, key)


@needs("document.keep", "POST")
def edit_document(request: HttpRequest, key: str) -> HttpResponse:
    """Say something else of a document; of two who do at once, the second sees both and loses no word."""
    member, naming = signed_in(request), naming_now()
    found, values = _view(key, member).document, typed(request, *FIELDS, "version")
    form = Filled(values=values).placed(naming, "own", "partner")
    if form.faults:
        return _show(request, key, form=form, status=422)
    try:
        actions.change(found, facts_of(form), follows=form.number("version") or 0, by=member)
    except CannotKeep as fault:
        return _show(request, key, form=form.wrong(_field(fault.field), str(fault)), status=422)
    except ChangedMeanwhile as met:
        now = filled_of(met.now, naming)
        mine = Filled(values={**form.values, "version": now["version"]})
        differences = list[object](differing(now.values, mine.values, naming))
        return _show(request, key, form=mine, differences=differences, status=409)
    return HttpResponseRedirect(reverse("office:document", args=[key]))


@needs("document.keep", "POST")
def void_document(request: HttpRequest, key: str) -> HttpResponse:
    """Take a document out of use, or into it again."""
    member, values = signed_in(request), typed(request, "what", "reason")
    act = actions.restore if values["what"] == "restore" else actions.void
    try:
        act(_view(key, member).document, reason=values["reason"], by=member)
    except CannotKeep as fault:
        return _show(request, key, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:document", args=[key]))


@needs("document.keep", "POST")
def tie_document(request: HttpRequest, key: str) -> HttpResponse:
    """Say what a document belongs to, or take that back."""
    member, values = signed_in(request), typed(request, "what", "kind", "ref")
    found = _view(key, member).document
    try:
        act = actions.loosen if values["what"] == "loosen" else actions.tie
        act(found, values["kind"], values["ref"], by=member)
    except (CannotKeep, NoSuchThing) as fault:
        return _show(request, key, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:document", args=[key]))


@needs("personal.erase", "POST", sure=True)
def erase_document(request: HttpRequest, key: str) -> HttpResponse:
    """Erase a file for good."""
    typed(request)
    member = signed_in(request)
    try:
        actions.erase(_view(key, member).document, by=member)
    except CannotKeep as fault:
        return _show(request, key, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:documents"))


def _bring(request: HttpRequest, form: Filled, member: Member) -> Document:
    file = brought(request)
    if file is None:
        raise CannotKeep(_("Choose a file."), FIELD)
    return actions.bring(*file, facts_of(form), by=member)


def _form(request: HttpRequest, form: Filled, tie: tuple[str, str], *, status: int = 200) -> HttpResponse:
    context = {"form": form, "tie": tie, "choices": choices(), "accepted": ACCEPTED}
    return page(request, "office/new_document.html", context, place=_PLACE, params=NEW_PARAMS, status=status)


def _show(
    request: HttpRequest,
    key: str,
    *,
    form: Filled | None = None,
    differences: list[object] | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    member, naming = signed_in(request), naming_now()
    view = _view(key, member)
    about(request, view.document.places)
    context = {
        "page": document_page(view, naming),
        "form": form or filled_of(view.document, naming),
        "editing": form is not None,
        "differences": differences,
        "fault": fault,
        "choices": choices(),
        "may_keep": may(member, "document.keep", places=view.document.places),
        "may_erase": may(member, "personal.erase"),
    }
    return page(request, "office/document.html", context, place=_PLACE, status=status)


def _view(key: str, member: Member) -> DocumentView:
    view = queries.document_view(key, member)
    if view is None:
        raise Http404
    return view


def _field(name: str) -> str:
    return {"places": "own", "file": FIELD, "": "title"}.get(name, name)
