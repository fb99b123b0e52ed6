"""The letter register: its list, a new letter, and one letter with its thread, scans and history."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.adapters.sources import UnreadableSource
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.documents import actions as documents
from peyvand.records.documents.ties import NoSuchThing
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile
from peyvand.records.letters import actions, queries
from peyvand.records.letters.models import Direction, Letter
from peyvand.records.letters.numbering import office_year
from peyvand.records.letters.queries import Asked, LetterView
from peyvand.web.office.filled import Filled, asked_places
from peyvand.web.office.letterbook import choices, letter_page, register_page
from peyvand.web.office.lettering import FIELDS, blank, facts_of, filled_of, looked_up
from peyvand.web.office.paperbook import differing
from peyvand.web.office.scanning import FIELD, brought, refusal
from peyvand.web.shared.digits import plain
from peyvand.web.shared.forms import typed
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import naming_now, page
from peyvand.web.shared.seeing import about
from peyvand.web.telling.papers import letter_lines

_PLACE = "letters"
PARAMS = ("direction", "q", "place", "year", "state", "page")
NEW_PARAMS = ("direction", "answers", "kind", "ref")
_TIE = ("tie_kind", "tie_ref")


@needs("letter.see", params=PARAMS)
def letters(request: HttpRequest) -> HttpResponse:
    """The register, the newest number first."""
    member, naming, today = signed_in(request), naming_now(), timezone.localdate()
    query = {name: request.GET.get(name, "").replace("\0", "").strip()[:100] for name in PARAMS if name != "page"}
    asked = Asked(
        direction=query["direction"], words=query["q"], places=asked_places(query["place"], naming),
        year=_year(query["year"]), state=query["state"], page=page_asked(request.GET.get("page", "")),
    )  # fmt: skip
    found = queries.letters(member, asked, today=today)
    context = {
        "lines": letter_lines(found.lines, naming, today, contacts=may(member, "contact.see")),
        "found": found,
        "query": query,
        "choices": choices(),
        "this_year": office_year(today),
        "may_keep": may(member, "letter.keep"),
        "pager": pager(reverse("office:letters"), {k: v for k, v in query.items() if v}, found.page, found.pages),
    }
    return page(request, "office/letters.html", context, place=_PLACE, params=PARAMS)


@needs("letter.see", params=("direction", "year"))
def register(request: HttpRequest) -> HttpResponse:
    """A year of the register as it goes on paper."""
    member, today = signed_in(request), timezone.localdate()
    year = _year(request.GET.get("year", "")) or office_year(today)
    direction = request.GET.get("direction", "")
    lines = queries.register_of(member, year, direction)
    rows = register_page(lines, naming_now(), today, whole=may(member, "source.see_internal"))
    context = {"register": rows, "year": year}
    return page(request, "office/register.html", context, place=_PLACE, params=("direction", "year"))


@needs("letter.keep", "GET", "HEAD", "POST", params=NEW_PARAMS)
def new_letter(request: HttpRequest) -> HttpResponse:
    """Register a letter, with its scan where one is at hand."""
    member = signed_in(request)
    if request.method != "POST":
        return _blank(request, member)
    values = typed(request, *FIELDS, *_TIE, FIELD)
    form = looked_up({name: values[name] for name in FIELDS}, member, naming_now())
    tie = (values["tie_kind"], values["tie_ref"])
    if form.faults:
        return _form(request, form, tie, status=422)
    try:
        letter = _register(request, form, member)
        if all(tie):
            actions.tie(letter, *tie, by=member)
    except UnreadableSource as fault:
        return _form(request, form.wrong("scan", refusal(fault)), tie, status=422)
    except CannotKeep as fault:
        return _form(request, form.wrong(_field(fault.field), str(fault)), tie, status=422)
    except NoSuchThing:
        # The letter stands; what it was to belong to is gone, and its page offers other ties.
        pass
    return HttpResponseRedirect(reverse("office:letter", args=[letter.pk]))


@needs("letter.see")
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """One letter."""
    return _show(request, number)


@needs("letter.keep", "GET", "HEAD", "POST")
def edit_letter(request: HttpRequest, number: int) -> HttpResponse:
    """Say something else of a letter; of two who do at once, the second sees both and loses no word."""
    member, naming = signed_in(request), naming_now()
    view = _view(number, member)
    if request.method != "POST":
        return _form(request, filled_of(view.line, naming), letter=view.line.letter)
    values = typed(request, *FIELDS, "version")
    form = looked_up(values, member, naming)
    if form.faults:
        return _form(request, form, letter=view.line.letter, status=422)
    try:
        actions.change(view.line.letter, facts_of(form, member), follows=form.number("version") or 0, by=member)
    except CannotKeep as fault:
        return _form(request, form.wrong(_field(fault.field), str(fault)), letter=view.line.letter, status=422)
    except ChangedMeanwhile:
        return _conflict(request, form, _view(number, member))
    return HttpResponseRedirect(reverse("office:letter", args=[number]))


@needs("letter.keep", "POST")
def void_letter(request: HttpRequest, number: int) -> HttpResponse:
    """Take a letter out of the register, or into it again."""
    member, values = signed_in(request), typed(request, "what", "reason")
    act = actions.restore if values["what"] == "restore" else actions.void
    try:
        act(_view(number, member).line.letter, reason=values["reason"], by=member)
    except CannotKeep as fault:
        return _show(request, number, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:letter", args=[number]))


@needs("letter.keep", "POST")
def tie_letter(request: HttpRequest, number: int) -> HttpResponse:
    """Say what a letter belongs to, or take that back."""
    member, values = signed_in(request), typed(request, "what", "kind", "ref")
    found = _view(number, member).line.letter
    try:
        act = actions.loosen if values["what"] == "loosen" else actions.tie
        act(found, values["kind"], values["ref"], by=member)
    except (CannotKeep, NoSuchThing) as fault:
        return _show(request, number, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:letter", args=[number]))


@needs("letter.keep", "POST")
def scan_letter(request: HttpRequest, number: int) -> HttpResponse:
    """Bring a scan of a letter, or take one off."""
    member, values = signed_in(request), typed(request, "what", "key", FIELD)
    found = _view(number, member).line.letter
    try:
        if values["what"] == "detach":
            _detach(found, values["key"], member)
        else:
            _attach(request, found, member)
    except UnreadableSource as fault:
        return _show(request, number, fault=refusal(fault), status=422)
    except CannotKeep as fault:
        return _show(request, number, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:letter", args=[number]) + "#scans")


@needs("personal.erase", "POST")
def forget_letter(request: HttpRequest, number: int) -> HttpResponse:
    """Erase the words of a letter's changes."""
    typed(request)
    member = signed_in(request)
    actions.forget_changes(_view(number, member).line.letter, by=member)
    return HttpResponseRedirect(reverse("office:letter", args=[number]))


