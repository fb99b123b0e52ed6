"""Members to whom one city or one bond is open, at the cases."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.members import grant, member
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.accounts.roles import Role
from peyvand.records.audit.models import Trace
from peyvand.records.casework.actions import open_case, withdraw
from peyvand.records.casework.models import Case
from peyvand.records.casework.queries import case_view, cases

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 1)


@pytest.fixture
def known(officer: Member) -> tuple[Case, Case]:
    """A case with Kazan, and one with Freiburg."""
    first, second = (open_case(ISFAHAN.id, place, by=officer, on=DAY) for place in (KAZAN.id, FREIBURG.id))
    return first, second


def limited(*places: str, role: Role = Role.OFFICER) -> Member:
    made = member("limited", role=role)
    grant(made, *places)
    return made


@pytest.mark.parametrize("places", [(KAZAN.id,), (KAZAN.id, ISFAHAN.id)])
def test_cases_of_what_is_open_are_seen(known: tuple[Case, Case], places: tuple[str, ...]) -> None:
    one = limited(*places, role=Role.COUNCIL_READER)

    assert [view.case for view in cases(one, language="fa")] == [known[0]]
    assert [case_view(case.pk, one, language="fa") is not None for case in known] == [True, False]


def test_cases_of_another_city_are_left_alone(known: tuple[Case, Case]) -> None:
    of_kazan = limited(KAZAN.id)

    withdraw(known[0], on=DAY, reason="own", by=of_kazan)
    for act in (
        lambda: withdraw(known[1], on=DAY, reason="other", by=of_kazan),
        lambda: open_case(ISFAHAN.id, FREIBURG.id, by=of_kazan, on=DAY),
    ):
        with pytest.raises(NotAllowed):
            act()

    told = [(line.what, line.thing, line.detail) for line in Trace.objects.filter(member=of_kazan)]
    assert told == [("case.record", f"case:{known[0].pk}", "withdrawn")]
