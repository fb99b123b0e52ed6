"""The watch list: feeds and pages that are looked at again and again, and what was found behind them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts.permissions import may
from peyvand.records.watching import queries
from peyvand.records.watching.actions import CannotWatch, NoSuchWatch, add_watch, remove_watch
from peyvand.web.office.watching import Typed, failed_line, found_line, watch_line
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import language_now, page


@needs("statement.see_proposed")
def watching(request: HttpRequest) -> HttpResponse:
    """The list, what came of it last, and the form for one more."""
    return _shown(request, Typed())


@needs("watch.keep", "POST", fields=("address", "every"))
def watch(request: HttpRequest) -> HttpResponse:
    """Put a feed or a page on the list."""
    typed = Typed.of(request.POST)
    if typed.hours is None:
        return _shown(request, typed, {"every": _("This is no number of hours.")}, 422)
    try:
        add_watch(typed.address, hours=typed.hours, by=signed_in(request), now=timezone.now())
    except CannotWatch as fault:
        return _shown(request, typed, {fault.field: str(fault)}, 422)
    return HttpResponseRedirect(reverse("office:watching"))


@needs("watch.keep", "POST", fields=())
def unwatch(request: HttpRequest, number: int) -> HttpResponse:
    """Take an entry off the list."""
    try:
        remove_watch(number, by=signed_in(request), now=timezone.now())
    except NoSuchWatch as fault:
        raise Http404 from fault
    return HttpResponseRedirect(reverse("office:watching"))


def _shown(request: HttpRequest, typed: Typed, faults: dict[str, str] | None = None, status: int = 200) -> HttpResponse:
    member, language = signed_in(request), language_now()
    context = {
        "lines": [watch_line(one, language) for one in queries.watches(member)],
        "found": [found_line(group, language) for group in queries.recent(member)],
        "failed": [failed_line(one, language) for one in queries.failing(member)],
        "may_keep": may(member, "watch.keep"),
        "typed": typed,
        "faults": faults or {},
    }
    return page(request, "office/watching.html", context, place="inbox", status=status)
