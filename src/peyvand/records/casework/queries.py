"""Cases as members see them: both tracks, what was recorded, and when the law allows to sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from peyvand import lexicon
from peyvand.core.ledger.bond import BondEvent
from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.facts import Gate, Outcome
from peyvand.core.procedure.pack import Effect, Pack, Purpose
from peyvand.core.procedure.plan import Plan, plan
from peyvand.core.procedure.record import Closing, gates_of
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.accounts.scopes import rows_within
from peyvand.records.casework.models import Case, CaseRecord
from peyvand.records.casework.packs import Laws, laws_of, party, read_edition
from peyvand.records.casework.rows import closing_of, step_records
from peyvand.records.register.identity import Pair, pair_of
from peyvand.records.register.signings import signings

_SIGNED = frozenset({Purpose.CONCLUDE, Purpose.RENEW, Purpose.CHANGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with its plan as of a day; ``records`` in their order, ``gates`` of both sides, whose it is, and where it
    stands: ``open``, ``signed`` or ``withdrawn``."""

    case: Case
    names: tuple[str, str]
    plan: Plan
    packs: tuple[Pack | None, Pack | None]
    gates: tuple[Mapping[str, Gate], Mapping[str, Gate]]
    records: tuple[CaseRecord, ...]
    responsible: Member
    state: str
    # A signature that the register holds while this case is open; looked for by `with_signings`.
    signed_already: BondEvent | None = None

    @property
    def purpose(self) -> Purpose:
        """What the case is for."""
        return Purpose(self.case.purpose)

    def last(self, side: int, step: str) -> CaseRecord | None:
        """The last record of a step, which the next one has to follow."""
        return next((row for row in reversed(self.records) if row.side == side and row.step == step), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """An open case that a new edition of a procedure would change: its earliest day before and after."""

    case: Case
    names: tuple[str, str]
    before: date | None
    after: date | None


def case_view(case_id: int, member: Member, *, language: str, today: date | None = None) -> CaseView | None:
    """One case, None where there is none. Raises `NotAllowed`."""
    allow(member, "case.see")
    case = Case.objects.select_related("member").filter(rows_within(member, "case.see"), pk=case_id).first()
    return with_signings(_views([case], language, today or _today()))[0] if case else None


def cases(member: Member, *, language: str, today: date | None = None) -> list[CaseView]:
    """All cases, the open ones first and of them those that can be signed soonest. Raises `NotAllowed`."""
    allow(member, "case.see")
    known = list(Case.objects.select_related("member").filter(rows_within(member, "case.see")).order_by("pk"))
    views = _views(known, language, today or _today())
    return sorted(views, key=lambda view: (view.state != "open", view.plan.earliest or date.max, view.case.pk))


def with_signings(views: Sequence[CaseView]) -> list[CaseView]:
    """The same cases, the open ones with the signature that the register holds of their pair already."""
    signed = signings({_pair(view) for view in views if view.state == "open"})
    return [replace(view, signed_already=signed.get(_pair(view))) if view.state == "open" else view for view in views]


def _pair(view: CaseView) -> Pair:
    return pair_of(view.case.places)


def touched_by(country: str, told: Sequence[Mapping[str, Any]], member: Member, *, language: str) -> list[Touched]:
    """The open cases that an edition of a country's procedure would touch. Raises `NotAllowed` or `packs.BadPack`."""
    allow(member, "case.see")
    own = read_edition(country, told)
    there = Case.objects.select_related("member").filter(Q(country_a=country) | Q(country_b=country))
    known = list(there.filter(rows_within(member, "case.see")).order_by("pk"))
    laws = _laws(known).tried(country, own)
    found = []
    for view in _views(known, language, _today()):
        case = view.case
        if view.state != "open":
            continue
        tried, _law_of = _plan(case, view.gates, _today(), laws)
        if tried != view.plan:
            found.append(Touched(case=case, names=view.names, before=view.plan.earliest, after=tried.earliest))
    return found


def _laws(known: Iterable[Case]) -> Laws:
    return laws_of({side.country for case in known for side in case.sides})


def _records(known: Iterable[Case]) -> dict[int, list[CaseRecord]]:
    found: dict[int, list[CaseRecord]] = {case.pk: [] for case in known}
    rows = CaseRecord.objects.filter(case__in=list(found)).select_related("member", "to").order_by("case", "number")
    for row in rows:
        found[row.case_id].append(row)
    return found


def _views(known: Sequence[Case], language: str, today: date) -> list[CaseView]:
    records, laws = _records(known), _laws(known)
    return [_view(case, records[case.pk], laws, language, today) for case in known]


def _view(case: Case, records: Sequence[CaseRecord], laws: Laws, language: str, today: date) -> CaseView:
    gates = gates_of(step_records(records))
    ended = _ended_on(case, gates, laws)
    day = ended or today
    given = [row.to for row in records if row.what == Closing.HANDED_OVER and row.to]
    found, law_of = _plan(case, gates, day, laws)
    state = "withdrawn" if closing_of(records) is Closing.WITHDRAWN else "signed" if ended else "open"
    return CaseView(
        case=case,
        names=(_name(case.place_a, language), _name(case.place_b, language)),
        plan=found,
        packs=(laws.on(case.country_a, law_of), laws.on(case.country_b, law_of)),
        gates=gates,
        records=tuple(records),
        responsible=given[-1] if given else case.member,
        state=state,
    )


def _ended_on(case: Case, gates: Sequence[Mapping[str, Gate]], laws: Laws) -> date | None:
    """The day on which the step that a procedure is for was done: the signature, or the vote on an ending."""
    wanted = Effect.SIGNING if Purpose(case.purpose) in _SIGNED else Effect.DECISION
    days = [
        gate.closed_on
        for side, own in zip(case.sides, gates, strict=True)
        for pack in laws.known[side.country]
        for step in pack.steps(Purpose(case.purpose))
        if step.effect is wanted and (gate := own.get(step.key)) and gate.outcome is Outcome.DONE and gate.closed_on
    ]
    return max(days, default=None)


def _plan(case: Case, gates: tuple[Mapping[str, Gate], Mapping[str, Gate]], day: date, laws: Laws) -> tuple[Plan, date]:
    """The plan as of a day, and the day whose law it goes by: that of the signature, where one that begins before it is
    known by now."""
    law_of = day
    while True:
        first, second = (party(side, gates[number], law_of, laws) for number, side in enumerate(case.sides))
        found = plan(first, second, instrument=Instrument(case.instrument), today=day, purpose=Purpose(case.purpose))
        coming = laws.next_after(law_of, {case.country_a, case.country_b})
        if coming is None or found.earliest is None or found.earliest < coming:
            return found, law_of
        law_of = coming


def _name(place: str, language: str) -> str:
    return lexicon.gazetteer().name(place, language)


def _today() -> date:
    return timezone.localdate()
