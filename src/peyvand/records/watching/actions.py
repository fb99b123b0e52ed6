"""Feeds and pages put on the watch list and taken off it. The one door for each."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.naming import address_of
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.watching.models import Watch

SHORTEST, LONGEST = 1, 24 * 28


class CannotWatch(ValueError):
    """An address or an interval that cannot be watched: ``field`` is the wrong one, the message says why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


class NoSuchWatch(LookupError):
    """No such entry stands on the list."""


def add_watch(address: str, *, hours: int, by: Member, now: datetime) -> Watch:
    """Put a feed or a page on the list, to be looked at every so many hours; the one that stands already, if it does.

    Nothing is fetched here. Raises `NotAllowed` or `CannotWatch`.
    """
    allow(by, "watch.keep")
    if not SHORTEST <= hours <= LONGEST:
        raise CannotWatch(
            "every", _("A page is looked at every %(least)d to %(most)d hours.") % {"least": SHORTEST, "most": LONGEST}
        )
    try:
        whole = str(address_of(address.strip()))
    except UnreadableSource as fault:
        raise CannotWatch(
            "address", _("This is no address of a public page, such as https://news.example.org/feed.")
        ) from fault
    told = {"hours": hours, "added_by": by, "added_at": now, "next_at": now}
    with transaction.atomic():
        watch, is_new = Watch.objects.get_or_create(address=whole, removed_at=None, defaults=told)
        if is_new:
            record(by, "watch.keep", thing=f"watch:{watch.pk}")
    return watch


def remove_watch(number: int, *, by: Member, now: datetime) -> None:
    """Take an entry off the list; what was found through it stays. Raises `NotAllowed` or `NoSuchWatch`."""
    allow(by, "watch.keep")
    with transaction.atomic():
        if not Watch.objects.filter(pk=number, removed_at=None).update(removed_by=by, removed_at=now):
            raise NoSuchWatch(number)
        record(by, "watch.keep", thing=f"watch:{number}", detail="removed")


def pass_watches(member: Member, to: Member, *, by: Member, now: datetime) -> int:
    """Let another member answer for the entries of one who goes; how many. What was said of each so far stays theirs.

    Raises `NotAllowed`.
    """
    allow(by, "watch.keep")
    own = list(Watch.objects.filter(added_by=member, removed_at=None))
    record(by, "watch.keep", thing=f"member:{member.pk}", detail=f"passed={len(own)} to={to.pk}")
    Watch.objects.filter(pk__in=[one.pk for one in own]).update(removed_by=by, removed_at=now)
    kept = ("address", "hours", "next_at", "looked_at", "failures", "reason", "etag", "modified")
    Watch.objects.bulk_create(
        Watch(added_by=to, added_at=now, **{name: getattr(one, name) for name in kept}) for one in own
    )
    return len(own)
