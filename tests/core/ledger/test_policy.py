from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from peyvand.core.ledger.policy import USUAL, LegalBar, Policies


def test_a_country_without_a_known_procedure_requires_nothing():
    assert USUAL.required("IR") == ("city_council", "interior_ministry", "foreign_ministry")
    assert USUAL.required("ZZ") == ()


def test_policies_are_named_by_what_they_say():
    assert USUAL.key == replace(USUAL).key
    assert USUAL.key != replace(USUAL, dormant_after=timedelta(days=900)).key
    assert Policies().said()["approvals"] == {}


def test_of_several_laws_the_oldest_that_binds_on_a_day_is_named():
    old, state, repealed = (
        LegalBar(binds=binds, against="IR", since=date(since, 1, 1), law=binds, until=until)
        for binds, since, until in (("US", 2010, None), ("US-TX", 2005, None), ("US-OH", 2000, date(2001, 1, 1)))
    )
    policies = Policies(bars=(old, state, repealed))

    assert policies.bar("US", "TX", "IR", date(2020, 1, 1)) == state
    assert policies.bar("US", "OH", "IR", date(2020, 1, 1)) == old
    assert policies.bar("US", "OH", "IR", date(2001, 1, 1)) == repealed
    assert policies.bar("US", "TX", "RU", date(2020, 1, 1)) is None
    assert policies.bar("IR", "10", "US", date(2020, 1, 1)) is None


def test_policies_without_a_bar_say_what_they_always_said():
    assert "bars" not in Policies().said()
    assert Policies(bars=(LegalBar(binds="US", against="IR", since=date(2010, 1, 1), law="x"),)).said()["bars"] == [
        {"binds": "US", "against": "IR", "since": "2010-01-01", "until": None, "law": "x"}
    ]
