"""What waits for a member, with everything needed to judge it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Count, Min

from peyvand.core.gazetteer import Place
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.intake.models import Proposal
from peyvand.records.intake.worklist import WAITING
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.ledger.vault import opened
from peyvand.records.places.queries import places_of
from peyvand.records.register.gathering import ITEMS, about_source, gather, sources_of
from peyvand.records.register.shown import AreaShown, ClaimShown, SourceShown, StatementShown

Item = StatementShown | ClaimShown | AreaShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A source in the inbox: how many of its statements and claims wait, and how many there are."""

    source: SourceShown
    waiting: int
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """One statement or claim to judge. ``places`` are those it was resolved to; ``replaces`` are keys of statements
    that say something else of the same event over the same words."""

    item: Item
    places: tuple[Place, ...]
    replaces: tuple[str, ...]

    @property
    def waits(self) -> bool:
        """Whether a verdict is due."""
        return self.item.judged.status in WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A source with its text and everything read in it, in the order of the text."""

    source: SourceShown
    text: str
    proposals: tuple[ProposalView, ...]


def inbox(member: Member, *, limit: int = 100) -> list[Waiting]:
    """The sources with something to judge, the longest waiting first. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    visible = Proposal.objects.all()
    if not may(member, "source.see_internal"):
        visible = visible.filter(capture__in=Source.objects.filter(public=True).values("capture"))
    rows = (
        visible.values("capture")
        .annotate(waiting=Count("key"), first=Min("number"))
        .order_by("first")
        .values_list("capture", "waiting")[:limit]
    )
    found = dict(rows)
    sources, items = sources_of(found), _items_in(found)
    return [Waiting(source=sources[source], waiting=waiting, items=items[source]) for source, waiting in found.items()]


def desk(member: Member, capture: str) -> Desk | None:
    """One source to judge; None where there is none that this member may see. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    source = sources_of({capture}).get(capture)
    if source is None or not (source.public or may(member, "source.see_internal")):
        return None
    evidence = gather(about_source(capture))
    items = _with_reasons([*evidence.statements.values(), *evidence.claims.values(), *evidence.areas.values()])
    places = places_of({place for item in items for place in _place_ids(item)})
    beside = _beside(evidence.statements.values())
    return Desk(
        source=source,
        text=Source.objects.values_list("text", flat=True).get(capture=capture),
        proposals=tuple(
            ProposalView(
                item=item,
                places=tuple(places[place] for place in _place_ids(item)),
                replaces=_replaces(item, beside[item.key]) if isinstance(item, StatementShown) else (),
            )
            for item in sorted(items, key=lambda item: (item.span, item.key))
        ),
    )


def waiting_count(member: Member) -> int:
    """How many statements and claims wait for a verdict. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    return Proposal.objects.count()


def _with_reasons(items: list[Item]) -> list[Item]:
    """Items with the words of the last verdict's reason, which lie in the vault."""
    words = opened(item.judged.reason for item in items)
    return [replace(item, judged=replace(item.judged, reason=words[item.judged.reason])) for item in items]


def _items_in(captures: Iterable[str]) -> dict[str, int]:
    """How many statements and claims came in with each of these sources."""
    items = Entry.objects.filter(subject__in=list(captures), kind__in=ITEMS)
    return dict(items.values("subject").annotate(items=Count("key")).values_list("subject", "items"))


def _place_ids(item: Item) -> tuple[str, ...]:
    if isinstance(item, StatementShown):
        return item.resolution.places
    if isinstance(item, AreaShown):
        return item.places
    return (item.city, item.partner) if item.partner else (item.city,)


def _beside(statements: Iterable[StatementShown]) -> dict[str, list[StatementShown]]:
    """For each statement by its key, those that stand in one run of overlapping words with it, itself among them. A
    list has thousands of statements, and each stands by itself."""
    beside: dict[str, list[StatementShown]] = {}
    run: list[StatementShown] = []
    stop = 0
    for one in sorted(statements, key=lambda one: one.span):
        if one.span.start >= stop:
            run = []
        run.append(one)
        stop = max(stop, one.span.stop) if len(run) > 1 else one.span.stop
        beside[one.key] = run
    return beside


def _replaces(item: StatementShown, others: Iterable[StatementShown]) -> tuple[str, ...]:
    return tuple(
        other.key
        for other in others
        if other.key != item.key and other.statement.event is item.statement.event and other.span.meets(item.span)
    )
