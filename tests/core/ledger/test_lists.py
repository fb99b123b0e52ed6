from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factories.telling import OURS, THEIRS, bond_of, codes, told

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.bond import Fact, Finding, State
from peyvand.core.ledger.fold import fold_bond
from peyvand.core.ledger.lists import row_words
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.core.text import Span


def row(names: tuple[str, str] = ("Ours", "Theirs"), *, by: str = "list", **more: str) -> Fact:
    """A row of a list that has a tie between the two."""
    fact = told("standing", by=by, kind="dataset_row", published="2022-01-10", speaker=names[1], **more)
    statement = replace(fact.statement, places=names)
    return replace(fact, statement=statement, resolution=replace(fact.resolution, statement=statement.key))


def dropped(fact: Fact, on: str = "2024-02-01") -> Fact:
    """The row, which a newer file of the list no longer has."""
    gone = Withdrawal(statement=fact.resolution.statement, capture="newer", on=date.fromisoformat(on))
    return replace(fact, withdrawn=gone)


def found(code: str, *facts: Fact, levels: tuple[Level, Level] = (Level.CITY, Level.CITY)) -> list[Finding]:
    bond = fold_bond(facts, places=(OURS, THEIRS), countries=("IR", "RU"), as_of=date(2025, 6, 2), levels=levels)
    return [finding for finding in bond.findings if finding.code == code]


def test_words_of_a_row_are_the_same_wherever_it_stands():
    here, there = row().statement, replace(row().statement, capture="newer", span=Span(3, 8))

    assert row_words(here.said()) == row_words(there.said())
    assert row_words(here.said()) != row_words(replace(here, date_text="2001").said())


def test_dropped_row_is_seen_and_makes_no_standing():
    (finding,) = found("row_withdrawn", dropped(row()))

    assert finding.details == (("capture", "newer"), ("on", "2024-02-01"))
    assert finding.statements == (row().resolution.statement,)
    assert [side.standing.state for side in bond_of(dropped(row())).sides] == [State.NONE, State.NONE]


def test_dropped_row_held_until_the_day_of_the_newer_file():
    before = bond_of(dropped(row()), on="2024-01-31")

    assert [side.standing.state for side in before.sides] == [State.IN_FORCE, State.IN_FORCE]
    assert "row_withdrawn" not in codes(before)


def test_another_source_still_bears_the_tie():
    bond = bond_of(dropped(row()), told("signing", when="2000-10-27"))

    assert {side.standing.state for side in bond.sides} == {State.IN_FORCE}
    assert "row_withdrawn" in codes(bond)


def test_rows_dropped_by_one_file_are_one_finding():
    gone = found("row_withdrawn", dropped(row()), dropped(row(("Ours", "Thiers"))), dropped(row(by="b"), "2025-01-01"))

    assert [len(finding.statements) for finding in gone] == [2, 1]


def test_one_tie_under_two_names_in_one_list():
    (finding,) = found("two_names", row(("Ours", "Feodosiya")), row(("Ours", "Feodosia")))

    assert finding.details == (("place", THEIRS), ("names", "Feodosia | Feodosiya"))
    assert len(finding.statements) == 2


def test_other_spellings_and_other_lists_are_no_second_name():
    assert found("two_names", row(("Ours", "Bérat")), row(("Ours", "Berat "))) == []
    assert found("two_names", row(("Ours", "Feodosiya")), row(("Ours", "Feodosia"), by="b")) == []


def test_a_city_tied_with_a_province():
    (finding,) = found("level_mixed", row(), levels=(Level.CITY, Level.PROVINCE))

    assert finding.details == ((OURS, "city"), (THEIRS, "province"))


def test_two_provinces_and_a_mere_visit_are_no_mixture():
    visit = told("visit", when="2025-04-01", instrument=None)

    assert found("level_mixed", row(), levels=(Level.PROVINCE, Level.PROVINCE)) == []
    assert found("level_mixed", visit, levels=(Level.CITY, Level.PROVINCE)) == []
