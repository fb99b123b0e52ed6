"""The sources with something to judge, in the order in which they came."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Count, Min, Q, QuerySet

from peyvand.records.accounts.grants import scope_of
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.register.gathering import ITEMS, sources_of
from peyvand.records.register.reach import sources_open
from peyvand.records.register.shown import SourceShown

_PERMISSION = "statement.see_proposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A source in the inbox: how many of its statements and claims wait, and how many there are."""

    source: SourceShown
    waiting: int
    items: int


@dataclass(frozen=True)
class Queue:
    """Sources that wait, the longest waiting first; asked for piece by piece."""

    rows: QuerySet[Proposal]

    @cached_property
    def found(self) -> int:
        """How many sources there are."""
        return self.rows.values("capture").distinct().count()

    def lines(self, start: int, most: int) -> list[Waiting]:
        """So many of them from one on."""
        counted = self.rows.values("capture").annotate(waiting=Count("number"), first=Min("number")).order_by("first")
        shown = dict(counted.values_list("capture", "waiting")[start : start + most])
        sources, items = sources_of(shown), _items_in(shown)
        return [Waiting(source=sources[one], waiting=waiting, items=items[one]) for one, waiting in shown.items()]

    def only(self, captures: Collection[str]) -> Queue:
        """Those of these sources."""
        return replace(self, rows=self.rows.filter(capture__in=captures))

    def without(self, captures: Collection[str]) -> Queue:
        """All but these sources."""
        return replace(self, rows=self.rows.exclude(capture__in=captures)) if captures else self


def queue(member: Member, *, words: str = "", kind: str = "") -> Queue:
    """The sources that wait and are open to a member: those of a kind, and with these words in their title, publisher
    or name."""
    if not (words or kind) and may(member, _PERMISSION) and scope_of(member).whole:
        # To ask which sources are open, where all are, would look each of them up.
        return Queue(Proposal.objects.all())
    visible = Source.objects.filter(sources_open(member, _PERMISSION))
    if words:
        named = Q(title__icontains=words) | Q(publisher__icontains=words) | Q(name__icontains=words)
        visible = visible.filter(named)
    if kind:
        visible = visible.filter(kind=kind)
    return Queue(Proposal.objects.filter(capture__in=visible.values("capture")))


def _items_in(captures: Iterable[str]) -> dict[str, int]:
    """How many statements and claims came in with each of these sources."""
    items = Entry.objects.filter(subject__in=list(captures), kind__in=ITEMS)
    return dict(items.values("subject").annotate(items=Count("key")).values_list("subject", "items"))
