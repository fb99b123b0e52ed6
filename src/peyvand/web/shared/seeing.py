"""What members are shown, noted for the audit in one place for all pages: no page has to think of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from peyvand.records.accounts.models import Member
from peyvand.records.audit.actions import exported, once_a_day
from peyvand.records.audit.models import Kind

_LOG = logging.getLogger("django.request")
_STRANGE, _NO_KIND = re.compile(r"[^A-Za-z0-9_.-]"), re.compile(r"[^a-z_]")
# The parts of addresses that name a thing. What an address holds besides (a secret, a word searched for) is not kept.
_NAMING = ("capture", "slug", "number", "key")
_KINDS = {
    "portal:lists": "city",
    "opendata:city": "city",
    "office:procedure": "procedure",
    "office:edit_procedure": "procedure",
    "office:record_step": "case",
    "office:record_case": "case",
    "office:list": "list",
    "office:left_out": "list",
    "office:access": "member",
    "office:handover": "member",
    "office:audit_of_member": "member",
    "office:audit_of_bond": "bond",
    "office:audit_of_city": "city",
}


@dataclass(frozen=True, slots=True)
class _About:
    places: tuple[str, ...]
    detail: str


def about(request: HttpRequest, places: Sequence[str] = (), *, detail: str = "") -> None:
    """For views that know more than their address says: the place ids of what is shown, and a code that tells more."""
    request.META["peyvand.about"] = _About(tuple(places), detail)


def note_shown(request: HttpRequest, member: Member, response: HttpResponseBase) -> None:
    """Note a page that a member saw, once a day, or a file that a member took away, each time.

    A page is shown even where noting fails (a full disk stops nobody from reading); a file does not leave then.
    """
    if request.method != "GET" or response.status_code != 200 or request.resolver_match is None:
        return
    told = request.META.get("peyvand.about", _About((), ""))
    what, thing = request.resolver_match.view_name, thing_of(request)
    if response.headers.get("Content-Disposition", "").startswith("attachment"):
        try:
            exported(member, what, thing=thing, places=told.places, detail=told.detail)
        except DatabaseError:
            response.close()
            raise
        return
    _carefully(member, what, Kind.SAW, thing, told.places)


def note_fetched(member: Member, what: str) -> None:
    """Note, once a day, what a program takes for a member by a secret address."""
    _carefully(member, what, Kind.EXPORTED, "", ())


def note_refused(request: HttpRequest, member: Member, permission: str) -> None:
    """Note what a member tried in vain, once a day."""
    _carefully(member, permission, Kind.REFUSED, thing_of(request), ())


def thing_of(request: HttpRequest) -> str:
    """The thing that an address names, as the audit writes it (``case:7``); empty where it names none."""
    match = request.resolver_match
    if match is None:
        return ""
    named = [_STRANGE.sub("-", str(match.kwargs[name]))[:200] for name in _NAMING if name in match.kwargs]
    if not named:
        return ""
    usual = "source" if "capture" in match.kwargs else match.url_name or "page"
    kind = _KINDS.get(match.view_name, usual)
    return f"{_NO_KIND.sub('_', kind)}:{'/'.join(named)}"


def _carefully(member: Member, what: str, kind: Kind, thing: str, places: Sequence[str]) -> None:
    try:
        once_a_day(member, what, kind=kind, thing=thing, places=places)
    except DatabaseError:
        _LOG.exception("The audit could not be written.")
