"""Cases for the eye: both sides' steps on one line of days, the day that they come to, and what is against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.core.procedure.pack import Confidence, Effect, Names, Proof, Purpose, Step
from peyvand.core.procedure.plan import Against, Plan
from peyvand.core.procedure.record import Closing, Recorded
from peyvand.core.procedure.track import Station, Where, binds
from peyvand.records.casework.models import CaseRecord
from peyvand.records.casework.queries import CaseView
from peyvand.web.office.casedays import DayOff, Scale, days_off
from peyvand.web.office.casewords import (
    CONFIDENCE,
    GRAVE,
    MARKS,
    OBJECTIONS,
    PROOFS,
    PURPOSES,
    RECORDED,
    STATES,
    WHERE,
)
from peyvand.web.shared.dates import When, as_typed, day, not_said, when
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import INSTRUMENTS, word


@dataclass(frozen=True, slots=True)
class Typed:
    """What a member typed into the form of a step that was not taken, and why it was not."""

    side: int
    step: str
    fault: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One step of one side. ``bar`` is where it lies on the line of days: start and width, of `WIDTH`."""

    anchor: str
    key: str
    side: int
    title: str
    who: str
    mark: str
    state: str
    when: When | None
    when_word: str
    law: str
    note: str
    on_path: bool
    is_due: bool
    bar: tuple[int, int] | None
    solid: bool
    may_ask: bool
    may_close: bool
    may_refuse: bool
    may_skip: bool
    may_reopen: bool
    proofs: tuple[tuple[str, str], ...]
    follows: str
    typed: Typed | None
    # What was typed for a step that somebody else has ended meanwhile: nothing of it is lost.
    kept: tuple[str, ...]
    history: tuple[str, ...]
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTrack:
    """One side's procedure: whose it is, what model of law it follows, and its steps."""

    place: str
    country: str
    model: str
    gap: str
    verified: bool
    cards: tuple[StepCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A case as one page."""

    number: int
    title: str
    subtitle: str
    state: str
    state_word: str
    responsible: str
    opened: When
    earliest: When | None
    likely: When | None
    earliest_word: str
    path: tuple[tuple[str, str], ...]
    grave: tuple[str, ...]
    light: tuple[str, ...]
    tracks: tuple[SideTrack, SideTrack]
    months: tuple[tuple[int, str], ...]
    today_at: int | None
    duties: tuple[tuple[str, str, str], ...]
    history: tuple[tuple[str, str], ...]
    days_off: tuple[DayOff, ...]
    today: str
    as_of: When


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in the list."""

    href: str
    title: str
    what: str
    state: str
    mark: str
    when: When | None


def case_lines(views: Iterable[CaseView], language: str) -> list[CaseLine]:
    """One line a case."""
    return [
        CaseLine(
            href=reverse("office:case", args=[view.case.pk]),
            title=" – ".join(view.names),
            what=_what(view),
            state=_(STATES[view.state]),
            mark="broken"
            if view.signed_already
            else {"open": "planned", "signed": "done", "withdrawn": "denied"}[view.state],
            when=day(view.plan.earliest, language) if view.state == "open" and view.plan.earliest else None,
        )
        for view in views
    ]


def case_page(
    view: CaseView, naming: Naming, today: date, rights: frozenset[str], typed: Typed | None = None
) -> CasePage:
    """All of a case's page. ``rights`` are the permissions of the member who looks."""
    language, found = naming.language, view.plan
    scale = Scale.of(view, today)
    objections = [(one, _objection(one, view, language)) for one in found.against]
    is_open = view.state == "open"
    return CasePage(
        number=view.case.pk,
        title=" – ".join(view.names),
        subtitle=_what(view),
        state=view.state,
        state_word=_(STATES[view.state]),
        responsible=str(view.responsible),
        opened=day(view.case.opened_on, language),
        earliest=day(found.earliest, language) if found.earliest and is_open else None,
        likely=day(found.likely, language) if found.likely and is_open and found.likely != found.earliest else None,
        earliest_word=_earliest_word(view),
        path=tuple((view.names[side], _step_name(found, side, key, language)) for side, key in found.path),
        grave=(*_unlawful(view, language), *(words for one, words in objections if one.why in GRAVE)),
        light=tuple(words for one, words in objections if one.why not in GRAVE),
        tracks=(
            _side(view, 0, naming, scale, rights if is_open else frozenset(), typed),
            _side(view, 1, naming, scale, rights if is_open else frozenset(), typed),
        ),
        months=tuple(scale.months(language)),
        today_at=scale.at(today) if is_open else None,
        duties=tuple(_duties(view, language)),
        history=tuple(_history(view, language)),
        days_off=tuple(days_off(view, naming, today)) if is_open else (),
        today=as_typed(today, language),
        as_of=day(today, language),
    )


def _what(view: CaseView) -> str:
    return f"{word(INSTRUMENTS, view.case.instrument)} · {_(PURPOSES[view.case.purpose])}"


def _earliest_word(view: CaseView) -> str:
    if view.state == "signed":
        return _("This case is completed.")
    if view.state == "withdrawn":
        return _("This case was withdrawn.")
    if view.purpose in (Purpose.SUSPEND, Purpose.END):
        return _("The earliest day on which it can be decided by what is known of both sides’ law:")
    if view.plan.earliest is None:
        return _("As things stand, the law allows no signature.")
    if view.plan.may_sign:
        return _(
            "All that the law asks for before signing is done. The first day on which both sides’ offices are open:"
        )
    return _("The earliest day on which the law of both sides allows to sign:")


def said(names: Names | None, language: str) -> str:
    """Words of a procedure in the page's language."""
    return "" if names is None else names.fa if language == "fa" else names.en


def _step_name(found: Plan, side: int, key: str | None, language: str) -> str:
    return next((said(one.step.name, language) for one in found.tracks[side] if one.step.key == key), key or "")


def _objection(one: Against, view: CaseView, language: str) -> str:
    facts = {
        "step": _step_name(view.plan, one.side, one.step, language),
        "place": view.names[one.side],
        "law": said(one.ban.law, language) if one.ban else "",
    }
    return _(OBJECTIONS[one.why]).format(**facts)


def _unlawful(view: CaseView, language: str) -> Iterator[str]:
    """What the register holds for signed while its case is open was signed without these gates."""
    if view.signed_already is None:
        return
    gates = [
        f"{said(one.step.name, language)} ({view.names[side]})"
        for side, stations in enumerate(view.plan.tracks)
        for one in stations
        if binds(one) and one.is_open
    ]
    signed = view.signed_already.date
    when_signed = when(signed, language).main if signed else not_said()
    yield _("The register holds a signature ({day}), and these steps are still open: {steps}.").format(
        day=when_signed, steps=("، " if language == "fa" else ", ").join(gates)
    )


def _duties(view: CaseView, language: str) -> Iterator[tuple[str, str, str]]:
    for duty in view.plan.duties:
        by = day(duty.by, language).main if duty.by else _("the law sets no term")
        yield view.names[duty.side], said(duty.step.name, language), by


def _history(view: CaseView, language: str) -> Iterator[tuple[str, str]]:
    for row in reversed(view.records):
        name = _step_name(view.plan, row.side, row.step, language) if row.side is not None else ""
        where = f"{view.names[row.side]}: {name} – " if row.side is not None else ""
        to = f" ({row.to})" if row.to else ""
        reason = f" · {row.reason}" if row.reason else ""
        yield day(row.on, language).main, f"{where}{_(RECORDED[_recorded(row)])}{to}{reason} · {row.member}"


def _recorded(row: CaseRecord) -> Recorded | Closing:
    return Recorded(row.what) if row.side is not None else Closing(row.what)


def _side(
    view: CaseView, side: int, naming: Naming, scale: Scale, rights: frozenset[str], typed: Typed | None
) -> SideTrack:
    pack = view.packs[side]
    mine = typed if typed and typed.side == side else None
    stations = view.plan.tracks[side]
    duties = [step for step in pack.steps(view.purpose) if step.effect is Effect.DUTY] if pack else []
    return SideTrack(
        place=view.names[side],
        country=naming.country(view.case.sides[side].country),
        model=said(pack.model, naming.language) if pack else "",
        gap=said(pack.gap, naming.language) if pack else "",
        verified=bool(pack and pack.verified),
        cards=(
            *(_card(view, side, one.step, one, naming.language, scale, rights, mine) for one in stations),
            *(_card(view, side, step, None, naming.language, scale, rights, mine) for step in duties),
        ),
    )


def _card(
    view: CaseView,
    side: int,
    step: Step,
    station: Station | None,
    language: str,
    scale: Scale,
    rights: frozenset[str],
    typed: Typed | None,
) -> StepCard:
    gate, last = view.gates[side].get(step.key), view.last(side, step.key)
    ended = gate is not None and gate.outcome is not None
    where = station.where if station else Where.DONE if ended else Where.READY
    may_record = "case.record" in rights and where is not Where.NOT_ASKED
    shown, shown_word = _when(station, gate.closed_on if gate else None, language)
    return StepCard(
        anchor=f"step-{side}-{step.key}",
        key=step.key,
        side=side,
        title=said(step.name, language),
        who=said(step.who, language),
        mark=MARKS[where],
        state=_(WHERE[where]),
        when=shown,
        when_word=shown_word,
        law=said(step.law, language),
        note=_(CONFIDENCE[step.confidence]) if step.confidence is Confidence.LOW else "",
        on_path=(side, step.key) in view.plan.path,
        is_due=where in (Where.READY, Where.RUNNING, Where.AGREED_BY_SILENCE),
        bar=scale.bar(station, gate.asked_on if gate else None) if station else None,
        solid=ended,
        may_ask=may_record and not ended and step.effect not in (Effect.SIGNING, Effect.DUTY),
        may_close=may_record and not ended,
        may_refuse=may_record and not ended and step.effect in (Effect.DECISION, Effect.PERMISSION, Effect.SILENCE),
        may_skip="case.skip" in rights
        and not ended
        and where is not Where.NOT_ASKED
        and step.effect is not Effect.SIGNING,
        may_reopen=may_record and ended,
        proofs=tuple((str(proof), _(PROOFS[proof])) for proof in step.proofs if proof is not Proof.DATE),
        follows="" if last is None else str(last.number),
        typed=typed if typed and typed.step == step.key else None,
        kept=tuple(_kept(typed.values)) if typed and typed.step == step.key and ended else (),
        history=tuple(_proofs(gate.proofs if gate else {})),
        statement=last.statement if last else "",
    )


def _kept(values: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{_(PROOFS[proof])}: {values[proof]}" for proof in Proof if values.get(proof))
    yield from (values[name] for name in ("on", "reason", "text") if values.get(name))


def _proofs(proofs: Mapping[Proof, str]) -> Iterator[str]:
    for proof, words in proofs.items():
        if words and proof is not Proof.DATE:
            yield f"{_(PROOFS[proof])}: {words}"


def _when(station: Station | None, closed: date | None, language: str) -> tuple[When | None, str]:
    if closed is not None:
        return day(closed, language), _("on")
    if station is None or station.where is Where.NOT_ASKED:
        return None, ""
    if station.where is Where.AGREED_BY_SILENCE:
        return day(station.earliest, language), _("since")
    return day(station.earliest, language), _("at the earliest")


def number_of(words: str) -> int | None:
    """The number of a record that a form names; None where it names none."""
    return int(words) if words.isdecimal() and len(words) < 9 else None
