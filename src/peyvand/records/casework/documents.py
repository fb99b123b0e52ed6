"""What a closed gate proves of the bond enters the ledger: a source made of its document, and a statement from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from peyvand import lexicon
from peyvand.core.calendar import Calendar, to_calendar
from peyvand.core.ledger.statement import DateSaid, Resolution, Statement
from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.words import DateBasis, Event, Instrument, Modality, SourceKind
from peyvand.core.procedure.pack import Effect, Names, Proof, Step
from peyvand.core.text import Part, Span
from peyvand.records.accounts.models import Member
from peyvand.records.casework.models import Case
from peyvand.records.intake.actions import add
from peyvand.records.ledger.drafts import SourceDraft
from peyvand.records.register.gathering import rulings_on

_KINDS = {
    Effect.DECISION: SourceKind.RESOLUTION,
    Effect.PERMISSION: SourceKind.LETTER,
    Effect.SILENCE: SourceKind.LETTER,
    Effect.SIGNING: SourceKind.SIGNED_TEXT,
}
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ONE_SIDED = frozenset({Event.APPROVAL, Event.SUSPENSION, Event.TERMINATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The paper that closed a step of one side; ``text`` are its own words, as far as the office has them."""

    case: Case
    side: int
    step: Step
    event: Event
    refused: bool
    on: date
    proofs: Mapping[Proof, str]
    text: str


def enter(document: Document, *, by: Member) -> str:
    """Enter the document as a source of the office and accept what it says of the bond; the statement's key.

    Raises as `intake.actions.add`.
    """
    with override(by.language):
        day = _day(document.on, by.language)
        line, places = _line(document, day.text, by.language)
    text = f"{line}\n\n{document.text.strip()}" if document.text.strip() else line
    case, step = document.case, document.step
    source = SourceDraft(
        text=text,
        name=f"case-{case.pk}-{document.side}-{step.key}",
        kind=_KINDS.get(step.effect, SourceKind.OFFICE_NOTE),
        public=False,
        title=line,
        published=document.on,
        language=by.language,
        meta={"code": document.proofs.get(Proof.NUMBER), "tags": [], "speaks_for": _place_ids(case)[document.side]},
    )
    sides = (document.side,) if document.event in _ONE_SIDED else (0, 1)
    statement = Statement(
        capture=source.capture,
        part=Part.BODY,
        span=Span(0, len(line)),
        event=document.event,
        modality=Modality.DENIED if document.refused else Modality.DONE,
        places=places,
        instrument=Instrument(case.instrument),
        authority=step.body if document.event is Event.APPROVAL else None,
        authority_word=_said(step.who, by.language) if document.event is Event.APPROVAL and step.body else None,
        date_text=day.text,
        acts=sides,
        sides=sides,
    )
    resolution = Resolution(
        statement=statement.key,
        places=_place_ids(case),
        date=document.on.isoformat(),
        date_basis=DateBasis.SAID,
        date_said=day,
    )
    if rulings_on([statement.key])[statement.key].status is Status.ACCEPTED:
        # A step that was reopened and ended again with the same paper.
        return statement.key
    return add(statement, resolution, by=by, source=source)


def _day(on: date, language: str) -> DateSaid:
    """A day as it is written on an office's own papers: by the Solar Hijri calendar in Persian."""
    if language != "fa":
        return DateSaid(calendar=str(Calendar.GREGORIAN), value=on.isoformat(), text=on.isoformat())
    year, month, day = to_calendar(on, Calendar.SOLAR)
    value = f"{year:04}-{month:02}-{day:02}"
    # With slashes: the hyphen between digits turns around in a line of Persian.
    return DateSaid(calendar=str(Calendar.SOLAR), value=value, text=value.replace("-", "/").translate(_PERSIAN))


def _line(document: Document, day: str, language: str) -> tuple[str, tuple[str, str]]:
    """One line that says what the paper is, with the two places as they stand in it."""
    step = document.step
    first, second = (lexicon.gazetteer().name(place, language) for place in _place_ids(document.case))
    facts = {
        "step": _said(step.name, language),
        "who": _said(step.who, language),
        "day": day,
        "first": first,
        "second": second,
    }
    told = _("%(step)s (%(who)s), %(day)s, on the bond of %(first)s and %(second)s")
    if document.refused:
        told = _("%(step)s refused (%(who)s), %(day)s, on the bond of %(first)s and %(second)s")
    line = told % facts
    if number := document.proofs.get(Proof.NUMBER, "").strip():
        line += _(", no. %s") % number
    if vote := document.proofs.get(Proof.VOTE, "").strip():
        line += _(", vote: %s") % vote
    return line, (first, second)


def _said(names: Names, language: str) -> str:
    return names.fa if language == "fa" else names.en


def _place_ids(case: Case) -> tuple[str, str]:
    return case.place_a, case.place_b
