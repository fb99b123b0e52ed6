from __future__ import annotations

from tests.factories.telling import OURS, THEIRS, bond_of, codes, told

from peyvand.core.ledger.bond import Finding


def test_two_calendars_that_name_different_days():
    fact = told("visit", when="2024-08-07", conflict=True)

    assert codes(bond_of(fact)) == ["calendars_disagree"]


def test_a_plan_that_has_passed():
    plan = told("event", "planned", "2025-05-01")

    (finding,) = bond_of(plan).findings

    assert (finding.code, finding.statements) == ("planned_past", (plan.statement.key,))
    assert codes(bond_of(plan, on="2025-05-01")) == []


def test_a_vague_date_between_two_happenings():
    facts = [told("visit", when=when, by=when) for when in ("2024-05-09", "2024-11-02", "2024")]

    assert codes(bond_of(*facts)) == ["vague_date_alone"]


def test_done_and_denied():
    done = told("visit", when="2024-05-09", by="a", published="2024-06-01")
    denied = told("visit", "denied", "2024-05-09", by="b", published="2024-06-02")

    (finding,) = bond_of(done, denied).findings

    assert finding.code == "contested"
    assert set(finding.statements) == {done.statement.key, denied.statement.key}


def test_a_tie_of_which_one_side_is_silent():
    bond = bond_of(told("standing", sides=(0,), speaks_for=OURS))

    assert codes(bond) == ["one_sided"]
    assert dict(bond.findings[0].details) == {"side": OURS, "silent": THEIRS}


def test_a_tie_without_a_source_of_either_side():
    press = told("signing", when="2025-02-01", by="press")

    assert codes(bond_of(press)) == ["no_primary_source"]
    assert codes(bond_of(press, told("signing", when="2025-02-01", by="text", kind="signed_text"))) == []
    assert codes(bond_of(told("signing", when="2025-02-01", speaks_for=THEIRS))) == []


def test_a_tie_without_a_sign_of_life():
    text = told("signing", when="2010-02-01", kind="signed_text", published="2010-03-01")

    assert [(one.code, dict(one.details)) for one in bond_of(text).findings] == [
        ("stale", {"last_evidence": "2010-03-01"})
    ]
    assert codes(bond_of(text, told("visit", when="2024-06-01"))) == []
    assert codes(bond_of(text, on="2012-01-01")) == []


def test_a_finding_returns_when_new_statements_show_it():
    first = Finding(code="one_sided", statements=("b", "a"))

    assert first.key == Finding(code="one_sided", statements=("a", "b"), details=(("side", "x"),)).key
    assert first.key != Finding(code="one_sided", statements=("a", "b", "c")).key
