"""Sessions of members: where somebody is signed in, since when, and how that ends."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils import timezone

from peyvand.records.accounts.models import Member, Sitting
from peyvand.records.accounts.rules import SESSION_IDLE, SESSION_LASTS
from peyvand.records.accounts.tokens import digest_of, new_secret

_LOG = logging.getLogger(__name__)
_LONGEST_AGENT = 300
_LONGEST_ADDRESS = 45
# Finer than this nobody needs to know when somebody was last seen, and each page would write.
_SEEN_EVERY = timedelta(minutes=5)


def sit_down(member: Member, *, address: str, agent: str) -> str:
    """A new session of a member; its secret is for the session to keep. What has run out is forgotten by the way."""
    now = timezone.now()
    Sitting.objects.filter(_over(now)).delete()
    secret = new_secret()
    Sitting.objects.create(
        member=member, digest=digest_of(secret), began_at=now, seen_at=now,
        address=address[:_LONGEST_ADDRESS], agent=agent[:_LONGEST_AGENT],
    )  # fmt: skip
    return secret


def sitting_of(secret: str) -> Sitting | None:
    """The session of a secret, noted as seen now; None where it has ended, or its member serves no more."""
    now = timezone.now()
    sitting = Sitting.objects.select_related("member").filter(digest=digest_of(secret)).first()
    if sitting is None:
        return None
    if _is_over(sitting, now):
        _note(sitting, None)
        return None
    if now - sitting.seen_at >= _SEEN_EVERY:
        _note(sitting, now)
    return sitting


def sittings(member: Member) -> list[Sitting]:
    """A member's sessions that have not run out, the newest first."""
    return list(Sitting.objects.filter(member=member).exclude(_over(timezone.now())).order_by("-began_at", "-pk"))


def stand_up(secret: str) -> None:
    """End the session of a secret."""
    Sitting.objects.filter(digest=digest_of(secret)).delete()


def end(member: Member, number: int) -> bool:
    """End one of a member's own sessions; whether there was one."""
    deleted, _rows = Sitting.objects.filter(member=member, pk=number).delete()
    return bool(deleted)


def end_all(member: Member, *, but: str = "") -> int:
    """End a member's sessions, all but the one of a secret; how many."""
    deleted, _rows = Sitting.objects.filter(member=member).exclude(digest=digest_of(but)).delete()
    return deleted


def _note(sitting: Sitting, seen: datetime | None) -> None:
    """Note that a session was seen, or is over. Where that cannot be written (a full disk), members read on:
    whether a session is over is seen from its row each time."""
    row = Sitting.objects.filter(pk=sitting.pk)
    try:
        with transaction.atomic():
            row.update(seen_at=seen) if seen else row.delete()
    except DatabaseError:
        _LOG.exception("A session could not be noted.")


def _is_over(sitting: Sitting, now: datetime) -> bool:
    if not sitting.member.in_office:
        return True
    return now - sitting.seen_at > SESSION_IDLE or now - sitting.began_at > SESSION_LASTS


def _over(now: datetime) -> Q:
    return Q(seen_at__lt=now - SESSION_IDLE) | Q(began_at__lt=now - SESSION_LASTS)
