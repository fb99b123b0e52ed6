"""A district that ties itself to a city is no city: it has its own bond, and the levels are seen to differ."""

from __future__ import annotations

import pytest
from tests.factories.readings import ISFAHAN, KAZAN, Said, source

from peyvand.core.gazetteer.parts import district_of
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register import queries

pytestmark = pytest.mark.django_db


def test_a_district_has_its_own_bond_and_counts_for_no_city(officer: Member) -> None:
    district = district_of(KAZAN, "2")
    assert district
    accept_reading(*source(Said(places=(ISFAHAN, district))), by=officer)

    view = queries.bond((ISFAHAN.id, district.id))
    assert view
    (mixed,) = [one for one in view.bond.findings if one.code == "level_mixed"]
    assert dict(mixed.details) == {ISFAHAN.id: "city", district.id: "district"}
    assert view.slug == "isfahan--kazan-district-2"
    assert queries.city(KAZAN.id) is None
