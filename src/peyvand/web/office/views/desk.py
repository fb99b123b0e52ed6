"""One source to judge, statement by statement or as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.core.ledger.verdict import Status, Verdict
from peyvand.core.ledger.words import Judgement
from peyvand.records.accounts.permissions import may
from peyvand.records.intake import actions, batches
from peyvand.records.intake import queries as intake
from peyvand.records.intake.paging import pages_of, read_in
from peyvand.records.intake.queries import Asked
from peyvand.web.office.present import STATUSES, Chosen, DeskPage, Typed, desk_address, desk_page, query_of
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.paging import page_asked
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import language_now, naming_now, page

JUDGEMENTS: dict[str, Callable[..., Verdict]] = {
    "accept": actions.accept,
    "reject": actions.reject,
    "withdraw": actions.withdraw,
}
_OF_THE_WHOLE: dict[str, Callable[..., Verdict]] = {
    "accept": batches.accept_batch,
    "reject": batches.reject_batch,
    "withdraw": batches.withdraw_batch,
}
PARAMS = ("page", "state", "q", "done")
# What can be asked for by its status; a fork waits as the rest does.
SHOWN = (Status.OPEN, Status.ACCEPTED, Status.REJECTED)
_LONGEST_REASON = 1000
_FIELDS = ("judgement", "reason", "follows")
_LONGEST_WORDS = 100
_CHOSEN = {"accept": Judgement.ACCEPTED, "reject": Judgement.REJECTED, "withdraw": Judgement.WITHDRAWN}


@needs("statement.see_proposed", params=PARAMS)
def desk(request: HttpRequest, capture: str) -> HttpResponse:
    """The marked text, and beside it a card for each thing that was read in it."""
    return _show(request, capture)


@needs("statement.judge", "POST", params=PARAMS, fields=_FIELDS)
def judge(request: HttpRequest, capture: str, key: str) -> HttpResponse:
    """Accept, reject or take back. Where somebody else was quicker, the card shows that and keeps what was typed."""
    member = signed_in(request)
    judgement = JUDGEMENTS.get(request.POST.get("judgement", ""))
    number = intake.number_in(capture, key)
    if judgement is None or not number or not intake.source_to_judge(member, capture):
        raise Http404
    again = partial(_again, request, capture, key, number)
    reason, rejecting = _reason(request), judgement is actions.reject
    if rejecting and not reason:
        return again(Typed(fault=_("A rejection needs its reason."), rejecting=True), 422)
    try:
        judgement(key, by=member, follows=request.POST.get("follows") or None, reason=reason)
    except actions.JudgedMeanwhile as fault:
        return again(Typed(reason=reason, fault=str(fault), rejecting=rejecting), 409)
    except actions.NothingToWithdraw:
        return again(Typed(fault=_("There is no verdict to take back.")), 409)
    return again(None, 200)


@needs("statement.judge", "POST", fields=_FIELDS)
def judge_whole(request: HttpRequest, capture: str) -> HttpResponse:
    """One verdict on all that the source brought and nobody has judged by itself."""
    member = signed_in(request)
    judgement = _OF_THE_WHOLE.get(request.POST.get("judgement", ""))
    if judgement is None or not intake.source_to_judge(member, capture):
        raise Http404
    reason, rejecting = _reason(request), judgement is batches.reject_batch
    if rejecting and not reason:
        typed = Typed(fault=_("A rejection needs its reason."), rejecting=True)
        return _show(request, capture, {capture: typed}, 422)
    try:
        judgement(capture, by=member, follows=request.POST.get("follows") or None, reason=reason)
    except actions.JudgedMeanwhile as fault:
        return _show(request, capture, {capture: Typed(reason=reason, fault=str(fault), rejecting=rejecting)}, 409)
    except actions.NothingToWithdraw:
        return _show(request, capture, {capture: Typed(fault=_("There is no verdict to take back."))}, 409)
    return HttpResponseRedirect(reverse("office:desk", args=[capture]))


@needs("statement.judge", "POST", params=PARAMS, fields=("judgement", "reason", "item"))
def judge_chosen(request: HttpRequest, capture: str) -> HttpResponse:
    """One verdict for the cards that a member has chosen. What others have judged meanwhile stays, and is told."""
    member, judgement = signed_in(request), _CHOSEN.get(request.POST.get("judgement", ""))
    if judgement is None or not intake.source_to_judge(member, capture):
        raise Http404
    numbers = {line.key: line.number for line in read_in(capture)}
    chosen = _chosen(request)
    if not chosen.keys() <= numbers.keys():
        raise Http404
    reason, typed = _reason(request), [numbers[key] for key in chosen]
    if not chosen:
        return _show(request, capture, status=422, chosen=Chosen(fault=_("Choose cards first.")))
    if judgement is Judgement.REJECTED and not reason:
        fault = Chosen(numbers=typed, fault=_("A rejection needs its reason."), rejecting=True)
        return _show(request, capture, status=422, chosen=fault)
    moved = actions.judge_chosen(chosen, judgement, by=member, reason=reason)
    if moved:
        told = _("Somebody else has judged %(numbers)s in the meantime; those stay as they are.")
        listed = ", ".join(str(numbers[key]) for key in moved)
        fault = Chosen(fault=told % {"numbers": in_language(listed, language_now())}, reason=reason)
        return _show(request, capture, status=409, chosen=fault)
    if judgement is Judgement.WITHDRAWN:
        return HttpResponseRedirect(desk_address(capture, typed[0]))
    return HttpResponseRedirect(_onward(request, capture, next(iter(chosen)), typed))


def _chosen(request: HttpRequest) -> dict[str, str | None]:
    """By key, the verdict that each chosen card showed."""
    named = (item.partition(":") for item in request.POST.getlist("item"))
    return {key: follows or None for key, _, follows in named}


def _again(request: HttpRequest, capture: str, key: str, number: int, typed: Typed | None, status: int) -> HttpResponse:
    """The card alone for a page that asked for it, else the whole desk, or the way to the next card."""
    given = {key: typed} if typed else {}
    here = Asked(page=pages_of(number))
    if getattr(request, "htmx", False):
        shown = _page(request, capture, given, here, {number})
        card = next(card for card in shown.cards if card.key == key)
        context = {"card": card, "page": shown, "may_judge": True}
        return page(request, "office/judged.html", context, place="inbox", status=status)
    if typed:
        return _show(request, capture, given, status, here)
    return HttpResponseRedirect(_onward(request, capture, key, [number]))


def _onward(request: HttpRequest, capture: str, key: str, done: Sequence[int]) -> str:
    """The next card that waits, on the page that was asked for or on a later one; ``done`` are those just judged."""
    shown = _page(request, capture)
    following = shown.after(key)
    address = reverse("office:desk", args=[capture])
    if following:
        return f"{address}{query_of(shown.asked, done)}#card-{following.number}"
    return address + query_of(Asked(state=Status.OPEN) if shown.left else shown.asked, done) + "#desk"


def _show(
    request: HttpRequest,
    capture: str,
    typed: dict[str, Typed] | None = None,
    status: int = 200,
    asked: Asked | None = None,
    chosen: Chosen | None = None,
) -> HttpResponse:
    context = {
        "page": _page(request, capture, typed, asked, _done(request)),
        "chosen": chosen or Chosen(),
        "may_judge": may(signed_in(request), "statement.judge"),
        "states": [(str(state), str(STATUSES[state])) for state in SHOWN],
    }
    return page(request, "office/desk.html", context, place="inbox", params=PARAMS, status=status)


def _page(
    request: HttpRequest,
    capture: str,
    typed: dict[str, Typed] | None = None,
    asked: Asked | None = None,
    done: Collection[int] = (),
) -> DeskPage:
    found = intake.desk(signed_in(request), capture, asked or _asked(request))
    if found is None:
        raise Http404
    return desk_page(found, naming_now(), typed, done)


def _done(request: HttpRequest) -> set[int]:
    """The numbers of the cards that were just judged, as the address tells them."""
    return {int(one) for one in request.GET.get("done", "").split("-") if one.isdecimal() and len(one) < 7}


def _asked(request: HttpRequest) -> Asked:
    state = request.GET.get("state", "")
    return Asked(
        state=state if state in SHOWN else "",
        words=request.GET.get("q", "").strip()[:_LONGEST_WORDS],
        page=page_asked(request.GET.get("page", "")),
    )


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()[:_LONGEST_REASON]
