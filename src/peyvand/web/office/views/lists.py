"""Lists that members bring: looked at, put right, and entered in stretches."""

from __future__ import annotations

import csv

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.adapters.imports.batch import WAITS
from peyvand.adapters.imports.limits import LIMITS
from peyvand.core.ledger.words import Instrument
from peyvand.core.text.formulas import inert
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.intake import batches, uploads
from peyvand.records.intake.uploads import Facts, Looked, TooLarge, Upload
from peyvand.web.office.importing import KIND_WORDS, ROW_FIELDS, TOLD_FIELDS, Told, look_page, rejection
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import language_now, naming_now, page
from peyvand.web.shared.words import INSTRUMENTS, word
from peyvand.web.telling.findings import finding_title

# A browser waits so long for the next stretch of rows; a server that has more to do is not held up for longer.
_SECONDS = 4.0
_LONGEST_REASON = 1000


@needs("statement.propose", "GET", "HEAD", "POST", fields=("file", *TOLD_FIELDS))
def lists(request: HttpRequest) -> HttpResponse:
    """Bring a list, or go on with one that was brought."""
    member, naming = signed_in(request), naming_now()
    told = Told.of(Facts(city=member.city), naming)
    if request.method != "POST":
        return _begin(request, told)
    told = Told.typed(request.POST, told.facts, naming)
    file = request.FILES.get("file")
    if file is None:
        return _begin(request, told, _("Choose a file."))
    try:
        # One byte more than is taken says that there are too many.
        upload = uploads.bring(file.read(LIMITS.bytes + 1), str(file.name or ""), told.facts, by=member)
    except TooLarge as fault:
        return _begin(
            request, told, _("It is larger than the {limit:,} bytes that are read.").format(limit=fault.limit)
        )
    if told.faults:
        return _looked(request, upload, told, status=422)
    return HttpResponseRedirect(reverse("office:list", args=[upload.key]))


@needs("statement.propose", "GET", "HEAD", "POST", fields=("action", "reason", *TOLD_FIELDS, *ROW_FIELDS))
def look(request: HttpRequest, capture: str) -> HttpResponse:
    """How a list would be taken in, row by row; from here it is put right, entered, gone on with, or dropped."""
    member, naming = signed_in(request), naming_now()
    upload = _upload(request, capture)
    if request.method != "POST":
        return _looked(request, upload, Told.of(upload.facts, naming))
    action = request.POST.get("action", "look")
    if action == "drop":
        uploads.drop(upload)
        return HttpResponseRedirect(reverse("office:lists"))
    if action not in ("enter", "accept"):
        told = Told.typed(request.POST, upload.facts, naming)
        upload = uploads.say(upload, told.facts)
        if told.faults:
            return _looked(request, upload, told, status=422)
        return HttpResponseRedirect(reverse("office:list", args=[upload.key]))
    return _enter(request, upload, member, accept=action == "accept")


@needs("statement.propose")
def left_out(request: HttpRequest, capture: str) -> HttpResponse:
    """The rows that are no statement yet, as a table with the reason of each."""
    looked = uploads.look(_upload(request, capture))
    if looked.batch is None:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="left-out.csv"'
    answer.write("\ufeff")
    table = csv.writer(answer)
    table.writerow((_("row"), _("reason"), _("name"), _("words")))
    for one in looked.batch.rejected:
        table.writerow(map(inert, (str(one.row), rejection(one), "", one.quote)))
    for waiting in looked.batch.waiting:
        table.writerow(map(inert, (str(waiting.row), _(WAITS[waiting.reason]), waiting.name, waiting.country)))
    return answer


def _enter(request: HttpRequest, upload: Upload, member: Member, *, accept: bool) -> HttpResponse:
    """Enter for a while; then go on, or accept and show what came in."""
    looked = uploads.look(upload)
    if looked.batch is None:
        return _looked(request, upload, Told.of(upload.facts, naming_now()), status=422)
    if not uploads.enter_for(looked.batch, upload.facts, _SECONDS, by=member):
        return _looked(request, upload, Told.of(upload.facts, naming_now()), going_on="accept" if accept else "enter")
    if accept:
        reason = request.POST.get("reason", "").strip()[:_LONGEST_REASON]
        batches.accept_rest(looked.batch.capture, by=member, reason=reason)
    if not looked.batch.rejected and not looked.batch.waiting:
        uploads.drop(upload)
        return HttpResponseRedirect(reverse("office:desk", args=[looked.batch.capture]))
    return HttpResponseRedirect(reverse("office:list", args=[upload.key]) + "#left-out")


def _begin(request: HttpRequest, told: Told, fault: str = "") -> HttpResponse:
    context = {
        "told": told,
        "fault": fault,
        "begun": [(one.name, reverse("office:list", args=[one.key])) for one in uploads.begun(by=signed_in(request))],
        **_choices(),
    }
    return page(request, "office/lists.html", context, place="inbox", status=422 if fault else 200)


def _looked(request: HttpRequest, upload: Upload, told: Told, *, going_on: str = "", status: int = 200) -> HttpResponse:
    looked = uploads.look(upload)
    context = {
        "upload": upload,
        "told": told,
        "page": look_page(looked, naming_now(), _seen(looked)),
        "may_judge": may(signed_in(request), "statement.judge"),
        "going_on": going_on,
        "reason": request.POST.get("reason", ""),
        **_choices(),
    }
    return page(request, "office/list.html", context, place="inbox", status=status)


def _seen(looked: Looked) -> list[str]:
    """What is wrong with the list as a whole, each with its first rows."""
    told = []
    for one in looked.batch.seen if looked.batch else ():
        rows = (in_language(row, language_now()) for row in one.rows[:8])
        listed = ("، " if language_now() == "fa" else ", ").join(rows) + (" …" if len(one.rows) > 8 else "")
        told.append(_("{finding}: rows {rows}").format(finding=finding_title(one.code), rows=listed))
    return told


def _choices() -> dict[str, object]:
    return {
        "kinds": [(code, str(words)) for code, words in KIND_WORDS.items()],
        "instruments": [(str(code), word(INSTRUMENTS, code)) for code in reversed(Instrument)],
    }


def _upload(request: HttpRequest, key: str) -> Upload:
    found = uploads.upload_of(key, by=signed_in(request))
    if found is None:
        raise Http404
    return found
