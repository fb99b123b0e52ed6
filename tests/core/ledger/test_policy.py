from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from peyvand.core.ledger.policy import USUAL, Policies


def test_a_country_without_a_known_procedure_requires_nothing():
    assert USUAL.required("IR") == ("city_council", "interior_ministry", "foreign_ministry")
    assert USUAL.required("ZZ") == ()


def test_policies_are_named_by_what_they_say():
    assert USUAL.key == replace(USUAL).key
    assert USUAL.key != replace(USUAL, dormant_after=timedelta(days=900)).key
    assert Policies().said()["approvals"] == {}
