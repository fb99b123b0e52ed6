"""A page in its frame: language, direction, the same page in the other language, and who is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from urllib.parse import urlencode

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from peyvand import lexicon
from peyvand.web.shared.assets import STYLE
from peyvand.web.shared.dates import day
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.policy import member_of
from peyvand.web.shared.rooms import rooms_of
from peyvand.web.shared.sessions import OWES_FACTOR_BY

_OTHER = {"fa": ("en", "English"), "en": ("fa", "فارسی")}


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    *,
    place: str = "",
    params: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render ``template`` in the site's frame. ``place`` names the part of the site; ``params`` as in the policy."""
    member = member_of(request)
    frame = frame_of(request, params) | {"place": place}
    if member:
        frame |= {"member": str(member), "owed_by": _owed_by(request), "office_rooms": rooms_of(member)}
    return render(request, template, {**frame, **context}, status=status, using="jinja2")


def frame_of(request: HttpRequest, params: tuple[str, ...] = ()) -> dict[str, object]:
    """What the frame needs of the request alone."""
    language = language_now()
    other, other_name = _OTHER[language]
    return {
        "language": language,
        "direction": _direction(language),
        "other_language": other,
        "other_direction": _direction(other),
        "other_name": other_name,
        "other_address": _same_page(request, other, params),
        "typeface": typeface(),
        "member": "",
        "owed_by": "",
        "office_rooms": [],
        "place": "",
    }


def language_now() -> str:
    """The language of this page: one of the site's."""
    language = translation.get_language() or "en"
    return language if language in _OTHER else "en"


def naming_now() -> Naming:
    """Names of places in the language of this page."""
    return Naming(lexicon.gazetteer(), language_now())


@cache
def typeface() -> str:
    """The style sheet of the typeface as a static file, or nothing where the set-up did not bring it."""
    name = f"built/{STYLE}"
    return name if finders.find(name) or staticfiles_storage.exists(name) else ""


def _owed_by(request: HttpRequest) -> str:
    """The day by which the member has to set a second factor up; empty where nothing is owed."""
    until = request.session.get(OWES_FACTOR_BY)
    return day(timezone.localdate(datetime.fromisoformat(until)), language_now()).main if until else ""


def _direction(language: str) -> str:
    return "rtl" if translation.get_language_info(language)["bidi"] else "ltr"


def _same_page(request: HttpRequest, language: str, params: tuple[str, ...]) -> str:
    match = request.resolver_match
    with translation.override(language):
        if match is None or not match.view_name:
            return reverse("portal:home")
        address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    heeded = urlencode([(name, request.GET[name]) for name in params if name in request.GET])
    return f"{address}?{heeded}" if heeded else address
