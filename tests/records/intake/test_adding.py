"""What a member reads in a source and the reader did not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source

from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.text import Part, Span
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake.actions import JudgedMeanwhile, accept_reading, add
from peyvand.records.intake.drafts import CannotResolve, NotOfThisText
from peyvand.records.intake.models import Proposal
from peyvand.records.register import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(officer: Member) -> tuple[Statement, Resolution]:
    """A visit, over the words of a source in which only the signing was read."""
    capture = accept_reading(*source(SIGNED), by=officer).source
    statement = Statement(
        capture=capture,
        part=Part.BODY,
        span=Span(0, 4),
        event=Event.VISIT,
        modality=Modality.DONE,
        places=("Isfahan", "Kazan"),
    )
    return statement, Resolution(statement=statement.key, places=(ISFAHAN.id, KAZAN.id), date="2025-04-08")


def test_what_was_missed_is_entered_accepted_and_waits_for_nobody(
    officer: Member, said: tuple[Statement, Resolution]
) -> None:
    key = add(*said, by=officer)

    view = queries.bond((ISFAHAN.id, KAZAN.id))
    assert view is not None
    assert sorted(str(event.event) for event in view.bond.events) == ["signing", "visit"]
    assert view.statements[key].quote == "خبری"
    assert not Proposal.objects.filter(key=key).exists()
    assert queries.unfolded() == []
    with pytest.raises(JudgedMeanwhile):
        add(*said, by=officer)


def test_words_are_those_of_a_known_source_and_mean_known_places(
    officer: Member, said: tuple[Statement, Resolution]
) -> None:
    statement, resolution = said
    elsewhere = replace(statement, capture="0" * 64)

    with pytest.raises(NotOfThisText):
        add(elsewhere, replace(resolution, statement=elsewhere.key), by=officer)
    with pytest.raises(CannotResolve):
        add(statement, replace(resolution, places=(ISFAHAN.id, "geonames:0")), by=officer)


def test_those_who_may_not_judge_add_nothing(auditor: Member, said: tuple[Statement, Resolution]) -> None:
    with pytest.raises(NotAllowed):
        add(*said, by=auditor)
