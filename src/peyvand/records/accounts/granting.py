"""What is open to a member is changed. The one door for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand import lexicon
from peyvand.records.accounts.grants import forget_scope, is_in_force
from peyvand.records.accounts.models import Grant, GrantEnd, Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.accounts.roles import Role
from peyvand.records.audit.actions import record

_LONGEST = 500


class CannotGrant(ValueError):
    """A grant's facts do not hold; ``field`` is the wrong one, the message says why, for people."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


@transaction.atomic
def grant(
    to: Member,
    places: Sequence[str] = (),
    *,
    reason: str,
    by: Member | None,
    since: date | None = None,
    until: date | None = None,
) -> Grant:
    """Open the whole office to a member (no places), a city with its bonds (one place id), or one bond (two).

    From ``since`` (None: today) until ``until``, that day included (None: for good). ``by`` None is whoever holds the
    machine. Raises `NotAllowed` or `CannotGrant`.
    """
    if by is not None:
        allow(by, "member.grant")
    today = timezone.localdate()
    since = since or today
    _check(to, places, since, until, today)
    first, second = (*sorted(places), "", "")[:2]
    made = Grant.objects.create(
        member=to, place=first, partner=second, since=since, until=until, by=by, at=timezone.now(),
        reason=_reason(reason),
    )  # fmt: skip
    record(by, "member.grant", thing=f"member:{to.pk}", places=places)
    forget_scope(to)
    return made


@transaction.atomic
def take_back(one: Grant, *, reason: str, by: Member | None) -> GrantEnd:
    """End a grant today: from now on it opens nothing. Raises `NotAllowed` or `CannotGrant`."""
    if by is not None:
        allow(by, "member.grant")
    words, now = _reason(reason), timezone.now()
    places = [place for place in (one.place, one.partner) if place]
    try:
        with transaction.atomic():
            end = GrantEnd.objects.create(grant=one, on=timezone.localdate(now), by=by, at=now, reason=words)
            record(by, "member.grant", thing=f"member:{one.member_id}", places=places, detail="taken back")
    except IntegrityError as fault:
        # The database lets a grant end once, whoever of two is first.
        raise CannotGrant("grant", _("This was taken back before.")) from fault
    forget_scope(one.member)
    return end


def grants_of(member: Member) -> list[Grant]:
    """All that was ever opened to a member, the newest first, each with its end, if it has one."""
    return list(Grant.objects.filter(member=member).select_related("end", "end__by", "by").order_by("-pk"))


def in_force(grants: Sequence[Grant]) -> list[Grant]:
    """Those of these grants that open something today."""
    today = timezone.localdate()
    return [one for one in grants if is_in_force(one, today)]


def _check(to: Member, places: Sequence[str], since: date, until: date | None, today: date) -> None:
    if len(places) > 2 or len(set(places)) < len(places):
        raise CannotGrant("places", _("A bond is of two different places."))
    for place in places:
        if lexicon.gazetteer().place(place) is None:
            raise CannotGrant("places", _("No such place: %s") % place)
    if to.role == Role.PARTNER and len(places) != 2:
        raise CannotGrant("places", _("To a partner, one bond is opened, not more."))
    if since < today:
        raise CannotGrant("since", _("Nothing is opened for days that are over."))
    if until is not None and until < since:
        raise CannotGrant("until", _("This would be over before it begins."))


def _reason(reason: str) -> str:
    if not reason.strip():
        raise CannotGrant("reason", _("This needs its reason."))
    return reason.strip()[:_LONGEST]
