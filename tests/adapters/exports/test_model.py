from __future__ import annotations

from datetime import date

from tests.factories.exports import HEAD, SIGNED, source
from tests.factories.telling import OURS, bond_of, told

from peyvand.adapters.exports.model import began, ended, source_facts


def test_tie_began_with_its_first_dated_event() -> None:
    assert began(SIGNED.bond, OURS) == "2000-10-27"
    assert began(bond_of(told("visit", when="2020-01-01", instrument=None)), OURS) is None
    assert began(bond_of(told("signing", "planned", when="2026-01-01")), OURS) is None


def test_only_what_is_over_has_an_end() -> None:
    over = bond_of(told("signing", when="2000-10-27"), told("termination", when="2023-01-31", by="b"))

    assert [ended(side) for side in over.sides] == ["2023-01-31", "2023-01-31"]
    assert [ended(side) for side in SIGNED.bond.sides] == [None, None]


def test_names_by_language() -> None:
    assert [SIGNED.name(0, "fa"), SIGNED.name(1, "en")] == ["اصفهان", "Freiburg"]


def test_facts_of_the_head_and_of_sources() -> None:
    assert HEAD.facts()["ledger"] == {"size": 14, "root": HEAD.root}
    first = next(SIGNED.evidence())
    assert source_facts(first)["published"] == date(2025, 4, 7).isoformat()
    assert source("x").shown == "خبرگزاری نمونه"
