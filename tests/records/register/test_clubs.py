from __future__ import annotations

from itertools import combinations

import pytest
from tests.factories.tables import WORLD, batch

import peyvand.lexicon
from peyvand.adapters.imports import pairs
from peyvand.records.accounts.models import Member
from peyvand.records.intake import batches
from peyvand.records.register.clubs import club_findings
from peyvand.records.register.shown import Audience

pytestmark = pytest.mark.django_db
TOWNS = [f"Charterville {chr(65 + n)}" for n in range(10)]


@pytest.fixture
def charter(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten towns of one charter, which a list has as pairs; and a tie of two others."""
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: WORLD)
    rows = [(one, "Germany", other, "Germany") for one, other in combinations(TOWNS, 2)]
    made = batch(pairs.KIND, ("city1", "country1", "city2", "country2"), *rows, ("Isfahan", "Iran", "Kazan", "Russia"))
    batches.enter(made, by=officer)
    batches.accept_rest(made.capture, by=officer)


@pytest.mark.usefixtures("charter")
def test_club_is_found_over_all_bonds_with_its_statements() -> None:
    (found,) = club_findings()

    assert sorted(shown.place.name for shown in found.places) == TOWNS
    assert (found.slug, found.finding.code, len(found.finding.statements)) == (None, "club_as_pairs", 45)
    assert club_findings(audience=Audience.PUBLIC) == [found]


@pytest.mark.usefixtures("charter")
def test_club_is_a_finding_on_its_members_alone() -> None:
    assert len(club_findings("geonames:9003")) == 1
    assert club_findings("geonames:551487") == []
