"""What a page needs to set a second factor up: the picture and the secret for an app, the question for a passkey."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from markupsafe import Markup

from peyvand.adapters.factors.codes import address
from peyvand.adapters.factors.pictures import qr_picture
from peyvand.adapters.factors.sealing import Unreadable
from peyvand.records.accounts import factors
from peyvand.records.accounts.models import Member
from peyvand.web.office.signing import keep_challenge, site_of, take_challenge

_NEW_APP = "new_app"
_GROUP = 4


@dataclass(frozen=True, slots=True)
class SettingUp:
    """``picture`` is the address for an app as a QR code, ``secret`` the same to be typed, in groups of four letters;
    ``question`` is what the browser is asked for a passkey, empty where the site's address takes none."""

    picture: Markup
    secret: str
    question: str


def setting_up(request: HttpRequest, member: Member) -> SettingUp:
    """For a member who sets something up now. The app's secret stays the same until it is taken or given up."""
    secret, site = _secret(request), site_of(request)
    picture = qr_picture(address(secret, member=member.username, site=site.name), title=_("QR code for the app"))
    question = ""
    if site.takes_passkeys:
        question = keep_challenge(request, factors.ask_for_new_passkey(member, site))
    groups = (secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP))
    # The picture comes from the library that draws it, never from what anybody typed.
    return SettingUp(Markup(picture), " ".join(groups), question)


def take(request: HttpRequest, member: Member, given: dict[str, str]) -> list[str]:
    """Take the app whose code was typed, or the passkey that the browser made; the recovery codes to show, if any.

    Raises `WrongFactor` or `CannotChange`.
    """
    if given["answer"]:
        return factors.add_passkey(
            member, site_of(request), name=given["name"], answer=given["answer"], challenge=take_challenge(request)
        )
    shown = factors.add_app(member, request.session.get(_NEW_APP, ""), given["code"])
    request.session.pop(_NEW_APP, None)
    return shown


def _secret(request: HttpRequest) -> str:
    try:
        return factors.app_secret(request.session.get(_NEW_APP, ""))
    except Unreadable:
        request.session[_NEW_APP] = factors.new_app()
        return factors.app_secret(request.session[_NEW_APP])
