"""Contacts: the list, a new one, and one contact with its terms, its consent and what may be the same person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.contacts import actions, queries
from peyvand.records.contacts.actions import PUBLISHED, Office
from peyvand.records.contacts.models import Contact
from peyvand.records.contacts.queries import Asked, ContactView, numbered
from peyvand.records.contacts.reading import people_read
from peyvand.records.documents import queries as documents
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile
from peyvand.records.letters.queries import of_contact
from peyvand.web.office.contacting import (
    FIELDS,
    KNOWN,
    TERM_FIELDS,
    Held,
    blank,
    contact_choices,
    contact_page,
    facts_of,
    filled_of,
    held_on,
    people_lines,
)
from peyvand.web.office.filled import Filled, asked_places
from peyvand.web.office.letterbook import choices
from peyvand.web.office.paperbook import differing
from peyvand.web.shared.dates import typed_day
from peyvand.web.shared.forms import typed
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.seeing import about
from peyvand.web.telling.papers import contact_lines, document_lines, letter_lines

_PLACE = "letters"
PARAMS = ("q", "kind", "place", "on", "page")


@needs("contact.see", params=PARAMS)
def contacts(request: HttpRequest) -> HttpResponse:
    """All contacts, by name."""
    member, naming = signed_in(request), naming_now()
    query = {name: request.GET.get(name, "").replace("\0", "").strip()[:100] for name in PARAMS if name != "page"}
    page_number = page_asked(request.GET.get("page", ""))
    asked = Asked(words=query["q"], kind=query["kind"], places=asked_places(query["place"], naming), page=page_number)
    found = queries.contacts(member, asked)
    context = {
        "lines": contact_lines(found.lines, naming),
        "found": found.found,
        "query": query,
        "choices": contact_choices(),
        "may_keep": may(member, "contact.keep"),
        "may_export": may(member, "contact.export"),
        "held": _held(asked, query["on"], member, naming),
        "pager": pager(reverse("office:contacts"), {k: v for k, v in query.items() if v}, found.page, found.pages),
    }
    return page(request, "office/contacts.html", context, place=_PLACE, params=PARAMS)


@needs("contact.keep", "GET", "HEAD", "POST", params=KNOWN)
def new_contact(request: HttpRequest) -> HttpResponse:
    """Write a new contact down."""
    if request.method != "POST":
        return _form(request, blank({name: request.GET.get(name, "")[:300] for name in KNOWN}))
    form = Filled(values=typed(request, *FIELDS)).placed(naming_now(), "place")
    if form.faults:
        return _form(request, form, status=422)
    try:
        made = actions.keep(facts_of(form), by=signed_in(request))
    except CannotKeep as fault:
        return _form(request, form.wrong(fault.field or "name", str(fault)), status=422)
    return HttpResponseRedirect(reverse("office:contact", args=[made.pk]))


@needs("contact.keep")
def read_people(request: HttpRequest, capture: str) -> HttpResponse:
    """The people whom a source names, to be kept as contacts."""
    found = people_read(capture, signed_in(request))
    if found is None:
        raise Http404
    context = {"read": found, "lines": people_lines(found, naming_now())}
    return page(request, "office/people_read.html", context, place=_PLACE)


@needs("contact.see")
def contact(request: HttpRequest, number: int) -> HttpResponse:
    """One contact; the address of a double leads to the contact that it was merged into."""
    view = _view(number, signed_in(request))
    if view.contact.pk != number:
        return HttpResponseRedirect(reverse("office:contact", args=[view.contact.pk]))
    return _show(request, number)


@needs("contact.keep", "GET", "HEAD", "POST")
def edit_contact(request: HttpRequest, number: int) -> HttpResponse:
    """Say something else of a contact; of two who do at once, the second sees both and loses no word."""
    member, naming = signed_in(request), naming_now()
    found = _view(number, member).contact
    if request.method != "POST":
        return _form(request, filled_of(found, naming), found)
    form = Filled(values=typed(request, *FIELDS, "version")).placed(naming, "place")
    if form.faults:
        return _form(request, form, found, status=422)
    try:
        actions.change(found, facts_of(form), follows=form.number("version") or 0, by=member)
    except CannotKeep as fault:
        return _form(request, form.wrong(fault.field or "name", str(fault)), found, status=422)
    except ChangedMeanwhile as met:
        now = filled_of(met.now, naming)
        mine = Filled(values={**form.values, "version": now["version"]})
        differences = list[object](differing(now.values, mine.values, naming))
        return _form(request, mine, met.now, differences=differences, status=409)
    return _back(number)


@needs("contact.keep", "POST")
def note_term(request: HttpRequest, number: int) -> HttpResponse:
    """Note a time in office, or take one back."""
    member = signed_in(request)
    values = typed(request, *TERM_FIELDS, "term")
    view = _view(number, member)
    form = Filled(values=values).placed(naming_now(), "place")
    try:
        if values["term"]:
            term = next((one for one in view.terms if str(one.pk) == values["term"]), None)
            if term is None:
                raise CannotKeep(_("There is no such term of office."))
            actions.take_office_back(term, by=member)
        elif form.faults:
            raise CannotKeep(form.faults["place"], "place")
        else:
            office = Office(
                role=form["role"], body=form["body"], place=form["place_place"], starts=form["starts"],
                ends=form["ends"],
            )  # fmt: skip
            actions.hold_office(view.contact, office, by=member)
    except CannotKeep as fault:
        return _show(request, number, term=form, fault=str(fault), status=422)
    return _back(number)


@needs("contact.keep", "POST")
def note_consent(request: HttpRequest, number: int) -> HttpResponse:
    """Note a person's consent to publish, or that it was taken back."""
    member = signed_in(request)
    values = typed(request, "what", "on", "document", "words", *(f"may_{name}" for name in PUBLISHED))
    found, form = _view(number, member).contact, Filled(values=values)
    try:
        if values["what"] == "withdraw":
            actions.withdraw_consent(found, on=values["on"], words=values["words"], by=member)
        else:
            fields = tuple(name for name in PUBLISHED if values[f"may_{name}"])
            document = values["document"].strip().rstrip("/").rpartition("/")[2]
            if document and documents.document_of(document, member) is None:
                raise CannotKeep(_("There is no such document."), "document")
            actions.consent(found, fields, on=values["on"], document=document, words=values["words"], by=member)
    except CannotKeep as fault:
        return _show(request, number, consent=form, fault=str(fault), status=422)
    return _back(number)


