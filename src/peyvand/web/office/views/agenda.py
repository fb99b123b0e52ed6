"""The work list, what members do with its items, and the calendar that other programs subscribe to."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from peyvand import lexicon
from peyvand.adapters.calendar_feed import DayEntry, calendar_feed
from peyvand.lexicon.asking import places_named
from peyvand.records.accounts.permissions import may
from peyvand.records.accounts.queries import NoSuchMember, member_named, members
from peyvand.records.agenda import actions
from peyvand.records.agenda.actions import CannotNote
from peyvand.records.agenda.digests import title
from peyvand.records.agenda.items import Wanted, dated
from peyvand.records.agenda.items import agenda as agenda_of
from peyvand.records.agenda.kinds import Kind
from peyvand.web.office.agenda import agenda_groups, kind_words
from peyvand.web.shared.dates import typed_day
from peyvand.web.shared.paging import page_asked, pager
from peyvand.web.shared.policy import needs, public, signed_in
from peyvand.web.shared.rendering import language_now, naming_now, page
from peyvand.web.shared.seeing import note_fetched

PARAMS = ("kind", "mine", "snoozed", "q", "page")
_LONGEST_WORDS = 100


@needs("office.enter", params=PARAMS)
def agenda(request: HttpRequest) -> HttpResponse:
    """What waits for this member, what is due first."""
    return _show(request)


@needs("office.enter", "POST", fields=("item", "until", "what", "to"))
def note(request: HttpRequest) -> HttpResponse:
    """Give an item to somebody, or put it off."""
    member, item, until = signed_in(request), request.POST.get("item", ""), request.POST.get("until", "").strip()
    try:
        if request.POST.get("what") == "assign":
            name = request.POST.get("to", "")
            actions.assign(item, member_named(name) if name else None, by=member)
        else:
            day = typed_day(until)
            if until and day is None:
                raise CannotNote(_("This is no date."))
            actions.snooze(item, day, by=member)
    except NoSuchMember as fault:
        return _show(request, fault=_("There is no member %s.") % fault, status=422)
    except CannotNote as fault:
        return _show(request, fault=str(fault), status=422)
    return HttpResponseRedirect(reverse("office:agenda"))


@needs("office.enter", "POST", fields=())
def own_calendar(request: HttpRequest) -> HttpResponse:
    """A new secret address for the member's calendar; it is shown once."""
    secret = actions.new_calendar(by=signed_in(request))
    return _show(request, calendar=request.build_absolute_uri(reverse("outside:calendar", args=[secret])))


@public()
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """What is due for a member, for programs: whoever has the secret address may read it."""
    member = actions.member_of_calendar(secret)
    if member is None:
        raise Http404
    note_fetched(member, "outside:calendar")
    now = timezone.now()
    with override(member.language):
        items = dated(member, language=member.language, today=timezone.localdate())
        address = request.build_absolute_uri(reverse("office:agenda"))
        entries = [
            DayEntry(f"{item.key}@peyvand", title(item, member.language), item.due, address)
            for item in items
            if item.due
        ]
        body = calendar_feed(_("Peyvand"), entries, made_at=now)
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _show(request: HttpRequest, *, fault: str = "", calendar: str = "", status: int = 200) -> HttpResponse:
    member, naming, today = signed_in(request), naming_now(), timezone.localdate()
    wanted = _wanted(request)
    at = page_asked(request.GET.get("page", ""))
    found = agenda_of(member, language=language_now(), today=today, wanted=wanted, page=at)
    asked = {
        "kind": wanted.kind,
        "mine": "1" if wanted.mine else "",
        "snoozed": "1" if wanted.snoozed else "",
        "q": wanted.words,
    }
    query = {name: value for name, value in asked.items() if value}
    context = {
        "groups": agenda_groups(found.items, naming, today),
        "found": found.found,
        "wanted": wanted,
        "kinds": kind_words(),
        "pager": pager(reverse("office:agenda"), query, found.page, found.pages),
        "members": [one for one in members() if one.in_office] if may(member, "agenda.assign") else [],
        "fault": fault,
        "calendar": calendar,
    }
    return page(request, "office/agenda.html", context, place="agenda", params=PARAMS, status=status)


def _wanted(request: HttpRequest) -> Wanted:
    kind, words = request.GET.get("kind", ""), request.GET.get("q", "").strip()[:_LONGEST_WORDS]
    return Wanted(
        words=words,
        places=tuple(place.id for place in places_named(words, lexicon.gazetteer())) if words else (),
        kind=kind if kind in set(Kind) else "",
        mine=request.GET.get("mine") == "1",
        snoozed=request.GET.get("snoozed") == "1",
    )
