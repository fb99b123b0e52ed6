"""The audit, asked: who did, saw and took away what. Whoever asks is noted there too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.models import Kind, Trace

PAGE = 50
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines are asked for; what is empty asks for nothing. ``places`` are the ids of a bond's two places, or the
    one of a city; ``before`` is a line's number: those older than it."""

    member: int | None = None
    places: tuple[str, ...] = ()
    kind: str = ""
    thing: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A page of the audit, the newest line first; ``older`` is the `Wanted.before` of the next, if there is one."""

    lines: tuple[Trace, ...]
    older: int | None = None


def trail(member: Member, wanted: Wanted) -> Trail:
    """One page of what is asked for. Costs the same however long the audit is. Raises `NotAllowed`."""
    allow(member, "audit.see")
    found = list(_fitting(wanted).select_related("member").order_by("-pk")[: PAGE + 1])
    return Trail(lines=tuple(found[:PAGE]), older=found[PAGE - 1].pk if len(found) > PAGE else None)


def whole_trail(member: Member, wanted: Wanted) -> Iterator[Trace]:
    """All that is asked for, the oldest line first, as it was when asking began. Raises `NotAllowed`."""
    allow(member, "audit.export")
    last = Trace.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return _in_steps(_fitting(wanted).filter(pk__lte=last))


def _in_steps(rows: QuerySet[Trace]) -> Iterator[Trace]:
    # Steps and no cursor: a reader at leisure must not hold a snapshot of the store open.
    at = 0
    while some := list(rows.filter(pk__gt=at).select_related("member").order_by("pk")[:_AT_ONCE]):
        yield from some
        at = some[-1].pk


def _fitting(wanted: Wanted) -> QuerySet[Trace]:
    rows = Trace.objects.all()
    if wanted.member is not None:
        rows = rows.filter(Q(member=wanted.member) | Q(thing=f"member:{wanted.member}"))
    if len(wanted.places) == 2:
        first, second = sorted(wanted.places)
        rows = rows.filter(place_a=first, place_b=second)
    elif wanted.places:
        rows = rows.filter(Q(place_a=wanted.places[0]) | Q(place_b=wanted.places[0]))
    if wanted.kind in Kind.values:
        rows = rows.filter(kind=wanted.kind)
    if wanted.thing:
        rows = rows.filter(thing=wanted.thing)
    days = {"day__gte": wanted.since, "day__lte": wanted.until, "pk__lt": wanted.before}
    return rows.filter(**{name: value for name, value in days.items() if value is not None})
