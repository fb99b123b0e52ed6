"""A form that came when its member had to sign in or show who they are first: kept, and offered again."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.http import HttpRequest

from peyvand.web.shared.forms import TOKEN

_KEPT = "kept_form"
_LASTS_SECONDS = 60 * 60
# A pasted article fits into a session; a form with files is not kept.
_LONGEST = 400_000
_SECRET = ("password", "old", "new", "again", "code", "recovery", "answer")


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where a form was going, and its fields in their order."""

    address: str
    fields: tuple[tuple[str, str], ...]


def keep_form(request: HttpRequest, owner: int) -> None:
    """Keep a request's form for the member with this number, unless it is large, has files, or holds secrets."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN]
    length = sum(len(name) + len(value) for name, value in fields)
    if request.FILES or length > _LONGEST or any(name in _SECRET for name, _value in fields):
        return
    request.session[_KEPT] = [owner, request.get_full_path(), fields, time.time()]


def has_kept(request: HttpRequest, owner: int) -> bool:
    """Whether a form of this member waits; what belongs to anybody else is forgotten."""
    whose, _address, _fields, since = request.session.get(_KEPT) or (None, "", (), 0.0)
    if whose == owner and 0 <= time.time() - since <= _LASTS_SECONDS:
        return True
    request.session.pop(_KEPT, None)
    return False


def kept_form(request: HttpRequest, owner: int) -> KeptForm | None:
    """The form that waits for this member, if there is one."""
    if not has_kept(request, owner):
        return None
    _whose, address, fields, _since = request.session[_KEPT]
    return KeptForm(address, tuple((name, value) for name, value in fields))


def forget_form(request: HttpRequest) -> None:
    """The form was sent, or is given up."""
    request.session.pop(_KEPT, None)