def _register(request: HttpRequest, form: Filled, member: Member) -> Letter:
    scan, facts = brought(request), facts_of(form, member)
    return actions.register_scanned(facts, *scan, by=member) if scan else actions.register(facts, by=member)


def _attach(request: HttpRequest, found: Letter, member: Member) -> None:
    scan = brought(request)
    if scan is None:
        raise CannotKeep(_("Choose a file."))
    facts = documents.Facts(title=found.subject, places=found.places, visibility=found.visibility)
    actions.attach(found, documents.bring(*scan, facts, by=member), by=member)


def _detach(found: Letter, key: str, member: Member) -> None:
    view = queries.letter_view(found.pk, member)
    document = next((one for one in view.documents if one.key == key), None) if view else None
    if document is None:
        raise CannotKeep(_("There is no such document."))
    actions.detach(found, document, by=member)


def _blank(request: HttpRequest, member: Member) -> HttpResponse:
    answers = request.GET.get("answers", "")
    view = queries.letter_view(int(answers), member) if answers.isdecimal() and len(answers) < 9 else None
    direction = request.GET.get("direction", "")
    if direction not in Direction.values:
        came_in = view and view.line.letter.direction == Direction.INCOMING
        direction = Direction.OUTGOING if came_in else Direction.INCOMING
    form = blank(direction, member, naming_now(), view.line if view else None)
    return _form(request, form, (request.GET.get("kind", "")[:10], request.GET.get("ref", "")[:130]))


def _form(
    request: HttpRequest,
    form: Filled,
    tie: tuple[str, str] = ("", ""),
    *,
    letter: Letter | None = None,
    differences: list[object] | None = None,
    status: int = 200,
) -> HttpResponse:
    member = signed_in(request)
    others = [one for one in queries.to_answer(member, form.number("answers")) if letter is None or one.pk != letter.pk]
    context = {
        "form": form,
        "tie": tie,
        "letter": letter,
        "differences": differences,
        "choices": choices(others),
    }
    return page(request, "office/edit_letter.html", context, place=_PLACE, params=NEW_PARAMS, status=status)


def _conflict(request: HttpRequest, form: Filled, view: LetterView) -> HttpResponse:
    now = filled_of(view.line, naming_now())
    differences = list[object](differing(now.values, {**form.values, "version": now["version"]}, naming_now()))
    mine = Filled(values={**form.values, "version": now["version"]})
    return _form(request, mine, letter=view.line.letter, differences=differences, status=409)


def _show(request: HttpRequest, number: int, *, fault: str = "", status: int = 200) -> HttpResponse:
    member, today = signed_in(request), timezone.localdate()
    view = _view(number, member)
    about(request, view.line.letter.places)
    context = {
        "page": letter_page(view, naming_now(), today, contacts=may(member, "contact.see")),
        "choices": choices(),
        "fault": fault,
        "may_keep": may(member, "letter.keep", places=view.line.letter.places),
        "may_erase": may(member, "personal.erase"),
        "may_bring": may(member, "document.keep", places=view.line.letter.places),
    }
    return page(request, "office/letter.html", context, place=_PLACE, status=status)


def _view(number: int, member: Member) -> LetterView:
    view = queries.letter_view(number, member)
    if view is None:
        raise Http404
    return view


def _year(words: str) -> int | None:
    words = plain(words.strip())
    return int(words) if words.isdecimal() and len(words) == 4 else None


def _field(name: str) -> str:
    return {"places": "own", "file": "scan", "": "subject", "document": "scan"}.get(name, name)
