"""One source to judge, statement by statement."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.core.ledger.verdict import Verdict
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.intake import actions
from peyvand.records.intake import queries as intake
from peyvand.web.office.present import DeskPage, Typed, desk_page
from peyvand.web.shared.policy import member_of, needs
from peyvand.web.shared.rendering import naming_now, page

JUDGEMENTS: dict[str, Callable[..., Verdict]] = {
    "accept": actions.accept,
    "reject": actions.reject,
    "withdraw": actions.withdraw,
}
_LONGEST_REASON = 1000


@needs("statement.see_proposed")
def desk(request: HttpRequest, capture: str) -> HttpResponse:
    """The marked text, and beside it a card for each thing that was read in it."""
    return _show(request, capture)


@needs("statement.judge", "POST")
def judge(request: HttpRequest, capture: str, key: str) -> HttpResponse:
    """Accept, reject or take back. Where somebody else was quicker, the card shows that and keeps what was typed."""
    member = _member(request)
    found = intake.desk(member, capture)
    judgement = JUDGEMENTS.get(request.POST.get("judgement", ""))
    if found is None or judgement is None or key not in {one.item.key for one in found.proposals}:
        raise Http404
    reason = request.POST.get("reason", "").strip()[:_LONGEST_REASON]
    rejecting = judgement is actions.reject
    if rejecting and not reason:
        return _again(request, capture, key, Typed(fault=_("A rejection needs its reason."), rejecting=True), 422)
    try:
        judgement(key, by=member, follows=request.POST.get("follows") or None, reason=reason)
    except actions.JudgedMeanwhile as fault:
        return _again(request, capture, key, Typed(reason=reason, fault=str(fault), rejecting=rejecting), 409)
    except actions.NothingToWithdraw:
        return _again(request, capture, key, Typed(fault=_("There is no verdict to take back.")), 409)
    return _again(request, capture, key, None, 200)


def _again(request: HttpRequest, capture: str, key: str, typed: Typed | None, status: int) -> HttpResponse:
    """The card alone for a page that asked for it, else the whole desk, or the way to the next card."""
    given = {key: typed} if typed else {}
    if getattr(request, "htmx", False):
        shown = _page(request, capture, given)
        card = next(card for card in shown.cards if card.key == key)
        context = {"card": card, "page": shown, "may_judge": True}
        return page(request, "office/judged.html", context, place="inbox", status=status)
    if typed:
        return _show(request, capture, given, status)
    shown = _page(request, capture)
    following = shown.after(key)
    place = f"#card-{following.number}" if following else "#desk"
    return HttpResponseRedirect(reverse("office:desk", args=[capture]) + place)


def _show(request: HttpRequest, capture: str, typed: dict[str, Typed] | None = None, status: int = 200) -> HttpResponse:
    context = {"page": _page(request, capture, typed), "may_judge": may(_member(request), "statement.judge")}
    return page(request, "office/desk.html", context, place="inbox", status=status)


def _page(request: HttpRequest, capture: str, typed: dict[str, Typed] | None = None) -> DeskPage:
    found = intake.desk(_member(request), capture)
    if found is None:
        raise Http404
    return desk_page(found, naming_now(), typed)


def _member(request: HttpRequest) -> Member:
    member = member_of(request)
    assert member is not None
    return member
