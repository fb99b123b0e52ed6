"""A member puts a statement right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, SIGNED, source

from peyvand.core.ledger.bond import State
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.words import Instrument
from peyvand.core.text import Span
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake.actions import JudgedMeanwhile, accept, correct, propose
from peyvand.records.intake.drafts import CannotResolve, NotOfThisText
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.vault import opened
from peyvand.records.register import queries
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.gathering import about_source, gather

PAIR = (ISFAHAN.id, KAZAN.id)


@pytest.fixture
def misread(officer: Member) -> Statement:
    """A statement that a machine took for a signing."""
    captured, reading = source(SIGNED)
    propose(captured, reading, by=officer)
    return reading.statements[0].statement


def resolved(statement: Statement, *, places: tuple[str, str] = PAIR, date: str | None = "2025-04-09") -> Resolution:
    return Resolution(statement=statement.key, places=places, date=date)


def evidence(statement: Statement) -> Evidence:
    return gather(about_source(statement.capture))


def test_corrected_statement_stands_in_place_of_the_misread_one(misread: Statement, officer: Member) -> None:
    right = replace(misread, instrument=Instrument.MOU)

    key = correct(misread.key, statement=right, resolution=resolved(right), by=officer, reason="یادداشت تفاهم بود")

    judged = {key: shown.judged for key, shown in evidence(misread).statements.items()}
    assert (key, judged[key].status, judged[misread.key].status) == (right.key, Status.ACCEPTED, Status.REJECTED)
    assert judged[misread.key].corrected_to == right.key
    sealed = judged[misread.key].reason
    assert opened([sealed]) == {sealed: "یادداشت تفاهم بود"}
    assert not Proposal.objects.exists()


def test_bond_follows_the_correction(misread: Statement, officer: Member) -> None:
    right = replace(misread, instrument=Instrument.MOU)
    correct(misread.key, statement=right, resolution=resolved(right), by=officer)

    view = queries.bond(PAIR)

    assert view is not None
    assert [side.standing.instrument for side in view.bond.sides] == [Instrument.MOU, Instrument.MOU]
    assert [side.standing.state for side in view.bond.sides] == [State.IN_FORCE, State.IN_FORCE]


def test_other_places_are_another_resolution_of_the_same_words(misread: Statement, officer: Member) -> None:
    places = (ISFAHAN.id, ISTANBUL.id)

    key = correct(misread.key, statement=misread, resolution=resolved(misread, places=places), by=officer)

    assert key == misread.key
    assert (queries.bond(PAIR), queries.bond(places) is not None) == (None, True)


def test_later_resolution_changes_nothing_that_was_accepted(misread: Statement, officer: Member) -> None:
    accept(misread.key, by=officer)

    propose(*source(replace(SIGNED, date="2031-01-01")), by=officer)

    assert [shown.resolution.date for shown in evidence(misread).statements.values()] == ["2025-04-09"]


def test_correction_answers_the_verdict_that_was_seen(misread: Statement, officer: Member) -> None:
    accept(misread.key, by=officer)
    right = replace(misread, instrument=Instrument.MOU)

    with pytest.raises(JudgedMeanwhile):
        correct(misread.key, statement=right, resolution=resolved(right), by=officer)

    assert not Entry.objects.filter(key=right.key).exists()


@pytest.mark.parametrize(
    ("places", "date"),
    [
        ((ISFAHAN.id, "local:nowhere"), None),
        ((ISFAHAN.id, ISFAHAN.id), None),
        (PAIR, "بیستم فروردین"),
        (PAIR, "2025-02-30"),
        (PAIR, "2025-04-09/2025-04-08"),
    ],
)
def test_correction_names_real_places_and_days(
    misread: Statement, officer: Member, places: tuple[str, str], date: str | None
) -> None:
    with pytest.raises(CannotResolve):
        correct(misread.key, statement=misread, resolution=resolved(misread, places=places, date=date), by=officer)


@pytest.mark.parametrize("span", [Span(0, 0), Span(-1, 4), Span(0, 10_000)])
def test_correction_quotes_the_page(misread: Statement, officer: Member, span: Span) -> None:
    right = replace(misread, span=span)

    with pytest.raises(NotOfThisText):
        correct(misread.key, statement=right, resolution=resolved(right), by=officer)


def test_correcting_needs_the_role(misread: Statement, auditor: Member) -> None:
    with pytest.raises(NotAllowed):
        correct(misread.key, statement=misread, resolution=resolved(misread), by=auditor)
