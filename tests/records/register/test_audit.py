from __future__ import annotations

from itertools import combinations

import pytest
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source
from tests.factories.tables import WORLD, batch

import peyvand.lexicon
from peyvand.adapters.imports import pairs
from peyvand.records.accounts.models import Member
from peyvand.records.intake import batches
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register import deciding
from peyvand.records.register.audit import Audited, audit

pytestmark = pytest.mark.django_db


def codes(found: list[Audited]) -> list[tuple[str, str]]:
    return [(one.found.finding.code, one.settled.reason if one.settled else "") for one in found]


def test_what_is_settled_is_told_only_when_all_is_asked_for(officer: Member) -> None:
    accept_reading(*source(SIGNED, claimed=16), by=officer)
    (document, count) = audit()

    deciding.settle(document.found.finding.mark, (ISFAHAN.id, KAZAN.id), by=officer, reason="سند در بایگانی است")

    assert codes(audit()) == codes([count])
    assert codes(audit(every=True)) == [("count_differs", ""), ("no_primary_source", "سند در بایگانی است")]
    (settled,) = [one.settled for one in audit(KAZAN.id, every=True)]
    assert settled is not None
    assert settled.by == "mina"


def test_a_club_stored_as_pairs_is_settled_without_a_place(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: WORLD)
    towns = [f"Charterville {chr(65 + n)}" for n in range(10)]
    rows = [(one, "Germany", other, "Germany") for one, other in combinations(towns, 2)]
    made = batch(pairs.KIND, ("city1", "country1", "city2", "country2"), *rows)
    batches.enter(made, by=officer)
    batches.accept_rest(made.capture, by=officer)
    (club,) = [one for one in audit() if one.found.finding.code == "club_as_pairs"]

    deciding.settle(club.found.finding.mark, (), by=officer, reason="a charter of ten")

    assert [one for one in audit() if one.found.finding.code == "club_as_pairs"] == []
    assert [one for one in codes(audit(every=True)) if one[1]] == [("club_as_pairs", "a charter of ten")]
