"""The way in, which may take two steps: who has given the password is remembered until the second factor has passed."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.contrib.auth import login
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from peyvand.adapters.factors.passkeys import Question, Site
from peyvand.records.accounts.actions import remember_address
from peyvand.records.accounts.factors import Factors, ask_for_passkey, factors_of, must_begin, needs_factor
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.rules import HALFWAY_LASTS
from peyvand.web.shared.kept import has_kept
from peyvand.web.shared.sessions import OWES_FACTOR_BY, address_of

_HALFWAY, _CHALLENGE = "halfway", "passkey_challenge"
_SITE = "Peyvand"


@dataclass(frozen=True, slots=True)
class Halfway:
    """Who has given a password and not yet a second factor, and where they wanted to go. ``begins``: they have none
    yet and have to set one up."""

    member: Member
    goal: str
    begins: bool


def enter(request: HttpRequest, member: Member, goal: str) -> str:
    """Let in whoever has given the password, or ask for the second step; the address to go on to."""
    has = factors_of(member).any
    if not has and not must_begin(member, timezone.now()):
        return come_in(request, member, goal)
    # Whoever knew the browser's session before must not stand beside its member now.
    request.session.cycle_key()
    request.session[_HALFWAY] = [member.pk, member.get_session_auth_hash(), goal, time.time()]
    return reverse("office:second") if has else reverse("office:begin")


def halfway(request: HttpRequest) -> Halfway | None:
    """Who is halfway in with this browser; None where nobody is, it took too long, or the password was changed."""
    pk, known, goal, since = request.session.get(_HALFWAY) or (None, "", "", 0.0)
    member = Member.objects.filter(pk=pk).first() if pk else None
    if member is None or not member.in_office:
        return None
    if not constant_time_compare(known, member.get_session_auth_hash()):
        return None
    if not 0 <= time.time() - since <= HALFWAY_LASTS.total_seconds():
        return None
    return Halfway(member, goal, begins=not factors_of(member).any)


def come_in(request: HttpRequest, member: Member, goal: str) -> str:
    """All steps are done: the member's session begins; the address to go on to."""
    request.session.pop(_HALFWAY, None)
    login(request, member)
    remember_address(member, address_of(request))
    note_owed(request, member)
    return onward(request, member, goal)


def onward(request: HttpRequest, member: Member, goal: str) -> str:
    """Where a member goes who has shown who they are: to what they had typed, if it waits, else to their goal."""
    return reverse("office:resume") if has_kept(request, member.pk) else goal


def note_owed(request: HttpRequest, member: Member) -> None:
    """Remember for the frame of all pages until when a second factor has to be set up, where one has to."""
    owes = needs_factor(member) and not factors_of(member).any
    request.session[OWES_FACTOR_BY] = member.factor_due.isoformat() if owes else ""


def goal_of(request: HttpRequest, asked: str, default: str) -> str:
    """Where a visitor wanted to go, if it is ours."""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else reverse(default)


def site_of(request: HttpRequest) -> Site:
    """The site as the browser knows it: passkeys are bound to that."""
    return Site(f"{request.scheme}://{request.get_host()}", _SITE)


def passkey_question(request: HttpRequest, member: Member, has: Factors) -> str:
    """What the browser is asked for one of the member's passkeys; empty where there is none, or the site takes none."""
    site = site_of(request)
    if not has.passkeys or not site.takes_passkeys:
        return ""
    return keep_challenge(request, ask_for_passkey(site, member, address=address_of(request)))


def keep_challenge(request: HttpRequest, question: Question) -> str:
    """Remember what the browser's answer has to hold; the question itself, for the page."""
    request.session[_CHALLENGE] = question.challenge
    return question.options


def take_challenge(request: HttpRequest) -> str:
    """What an answer has to hold, for one answer."""
    return str(request.session.pop(_CHALLENGE, ""))
