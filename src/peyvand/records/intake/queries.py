"""What waits for a member, with everything needed to judge it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.bond import Witness
from peyvand.core.ledger.verdict import Status
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.intake.models import Proposal
from peyvand.records.intake.paging import PAGE, Line, pages_of, read_in, those
from peyvand.records.intake.waiting import Waiting, queue
from peyvand.records.intake.worklist import WAITING
from peyvand.records.ledger.models import Source
from peyvand.records.ledger.vault import opened
from peyvand.records.places.queries import places_of
from peyvand.records.register.gathering import gather, rulings_on, sources_of
from peyvand.records.register.likeness import EventOn, events_like
from peyvand.records.register.reach import audience_for, is_open, sources_open
from peyvand.records.register.shown import AreaShown, ClaimShown, SourceShown, StatementShown

Item = StatementShown | ClaimShown | AreaShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """One page of the inbox. ``found`` sources fit what was asked for."""

    lines: tuple[Waiting, ...]
    page: int
    pages: int
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """One statement or claim to judge. ``places`` are those it was resolved to; ``replaces`` are keys of statements
    that say something else of the same event over the same words."""

    item: Item
    places: tuple[Place, ...]
    replaces: tuple[str, ...]
    # Its place among all that was read in the source, from 1.
    number: int = 0
    # The event of the register that it speaks of, and those of its witnesses that are other sources.
    event: EventOn | None = None
    witnesses: tuple[tuple[Witness, SourceShown], ...] = ()
    # Whether its places are open to the member.
    open: bool = True

    @property
    def waits(self) -> bool:
        """Whether a verdict is due."""
        return self.item.judged.status in WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What was said of a source as a whole: one verdict for all that it brought and nobody has judged by itself."""

    status: Status
    follows: str | None = None
    by: str = ""
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which of a source's statements a member wants to see. ``state`` is a status or empty; ``words`` stand in them."""

    state: str = ""
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A source with its text and what was read in it, in the order of the text: one page of what was asked for.

    ``items`` are all that was read in it, ``waiting`` those on which a verdict is due, ``open`` those that nobody has
    judged, ``found`` those that fit what was asked for.
    """

    source: SourceShown
    text: str
    proposals: tuple[ProposalView, ...]
    whole: Whole
    asked: Asked
    items: int
    waiting: int
    open: int
    found: int
    pages: int


def inbox(member: Member, *, words: str = "", kind: str = "", page: int = 1) -> Inbox:
    """The sources with something to judge, the longest waiting first: those of a kind, and with these words in their
    title, publisher or name. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    waiting = queue(member, words=words, kind=kind)
    page = max(1, min(page, pages_of(waiting.found)))
    lines = tuple(waiting.lines((page - 1) * PAGE, PAGE))
    return Inbox(lines=lines, page=page, pages=pages_of(waiting.found), found=waiting.found)


def desk(member: Member, capture: str, asked: Asked | None = None) -> Desk | None:
    """One source to judge; None where there is none that this member may see. Raises `NotAllowed`."""
    source = source_to_judge(member, capture)
    if source is None:
        return None
    lines = read_in(capture)
    asked = asked or Asked()
    found = those(lines, capture, asked.state, asked.words)
    page = max(1, min(asked.page, pages_of(len(found))))
    waiting = Proposal.objects.filter(capture=capture)
    return Desk(
        source=source,
        text=Source.objects.values_list("text", flat=True).get(capture=capture),
        proposals=_proposals(found[(page - 1) * PAGE : page * PAGE], member),
        whole=_whole(capture),
        asked=replace(asked, page=page),
        items=len(lines),
        waiting=waiting.count(),
        open=waiting.filter(status=Status.OPEN).count(),
        found=len(found),
        pages=pages_of(len(found)),
    )


def number_in(capture: str, key: str) -> int:
    """An item's place among all that was read in a source, from 1; 0 where it is of another."""
    return next((line.number for line in read_in(capture) if line.key == key), 0)


def page_with(capture: str, key: str) -> int:
    """The desk's page on which an item of a source stands, where everything is asked for; 0 where it is of none."""
    number = number_in(capture, key)
    return pages_of(number) if number else 0


def source_to_judge(member: Member, capture: str) -> SourceShown | None:
    """A source without what was read in it; None where there is none that this member may see. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    source = sources_of({capture}).get(capture)
    return source if source and is_open(member, capture, "statement.see_proposed") else None


def open_among(member: Member, captures: Collection[str]) -> list[str]:
    """Those of these sources that this member may judge by, in their order. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    visible = Source.objects.filter(sources_open(member, "statement.see_proposed"), capture__in=captures)
    known = set(visible.values_list("capture", flat=True))
    return [capture for capture in captures if capture in known]


def _proposals(lines: Sequence[Line], member: Member) -> tuple[ProposalView, ...]:
    """These items, with those of the page that stand over the same words beside them, and who else bears witness."""
    numbers = {line.key: line.number for line in lines}
    evidence = gather(Q(key__in=list(numbers)))
    items = _with_reasons([*evidence.statements.values(), *evidence.claims.values(), *evidence.areas.values()])
    places = places_of({place for item in items for place in _place_ids(item)})
    beside = _beside(evidence.statements.values())
    audience = audience_for(member)
    events = events_like(list(evidence.statements.values()), audience)
    others = _others(evidence.statements.values(), events)
    return tuple(
        ProposalView(
            item=item,
            places=tuple(places[place] for place in _place_ids(item)),
            replaces=_replaces(item, beside[item.key]) if isinstance(item, StatementShown) else (),
            number=numbers[item.key],
            event=events.get(item.key),
            witnesses=others.get(item.key, ()),
            open=may(member, "statement.see_proposed", places=_place_ids(item)),
        )
        for item in sorted(items, key=lambda item: numbers[item.key])
    )


def _others(
    statements: Iterable[StatementShown], events: Mapping[str, EventOn]
) -> dict[str, tuple[tuple[Witness, SourceShown], ...]]:
    """By statement, the witnesses of its event that other sources are, each with its source."""
    found = {
        one.key: [other for other in events[one.key].event.witnesses if other.capture != one.capture]
        for one in statements
        if one.key in events
    }
    sources = sources_of({witness.capture for witnesses in found.values() for witness in witnesses})
    return {key: tuple((one, sources[one.capture]) for one in witnesses) for key, witnesses in found.items()}


def _whole(capture: str) -> Whole:
    ruling = rulings_on([capture])[capture]
    if not ruling.heads:
        return Whole(status=ruling.status)
    last = ruling.heads[-1]
    by = Member.objects.filter(pk=last.member).first()
    return Whole(
        status=ruling.status,
        follows=last.key,
        by=str(by or ""),
        at=last.at,
        reason=opened([last.reason])[last.reason],
    )


def _with_reasons(items: list[Item]) -> list[Item]:
    """Items with the words of the last verdict's reason, which lie in the vault."""
    words = opened(item.judged.reason for item in items)
    return [replace(item, judged=replace(item.judged, reason=words[item.judged.reason])) for item in items]


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
