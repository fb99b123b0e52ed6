"""The work list: what other rooms leave open, as items of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peyvand.core.procedure.pack import Effect
from peyvand.core.procedure.plan import Duty
from peyvand.core.procedure.track import Station, Where
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.agenda.models import Assignment, Snooze
from peyvand.records.casework.queries import CaseView, cases
from peyvand.records.intake.queries import Waiting, inbox
from peyvand.records.register.audit import Audited, audit_for

_DUE = frozenset({Where.READY, Where.RUNNING, Where.AGREED_BY_SILENCE})
# Findings about time: a plan whose day has passed, a tie that nobody has heard of for long.
_OF_TIME = {"planned_past": "past", "stale": "stale"}


class Kind(StrEnum):
    """What an item of the work list is."""

    SOURCE = "source"
    GATE = "gate"
    DUTY = "duty"
    PAST = "past"
    STALE = "stale"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Gate:
    """A step of an open case that can be begun or whose clock runs."""

    view: CaseView
    side: int
    station: Station


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty after a signature."""

    view: CaseView
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to do. ``key`` names it for good; ``due`` is the day on which it is due, None where nothing says."""

    key: str
    kind: Kind
    about: Waiting | Gate | Owed | Audited
    due: date | None = None
    assigned: Member | None = None
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which items are asked for: of one kind, those of one member, with those that are snoozed."""

    kind: str = ""
    mine: bool = False
    snoozed: bool = False


def agenda(member: Member, *, language: str, today: date, wanted: Wanted | None = None) -> list[Item]:
    """What waits for a member, what is due first. Raises `NotAllowed`.

    Each kind is asked for in a bounded number of questions; a member sees the kinds that the role may.
    """
    allow(member, "office.enter")
    wanted = wanted or Wanted()
    items = [item for item in _all(member, language, today) if not wanted.kind or item.kind == wanted.kind]
    items = list(_noted(items, member))
    if wanted.mine:
        items = [item for item in items if item.assigned == member or _responsible(item) == member]
    if not wanted.snoozed:
        items = [item for item in items if item.snoozed_until is None or item.snoozed_until <= today]
    return sorted(items, key=lambda item: (item.due or date.max, list(Kind).index(item.kind), item.key))


def _all(member: Member, language: str, today: date) -> Iterator[Item]:
    if may(member, "statement.see_proposed"):
        for line in inbox(member).lines:
            yield Item(key=f"source:{line.source.capture}", kind=Kind.SOURCE, about=line)
    if may(member, "case.see"):
        for view in cases(member, language=language, today=today):
            yield from _of_case(view)
    if may(member, "statement.see_proposed"):
        for one in audit_for(member):
            finding = one.found.finding
            kind = Kind(_OF_TIME.get(finding.code, Kind.FINDING))
            yield Item(key=f"finding:{finding.mark}", kind=kind, about=one)


def _of_case(view: CaseView) -> Iterator[Item]:
    number = view.case.pk
    if view.state == "open":
        for side, stations in enumerate(view.plan.tracks):
            for one in stations:
                if one.where in _DUE and one.step.effect is not Effect.SIGNING:
                    key = f"gate:{number}:{side}:{one.step.key}"
                    yield Item(key=key, kind=Kind.GATE, about=Gate(view, side, one), due=one.earliest)
    elif view.state == "signed":
        for duty in view.plan.duties:
            key = f"duty:{number}:{duty.side}:{duty.step.key}"
            yield Item(key=key, kind=Kind.DUTY, about=Owed(view, duty), due=duty.by)


def _noted(items: list[Item], member: Member) -> Iterator[Item]:
    keys = [item.key for item in items]
    assigned = {one.item: one.to for one in Assignment.objects.filter(item__in=keys).select_related("to")}
    snoozed = dict(Snooze.objects.filter(member=member, item__in=keys).values_list("item", "until"))
    for item in items:
        yield Item(
            key=item.key, kind=item.kind, about=item.about, due=item.due,
            assigned=assigned.get(item.key), snoozed_until=snoozed.get(item.key),
        )  # fmt: skip


def _responsible(item: Item) -> Member | None:
    return item.about.view.responsible if isinstance(item.about, Gate | Owed) else None
