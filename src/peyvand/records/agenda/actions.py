"""Items are given to members, put off, and told of in calendars. The one door for each."""

from __future__ import annotations

import re
import secrets
from datetime import date
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.agenda.models import Assignment, CalendarKey, Snooze
from peyvand.records.audit.actions import record

_KEY = re.compile(r"(source|gate|duty|letter|finding|term):[\w:.-]{1,180}", re.ASCII)


class CannotNote(ValueError):
    """What a member wants to do with an item cannot be; the message says why, for people."""


def assign(item: str, to: Member | None, *, by: Member) -> None:
    """Give an item to a member, or to nobody. Raises `NotAllowed` or `CannotNote`."""
    allow(by, "agenda.assign")
    key = _known(item)
    if to is None:
        record(by, "agenda.assign", thing=key)
        Assignment.objects.filter(item=key).delete()
        return
    if not to.in_office:
        raise CannotNote(_("%s is no active member.") % to)
    record(by, "agenda.assign", thing=key, detail=f"to={to.pk}")
    Assignment.objects.update_or_create(item=key, defaults={"to": to, "by": by, "at": timezone.now()})


def snooze(item: str, until: date | None, *, by: Member) -> None:
    """Put an item off until a day, for this member alone; None takes that back. As `assign`."""
    allow(by, "office.enter")
    key = _known(item)
    if until is None:
        Snooze.objects.filter(member=by, item=key).delete()
        return
    if until <= timezone.localdate():
        raise CannotNote(_("An item is put off to a day that lies ahead."))
    Snooze.objects.update_or_create(member=by, item=key, defaults={"until": until})


def new_calendar(*, by: Member) -> str:
    """A new secret for the member's calendar feed; the one before opens nothing any more. Raises `NotAllowed`."""
    allow(by, "office.enter")
    record(by, "agenda.calendar")
    secret = secrets.token_urlsafe(32)
    CalendarKey.objects.update_or_create(member=by, defaults={"digest": _hash(secret), "made_at": timezone.now()})
    return secret


def member_of_calendar(secret: str) -> Member | None:
    """Whose calendar a secret opens; None where nobody's, or of a member who has left."""
    key = CalendarKey.objects.filter(digest=_hash(secret)).select_related("member").first()
    return key.member if key and key.member.in_office else None


def _hash(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def _known(item: str) -> str:
    if not _KEY.fullmatch(item):
        raise CannotNote(_("There is no such item."))
    return item
