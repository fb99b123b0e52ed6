"""Who may ask for a page, and how: declared beside each view, held by a test over every address."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, may
from peyvand.records.register.reach import audience_for
from peyvand.records.register.shown import Audience
from peyvand.web.shared.caching import serve
from peyvand.web.shared.forms import refuse_others
from peyvand.web.shared.kept import keep_form
from peyvand.web.shared.seeing import note_refused, note_shown
from peyvand.web.shared.sessions import NotSure, be_sure, was_here

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Policy:
    """``permission`` None is for everybody; ``params`` are the query's words that the page heeds; ``sure``: the member
    has shown lately who they are; ``depends`` tells what a cached page hangs on beside the ledger and the day;
    ``fields`` are those of its form, any other is refused (None: the view sees to that with `forms.typed`)."""

    permission: str | None
    methods: tuple[str, ...]
    params: tuple[str, ...] = ()
    cached: bool = False
    sure: bool = False
    depends: Callable[[], object] | None = None
    fields: tuple[str, ...] | None = None


def public(
    *methods: str,
    params: tuple[str, ...] = (),
    cached: bool = False,
    depends: Callable[[], object] | None = None,
    fields: tuple[str, ...] | None = None,
) -> Callable[[View], View]:
    """A page for everybody. ``cached``: the same for every visitor until the ledger grows or the day ends, or what it
    ``depends`` on is another."""
    return _declare(Policy(None, methods or ("GET", "HEAD"), params, cached, depends=depends, fields=fields))


def needs(
    permission: str,
    *methods: str,
    params: tuple[str, ...] = (),
    sure: bool = False,
    fields: tuple[str, ...] | None = None,
) -> Callable[[View], View]:
    """A page for members whose role gives ``permission``. Visitors are asked to sign in; nobody's browser keeps it.

    ``sure``: whoever has not shown for a while who they are is asked to, first.
    """
    return _declare(Policy(permission, methods or ("GET", "HEAD"), params, sure=sure, fields=fields))


def member_of(request: HttpRequest) -> Member | None:
    """The signed-in member, if any."""
    return request.user if isinstance(request.user, Member) and request.user.in_office else None


def signed_in(request: HttpRequest) -> Member:
    """The member of a page that is for members alone; `needs` has seen to it that there is one."""
    member = member_of(request)
    assert member is not None
    return member


def audience_of(request: HttpRequest, places: Collection[str] = ()) -> Audience:
    """How this visitor may see what the register has of these places (ids; none: of all of them)."""
    return audience_for(member_of(request), places)


def _declare(policy: Policy) -> Callable[[View], View]:
    def declared(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in policy.methods:
                return HttpResponseNotAllowed(policy.methods)
            if "\0" in request.path:
                # No address of ours has this letter, and no database takes it.
                raise Http404
            return _answer(policy, view, request, args, kwargs)

        guarded.policy = policy  # type: ignore[attr-defined]
        return guarded

    return declared


def _answer(
    policy: Policy, view: View, request: HttpRequest, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> HttpResponseBase:
    member = member_of(request)
    if policy.permission and member is None:
        return _led(request, policy, "office:sign_in", was_here(request))
    if policy.permission and member and not may(member, policy.permission):
        note_refused(request, member, policy.permission)
        raise PermissionDenied
    if policy.cached and member is None:
        beside = policy.depends() if policy.depends else ""
        return serve(request, policy.params, lambda: cast(HttpResponse, view(request, *args, **kwargs)), beside)
    try:
        if request.method == "POST" and policy.fields is not None:
            refuse_others(request, policy.fields)
        if policy.sure:
            be_sure(request)
        response = view(request, *args, **kwargs)
    except NotSure:
        return _led(request, policy, "office:confirm", member.pk if member else None)
    except NotAllowed as fault:
        if member:
            note_refused(request, member, fault.permission)
        raise PermissionDenied from fault
    if member:
        note_shown(request, member, response)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _led(request: HttpRequest, policy: Policy, door: str, owner: int | None) -> HttpResponseBase:
    """To the door where members show who they are, and back; a form of a known member is kept meanwhile."""
    if request.method == "POST" and owner is not None:
        keep_form(request, owner)
    led = redirect_to_login(_way_back(request, policy), reverse(door))
    if not getattr(request, "htmx", False):
        return led
    # A part of a page must not be filled with the door: the whole page goes there.
    return HttpResponseClientRedirect(led.url)


def _way_back(request: HttpRequest, policy: Policy) -> str:
    """The page to go on with afterwards: this one, or the one whose form or part led here."""
    if "GET" in policy.methods and not getattr(request, "htmx", False):
        return request.get_full_path()
    page = urlsplit(request.headers.get("Referer", ""))
    return page.path if page.netloc == request.get_host() else reverse("office:door")
