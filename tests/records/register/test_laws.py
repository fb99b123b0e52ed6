from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source

from peyvand.core.ledger.policy import LegalBar
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register import laws, queries
from peyvand.records.register.folding import policies

pytestmark = pytest.mark.django_db
LAW = LegalBar(binds="RU", against="IR", since=date(2025, 9, 1), law="An Act")


def state(**times: object) -> str:
    view = queries.bond((ISFAHAN.id, KAZAN.id), **times)  # type: ignore[arg-type]
    assert view is not None
    return str(view.bond.sides[1].standing.state)


def test_a_law_is_a_policy_of_both_times(head_of_office: Member) -> None:
    accept_reading(*source(SIGNED), by=head_of_office)
    before = timezone.now()

    laws.bar(LAW, by=head_of_office)

    assert [state(as_of=day) for day in (date(2025, 8, 31), date(2025, 9, 1))] == ["in_force", "barred"]
    assert state(as_of=date(2025, 9, 1), known_at=before) == "in_force"
    assert [found.finding.code for found in queries.findings() if found.slug][:1] == ["barred_by_law"]
    assert queries.unfolded() == []


def test_a_law_entered_again_takes_its_own_place(head_of_office: Member) -> None:
    laws.bar(LAW, by=head_of_office)
    repealed = replace(LAW, until=date(2025, 12, 31))
    laws.bar(repealed, by=head_of_office)

    assert policies().bars == (repealed,)

    laws.lift(LAW.law, by=head_of_office)
    assert policies().bars == ()
    with pytest.raises(laws.NoSuchLaw):
        laws.lift(LAW.law, by=head_of_office)


def test_officers_enter_no_law(officer: Member) -> None:
    with pytest.raises(NotAllowed):
        laws.bar(LAW, by=officer)
