"""What a browser's session holds of its member: where the member sits, and when they last showed who they are."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.rules import SURE_FOR
from peyvand.records.accounts.sittings import sit_down, sitting_of, stand_up

_SITTING, _SURE = "sitting", "sure_at"
_WAS_HERE = "peyvand.was_here"
# Until when the member has to set a second factor up, as an ISO time; empty where nothing is owed.
OWES_FACTOR_BY = "owes_factor_by"


class NotSure(Exception):
    """The member has to show again who they are before going on."""


def signed_in(request: HttpRequest, user: Member, **_: Any) -> None:
    """A member came in, by whatever door: a session of theirs begins, and who they are is sure for a while."""
    stand_up(sitting_secret(request))
    request.session[_SITTING] = sit_down(
        user, address=address_of(request), agent=request.META.get("HTTP_USER_AGENT", "")
    )
    make_sure(request)


def signed_out(request: HttpRequest, **_: Any) -> None:
    """A member went."""
    stand_up(sitting_secret(request))


def sittings(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Whose session was ended elsewhere, or has run out, is a visitor. Behind the middleware that knows the user."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        if request.COOKIES and BACKEND_SESSION_KEY in request.session:
            _look_up(request)
        return get_response(request)

    return respond


def was_here(request: HttpRequest) -> int | None:
    """The number of the member whose session turned out to be over with this request."""
    found: int | None = request.META.get(_WAS_HERE)
    return found


def _look_up(request: HttpRequest) -> None:
    sitting = sitting_of(sitting_secret(request))
    if sitting is None:
        request.META[_WAS_HERE] = int(request.session[SESSION_KEY])
        request.session.flush()
        request.user = AnonymousUser()
    elif constant_time_compare(request.session[HASH_SESSION_KEY], sitting.member.get_session_auth_hash()):
        # Whoever asks for the user finds this one, and does not ask the store again.
        request._cached_user = sitting.member  # type: ignore[attr-defined]


def sitting_secret(request: HttpRequest) -> str:
    """What ties the browser to its row among the sessions."""
    return str(request.session.get(_SITTING, ""))


def address_of(request: HttpRequest) -> str:
    """Where the visitor sits. No header is believed but that of the site's own proxies (`TRUSTED_PROXIES`), and of its
    line only what they wrote themselves: the last address that is none of theirs."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if address not in settings.TRUSTED_PROXIES:
        return address
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return next((part for part in reversed(passed) if part and part not in settings.TRUSTED_PROXIES), address)


def make_sure(request: HttpRequest) -> None:
    """The member has just shown who they are."""
    request.session[_SURE] = time.time()


def be_sure(request: HttpRequest) -> None:
    """Raise `NotSure` where that was too long ago."""
    shown = request.session.get(_SURE)
    if not isinstance(shown, float) or not 0 <= time.time() - shown <= SURE_FOR.total_seconds():
        raise NotSure