@needs("contact.keep", "POST")
def merge_contact(request: HttpRequest, number: int) -> HttpResponse:
    """Another contact is this one; or is it no more."""
    member, values = signed_in(request), typed(request, "what", "double")
    view, named = _view(number, member), Filled(values=values).number("double") or 0
    parts = values["what"] == "part"
    try:
        double = next((one for one in view.doubles if one.pk == named), None) if parts else numbered(named, member)
        if double is None:
            raise CannotKeep(_("There is no such contact."))
        if parts:
            actions.part(double, by=member)
        else:
            actions.merge(view.contact, double, by=member)
    except CannotKeep as fault:
        return _show(request, number, fault=str(fault), status=422)
    return _back(number)


@needs("personal.erase", "POST", sure=True)
def erase_contact(request: HttpRequest, number: int) -> HttpResponse:
    """Erase a person for good."""
    typed(request)
    member = signed_in(request)
    try:
        actions.erase(_view(number, member).contact, by=member)
    except CannotKeep as fault:
        return _show(request, number, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:contacts"))


def _held(asked: Asked, words: str, member: Member, naming: Naming) -> Held | None:
    """Who held an office of the places asked for on the day that is typed; None where neither is said."""
    day = typed_day(words)
    if day is None or not asked.places:
        return None
    return held_on(day, queries.holders(asked.places, day, member), naming)


def _form(
    request: HttpRequest,
    form: Filled,
    found: Contact | None = None,
    *,
    differences: list[object] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "contact": found,
        "differences": differences,
        "choices": contact_choices(),
        "languages": choices().languages,
    }
    return page(request, "office/edit_contact.html", context, place=_PLACE, params=KNOWN, status=status)


def _show(
    request: HttpRequest,
    number: int,
    *,
    term: Filled | None = None,
    consent: Filled | None = None,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    member, naming, today = signed_in(request), naming_now(), timezone.localdate()
    view = _view(number, member)
    place = view.contact.place
    about(request, (place,) if place else ())
    ids = [view.contact.pk, *(double.pk for double in view.doubles)]
    tied = documents.belonging_to("contact", [str(one) for one in ids], member)
    context = {
        "page": contact_page(view, naming),
        "letters": letter_lines(of_contact(ids, member), naming, today),
        "documents": document_lines((one for found in tied.values() for one in found), naming),
        "term": term or Filled(values={}),
        "consent": consent or Filled(values={}),
        "fault": fault,
        "choices": contact_choices(),
        "may_keep": may(member, "contact.keep", places=(place,) if place else ()),
        "may_erase": may(member, "personal.erase"),
    }
    return page(request, "office/contact.html", context, place=_PLACE, status=status)


def _view(number: int, member: Member) -> ContactView:
    view = queries.contact_view(number, member)
    if view is None or view.contact.erased_at:
        raise Http404
    return view


def _back(number: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("office:contact", args=[number]))
