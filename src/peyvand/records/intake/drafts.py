"""From a reading to what is to be entered: every value checked against the text it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from peyvand import lexicon
from peyvand.core.calendar import bounds
from peyvand.core.ledger.claim import AreaClaim, AreaResolution, CountClaim, CountResolution
from peyvand.core.ledger.statement import Resolution, capture_of
from peyvand.core.ledger.words import SourceKind
from peyvand.core.reading.model import Evidence, Proposal, Reading
from peyvand.core.text import Part, Span
from peyvand.records.ledger.drafts import (
    Draft,
    SourceDraft,
    area_draft,
    claim_draft,
    resolution_draft,
    statement_draft,
)

# What an office receives or writes for itself is not for everybody unless somebody says so.
_PUBLIC_KINDS = frozenset({SourceKind.ARTICLE, SourceKind.RESOLUTION, SourceKind.DATASET_ROW})

# In these the office speaks for its city.
_OFFICES_OWN = frozenset({SourceKind.LETTER, SourceKind.OFFICE_NOTE})


class NotOfThisText(ValueError):
    """A reading does not belong to the text it is said to quote."""


class CannotResolve(ValueError):
    """What a member takes words to mean is no place or no date; the message says which, for people."""


class Captured(Protocol):
    """A captured source, as the adapters of sources make it."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> SourceKind: ...


def source_draft(captured: Captured, reading: Reading, *, public: bool | None, office: str) -> SourceDraft:
    """The source of a reading. ``public`` None goes by its kind; ``office`` is the place id whose office enters it."""
    facts = reading.source
    kind = SourceKind(captured.kind)
    meta: dict[str, object] = {"code": facts.code, "tags": list(facts.tags)}
    if office and kind in _OFFICES_OWN:
        meta["speaks_for"] = office
    elif facts.speaks_for:
        meta["speaks_for"] = facts.speaks_for
    return SourceDraft(
        text=captured.text,
        name=captured.name,
        kind=kind,
        public=kind in _PUBLIC_KINDS if public is None else public,
        title=facts.title or "",
        publisher=facts.publisher or "",
        published=date.fromisoformat(facts.published) if facts.published else None,
        language=facts.language or "",
        meta=meta,
    )


def reading_drafts(reading: Reading, text: str) -> list[Draft]:
    """Statements and claims, each followed by what its words were resolved to. Raises `NotOfThisText`."""
    if reading.capture != capture_of(text):
        raise NotOfThisText("the reading is of another text")
    return [*_statements(reading, text), *_counts(reading, text), *_areas(reading, text)]


def quote_of(text: str, span: Span) -> str:
    """The words under a span. Raises `NotOfThisText` where the span leaves the text."""
    if not 0 <= span.start < span.stop <= len(text):
        raise NotOfThisText(f"the text has no words at {span.start}–{span.stop}")
    return span.of(text)


def check_resolution(resolution: Resolution) -> None:
    """Raise `CannotResolve` unless a member's resolution names two known places, and a date in EDTF or none."""
    if len(set(resolution.places)) < 2:
        raise CannotResolve(_("A bond is of two different places."))
    if unknown := [place for place in resolution.places if lexicon.gazetteer().place(place) is None]:
        raise CannotResolve(_("No such place: %s") % unknown[0])
    try:
        bounds(resolution.date or "../..")
    except ValueError as fault:
        raise CannotResolve(_("This is no date: %s") % resolution.date) from fault


def _statements(reading: Reading, text: str) -> Iterator[Draft]:
    for proposal in reading.statements:
        yield statement_draft(proposal.statement, _quote(text, proposal.evidence, proposal.statement.span))
        yield resolution_draft(proposal.resolution)


def _counts(reading: Reading, text: str) -> Iterator[Draft]:
    # A reading names the cities of a count by identity alone; their plain names stand for what is written.
    for count in reading.counts:
        claim = CountClaim(
            capture=reading.capture,
            span=count.evidence.span,
            part=_part_at(reading.statements, count.evidence.span),
            city=count.city.name,
            n=count.n,
            kind=count.kind,
            partner=count.partner.name if count.partner else None,
        )
        yield claim_draft(claim, _quote(text, count.evidence))
        partner = count.partner.id if count.partner else None
        yield resolution_draft(CountResolution(claim=claim.key, city=count.city.id, partner=partner))


def _areas(reading: Reading, text: str) -> Iterator[Draft]:
    for area in reading.areas:
        proposal = _nearest(reading.statements, area.evidence.span)
        if proposal is None:
            continue
        span, places = area.evidence.span, proposal.statement.places
        claim = AreaClaim(capture=reading.capture, span=span, area=area.area, places=places)
        yield area_draft(claim, _quote(text, area.evidence))
        yield resolution_draft(AreaResolution(claim=claim.key, places=proposal.resolution.places))


def _quote(text: str, evidence: Evidence, span: Span | None = None) -> str:
    quote = quote_of(text, evidence.span)
    if quote != evidence.text or (span is not None and span != evidence.span):
        raise NotOfThisText(f"the words at {evidence.span.start} are not those of the evidence")
    return quote


def _part_at(proposals: Iterable[Proposal], span: Span) -> Part:
    """The part that a statement over the same words stands in."""
    return next((one.statement.part for one in proposals if one.statement.span.meets(span)), Part.BODY)


def _nearest(proposals: Iterable[Proposal], span: Span) -> Proposal | None:
    """The statement whose words stand nearest: a field of cooperation belongs to the pair that is spoken of there."""

    def distance(proposal: Proposal) -> tuple[int, int]:
        said = proposal.statement.span
        return max(said.start - span.stop, span.start - said.stop, 0), said.start

    return min(proposals, key=distance, default=None)
