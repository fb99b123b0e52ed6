from __future__ import annotations

from datetime import date

import pytest
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand import lexicon
from peyvand.records.accounts.models import Member
from peyvand.records.casework import actions
from peyvand.records.casework.queries import CaseView, case_view
from peyvand.web.office.casedays import WIDTH, Scale, days_off
from peyvand.web.shared.naming import Naming

TODAY = date(2025, 4, 20)
ENGLISH = Naming(lexicon.gazetteer(), "en")


@pytest.fixture
def kazan(officer: Member) -> CaseView:
    case = actions.open_case(ISFAHAN.id, KAZAN.id, by=officer, on=date(2025, 4, 1))
    found = case_view(case.pk, officer, language="en", today=TODAY)
    assert found is not None
    return found


def test_holidays_of_both_countries_on_the_way_are_named_as_at_home(kazan: CaseView) -> None:
    found = [(one.day, one.place, one.name, one.language) for one in days_off(kazan, ENGLISH, TODAY)]

    assert ("9 May 2025", "Russia", "День Победы", "ru") in found
    assert {(place, language) for _, place, _, language in found} == {("Iran", "fa"), ("Russia", "ru")}


def test_the_line_of_days_goes_from_the_opening_to_the_first_lawful_day(kazan: CaseView) -> None:
    scale = Scale.of(kazan, TODAY)
    assert kazan.plan.earliest is not None

    assert (scale.at(date(2025, 4, 1)), scale.at(kazan.plan.earliest)) == (0, WIDTH)
    assert 0 < scale.at(TODAY) < WIDTH
    assert len(list(scale.months("en"))) == 5
