from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, SIGNED, VISIT, source

from peyvand.core.ledger.words import SourceKind
from peyvand.core.text import Part, Span
from peyvand.records.intake.drafts import NotOfThisText, quote_of, reading_drafts, source_draft
from peyvand.records.ledger.models import Kind


def test_each_item_is_followed_by_what_it_was_resolved_to() -> None:
    captured, reading = source(SIGNED, claimed=16, areas=["tourism"])

    drafts = reading_drafts(reading, captured.text)

    item_kinds = [draft.kind for draft in drafts]
    assert item_kinds == [
        Kind.STATEMENT, Kind.RESOLUTION, Kind.CLAIM, Kind.RESOLUTION, Kind.AREA, Kind.RESOLUTION,
    ]  # fmt: skip
    assert [draft.subject for draft in drafts[1::2]] == [draft.key for draft in drafts[::2]]
    assert [draft.places for draft in drafts[1::2]] == [(ISFAHAN.id, KAZAN.id)] * 3


def test_field_of_cooperation_belongs_to_the_nearest_pair() -> None:
    captured, reading = source(SIGNED, VISIT, areas=["tourism"])

    area = reading_drafts(reading, captured.text)[-1]

    assert area.places == (ISFAHAN.id, ISTANBUL.id)


def test_field_of_cooperation_without_a_pair_is_left_out() -> None:
    captured, reading = source(areas=["tourism"])

    assert reading_drafts(reading, captured.text) == []


def test_count_stands_in_the_part_of_the_statement_around_it() -> None:
    captured, reading = source(SIGNED, claimed=16)
    count = reading.counts[0]
    proposal = reading.statements[0]
    around = replace(proposal, statement=replace(proposal.statement, part=Part.TITLE, span=count.evidence.span))
    reading = replace(reading, statements=(replace(around, evidence=count.evidence),))

    claim = next(draft for draft in reading_drafts(reading, captured.text) if draft.kind == Kind.CLAIM)

    assert claim.body["said"]["part"] == "title"


def test_evidence_is_verbatim() -> None:
    captured, reading = source(SIGNED)
    proposal = reading.statements[0]
    bent = replace(reading, statements=(replace(proposal, evidence=replace(proposal.evidence, text="امضا شد")),))

    with pytest.raises(NotOfThisText):
        reading_drafts(bent, captured.text)


@pytest.mark.parametrize("span", [Span(-1, 2), Span(2, 2), Span(3, 2), Span(0, 5)])
def test_quotation_stays_inside_the_text(span: Span) -> None:
    with pytest.raises(NotOfThisText):
        quote_of("کازا", span)


@pytest.mark.parametrize(
    ("kind", "public", "shown"),
    [
        (SourceKind.ARTICLE, None, True),
        (SourceKind.LETTER, None, False),
        (SourceKind.OFFICE_NOTE, None, False),
        (SourceKind.ARTICLE, False, False),
        (SourceKind.SIGNED_TEXT, True, True),
    ],
)
def test_source_is_public_by_its_kind_unless_said(kind: SourceKind, public: bool | None, shown: bool) -> None:
    assert source_draft(*source(SIGNED, kind=kind), public=public, office="").public is shown


@pytest.mark.parametrize(
    ("kind", "office", "speaks_for"),
    [
        (SourceKind.LETTER, ISFAHAN.id, ISFAHAN.id),
        (SourceKind.ARTICLE, ISFAHAN.id, None),
        (SourceKind.LETTER, "", None),
    ],
)
def test_office_speaks_for_its_city_in_its_own_papers(kind: SourceKind, office: str, speaks_for: str | None) -> None:
    draft = source_draft(*source(SIGNED, kind=kind), public=None, office=office)

    assert draft.meta.get("speaks_for") == speaks_for
