"""The members of the office: the list, one of them, and their handover."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.records.accounts import factors, managing
from peyvand.records.accounts.joining import open_invitations, roles_to_give
from peyvand.records.accounts.letters import tell_member
from peyvand.records.accounts.managing import CannotManage, ChangedMeanwhile, facts_of
from peyvand.records.accounts.models import ROLES, Member
from peyvand.records.accounts.notes import notes_of
from peyvand.records.accounts.permissions import may
from peyvand.records.accounts.queries import NoSuchMember, member_named, members
from peyvand.records.accounts.sittings import sittings
from peyvand.records.agenda.handover import CannotHandOver, hand_over, left_by, successors
from peyvand.records.casework.actions import CannotRecord
from peyvand.web.office.membership import (
    MEMBER_FIELDS,
    MemberForm,
    form_of,
    invitation_lines,
    member_lines,
    moment,
    session_line,
    state_words,
    typed_form,
)
from peyvand.web.shared.forms import typed
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import language_now, naming_now, page

_PLACE = "members"
_SEEN = "seen"


@needs("member.see")
def member_list(request: HttpRequest) -> HttpResponse:
    """All members, and who is invited."""
    by = signed_in(request)
    context = {
        "lines": member_lines(members(), naming_now()),
        "invitations": invitation_lines(open_invitations(), language_now()),
        "may_invite": bool(roles_to_give(by)),
        "may_edit": may(by, "member.edit"),
        "may_audit": may(by, "audit.see"),
    }
    return page(request, "office/members.html", context, place=_PLACE)


@needs("member.see")
def member(request: HttpRequest, number: int) -> HttpResponse:
    """One member: what they are, and what an administrator may do."""
    return _show(request, _member(number))


@needs("member.edit", "POST", sure=True)
def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Set what a member is. Where somebody was quicker, what was typed stays beside what stands now."""
    found, given = _member(number), typed(request, *MEMBER_FIELDS, _SEEN)
    form = typed_form(given, naming_now())
    if form.facts is None:
        return _show(request, found, form, status=422)
    if given[_SEEN] != _mark(found):
        return _show(request, found, form, fault=_changed_words(), status=409)
    try:
        managing.edit_member(found, form.facts, by=signed_in(request), seen=facts_of(found))
    except CannotManage as fault:
        return _show(request, _member(number), form, fault=str(fault), status=422)
    except ChangedMeanwhile:
        return _show(request, _member(number), form, fault=_changed_words(), status=409)
    return HttpResponseRedirect(reverse("office:member", args=[number]))


@needs("member.edit", "POST", sure=True)
def deactivate(request: HttpRequest, number: int) -> HttpResponse:
    """Let a member in no more."""
    return _changed(request, number, managing.deactivate)


@needs("member.edit", "POST", sure=True)
def reactivate(request: HttpRequest, number: int) -> HttpResponse:
    """Let a member in again."""
    return _changed(request, number, managing.reactivate)


@needs("member.edit", "POST", sure=True)
def reset_factors(request: HttpRequest, number: int) -> HttpResponse:
    """Take the second factors from a member who has lost them, and tell the member."""
    found = _member(number)
    answer = _changed(request, number, factors.reset)
    if answer.status_code == 302:
        tell_member(found, gettext_lazy("Your second factors were taken away by an administrator."))
    return answer


@needs("member.edit", "POST", sure=True)
def end_sessions(request: HttpRequest, number: int) -> HttpResponse:
    """End all sessions of a member."""
    typed(request)
    managing.end_sessions(_member(number), by=signed_in(request))
    return HttpResponseRedirect(reverse("office:member", args=[number]) + "#sessions")


@needs("member.hand_over", "GET", "HEAD", "POST")
def handover(request: HttpRequest, number: int) -> HttpResponse:
    """What a member leaves, and to whom it passes."""
    found, by = _member(number), signed_in(request)
    if request.method != "POST":
        return _show_handover(request, found)
    given = typed(request, "to", "reason")
    try:
        hand_over(found, member_named(given["to"]), reason=given["reason"], by=by, language=language_now())
    except NoSuchMember:
        return _show_handover(request, found, given, _("Choose who takes the work over."), 422)
    except (CannotHandOver, CannotRecord) as fault:
        return _show_handover(request, found, given, str(fault), 422)
    return HttpResponseRedirect(reverse("office:handover", args=[number]))


def _changed(request: HttpRequest, number: int, change: Callable[..., object]) -> HttpResponse:
    found, given = _member(number), typed(request, "reason")
    try:
        change(found, reason=given["reason"], by=signed_in(request))
    except (CannotManage, factors.CannotChange) as fault:
        return _show(request, found, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:member", args=[number]))


def _show(
    request: HttpRequest, found: Member, form: MemberForm | None = None, *, fault: str = "", status: int = 200
) -> HttpResponse:
    by, naming = signed_in(request), naming_now()
    has = factors.factors_of(found)
    context = {
        "line": member_lines([found], naming)[0],
        "form": form or form_of(found, naming),
        "seen": _mark(found),
        "state": state_words(found, timezone.localdate()),
        "is_active": found.is_active,
        "has": has,
        "notes": [
            (
                moment(one.at, naming.language),
                str(one.get_what_display()),
                str(one.by or _("The administrator")),
                one.reason,
            )
            for one in notes_of(found, by=by)
        ],
        "sessions": [session_line(one, None, naming.language) for one in sittings(found)],
        "roles": ROLES,
        "languages": settings.LANGUAGES,
        "own": found == by,
        "may_edit": may(by, "member.edit"),
        "may_hand_over": may(by, "member.hand_over"),
        "may_audit": may(by, "audit.see"),
        "fault": fault,
    }
    return page(request, "office/member.html", context, place=_PLACE, status=status)


def _show_handover(
    request: HttpRequest, found: Member, given: dict[str, str] | None = None, fault: str = "", status: int = 200
) -> HttpResponse:
    by, language = signed_in(request), language_now()
    context = {
        "who": str(found),
        "number": found.pk,
        "left": left_by(found, by=by, language=language),
        "successors": successors(found),
        "typed": given or {"to": "", "reason": ""},
        "fault": fault,
    }
    return page(request, "office/handover.html", context, place=_PLACE, status=status)


def _changed_words() -> str:
    return _("Somebody else changed this member meanwhile. Look at what stands now before you set it again.")


def _mark(found: Member) -> str:
    """What the page showed, so that whoever is slower does not undo what they have not seen."""
    return str(facts_of(found))


def _member(number: int) -> Member:
    found = Member.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found
