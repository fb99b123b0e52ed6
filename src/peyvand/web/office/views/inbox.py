"""What waits for a verdict, and new sources pasted in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.core.ledger.words import Judgement, SourceKind
from peyvand.records.accounts.permissions import may
from peyvand.records.intake import actions, batches
from peyvand.records.intake import queries as intake
from peyvand.records.intake.paging import PAGE
from peyvand.records.register.gathering import rulings_on
from peyvand.web.office.pasting import Pasted, take_in
from peyvand.web.office.present import waiting_lines
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import member_of, needs, signed_in
from peyvand.web.shared.rendering import language_now, page
from peyvand.web.shared.words import SOURCE_KINDS, word

PARAMS = ("page", "q", "kind", "done")
_LONGEST_WORDS = 100
_LONGEST_REASON = 1000
_FIRST = {"accept": Judgement.ACCEPTED, "reject": Judgement.REJECTED}


@needs("office.enter")
def door(request: HttpRequest) -> HttpResponse:
    """The office begins with its inbox, for those who may see it."""
    sees = may(member_of(request), "statement.see_proposed")
    return HttpResponseRedirect(reverse("office:inbox" if sees else "portal:home"))


@needs("statement.see_proposed", params=PARAMS)
def inbox(request: HttpRequest) -> HttpResponse:
    """The sources with something to judge, the longest waiting first."""
    return _show(request)


@needs("statement.judge", "POST", params=PARAMS, fields=("judgement", "reason", "item"))
def judge_sources(request: HttpRequest) -> HttpResponse:
    """One verdict for all that the chosen sources bring and nobody has judged; or such verdicts taken back."""
    member, chosen = signed_in(request), dict(_named(request))
    judgement, reason = request.POST.get("judgement", ""), request.POST.get("reason", "").strip()[:_LONGEST_REASON]
    if len(intake.open_among(member, chosen)) < len(chosen):
        raise Http404
    if judgement == "withdraw":
        return _take_back(request, chosen)
    if judgement not in _FIRST:
        raise Http404
    if not chosen:
        return _show(request, fault=_("Choose sources first."), reason=reason, status=422)
    if judgement == "reject" and not reason:
        return _show(request, fault=_("A rejection needs its reason."), chosen=chosen, status=422)
    batches.judge_batches(dict.fromkeys(chosen, _FIRST[judgement]), by=member, reason=reason)
    return HttpResponseRedirect(f"{reverse('office:inbox')}?{urlencode({'done': '-'.join(chosen)})}")


def _take_back(request: HttpRequest, chosen: dict[str, str]) -> HttpResponse:
    try:
        for capture, follows in chosen.items():
            batches.withdraw_batch(capture, by=signed_in(request), follows=follows or None)
    except (actions.JudgedMeanwhile, actions.NothingToWithdraw):
        fault = _("Somebody else has judged this in the meantime.")
        return _show(request, fault=fault, status=409)
    return HttpResponseRedirect(reverse("office:inbox"))


def _named(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Each chosen source, with the verdict on the whole of it that the page showed."""
    for item in request.POST.getlist("item")[:PAGE]:
        capture, _colon, follows = item.partition(":")
        yield capture, follows


def _done(request: HttpRequest) -> list[str]:
    """The sources that were just judged as the address tells them, as a form names them."""
    captures = intake.open_among(signed_in(request), request.GET.get("done", "").split("-")[:PAGE])
    rulings = rulings_on(captures)
    return [f"{one}:{rulings[one].heads[-1].key}" for one in captures if rulings[one].heads]


def _show(
    request: HttpRequest, *, fault: str = "", reason: str = "", chosen: Collection[str] = (), status: int = 200
) -> HttpResponse:
    member = signed_in(request)
    asked = _asked(request)
    found = intake.inbox(member, words=asked["q"], kind=asked["kind"], page=page_asked(request.GET.get("page", "")))
    query = {name: value for name, value in asked.items() if value}
    context = {
        "inbox": found,
        "waiting": waiting_lines(found.lines, language_now()),
        "pager": pager(reverse("office:inbox"), query, found.page, found.pages),
        "asked": asked,
        "kinds": [(str(kind), word(SOURCE_KINDS, kind)) for kind in SourceKind],
        "may_propose": may(member, "statement.propose"),
        "may_judge": may(member, "statement.judge"),
        "fault": fault,
        "reason": reason,
        "chosen": chosen,
        "done": _done(request),
        "pasted": Pasted(),
    }
    return page(request, "office/inbox.html", context, place="inbox", params=PARAMS, status=status)


def _asked(request: HttpRequest) -> dict[str, str]:
    kind = request.GET.get("kind", "")
    return {"q": request.GET.get("q", "").strip()[:_LONGEST_WORDS], "kind": kind if kind in set(SourceKind) else ""}


@needs("statement.propose", "GET", "HEAD", "POST", fields=("title", "text", "published"))
def paste(request: HttpRequest) -> HttpResponse:
    """An article's text goes through the reader; what it finds waits on the desk."""
    if request.method != "POST":
        return page(request, "office/paste.html", {"pasted": Pasted()}, place="inbox")
    member = signed_in(request)
    pasted = Pasted.typed(request.POST)
    if pasted.sound:
        pasted, capture = take_in(pasted, by=member)
        if capture:
            return HttpResponseRedirect(reverse("office:desk", args=[capture]))
    return page(request, "office/paste.html", {"pasted": pasted}, place="inbox", status=422)
