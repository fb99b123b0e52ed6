from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.factories.telling import OURS, THEIRS, told

from peyvand.core.ledger.bond import Fact
from peyvand.core.ledger.matrix import Matrix, matrix_of
from peyvand.core.ledger.withdrawal import Withdrawal

DAY = date(2025, 6, 2)


def row(partner: str, by: str, when: str | None = None, published: str = "2016-09-01", **more: Any) -> Fact:
    facts = {"kind": "dataset_row"} | more
    return told("standing", when=when, by=by, published=published, places=(OURS, partner), speaker=partner, **facts)


def shown(matrix: Matrix) -> dict[str, list[str]]:
    return {one.partner: ["" if cell is None else cell.date or "1" for cell in one.cells] for one in matrix.rows}


def test_lists_stand_beside_each_other_the_oldest_first():
    facts = [
        row("x", "old", "1989-05-07", published="2007-01-01"),
        row("x", "new"),
        row("y", "new"),
        row("z", "new"),
        row("z", "old", published="2007-01-01"),
    ]

    matrix = matrix_of(OURS, facts, DAY)

    assert [source.capture for source in matrix.sources] == ["old", "new"]
    assert shown(matrix) == {"x": ["1989-05-07", "1"], "z": ["1", "1"], "y": ["", "1"]}
    assert [one.n for one in matrix.rows] == [2, 2, 1]


def test_a_report_on_one_partner_is_no_list_and_one_on_several_is():
    one = told("signing", when="2020-01-01", by="report", places=(OURS, "x"))
    several = [
        told("signing", when="2020-01-01", by="page", places=(OURS, partner), speaker=partner) for partner in "yz"
    ]

    matrix = matrix_of(OURS, [one, *several], DAY)

    assert [source.capture for source in matrix.sources] == ["page"]
    assert (shown(matrix), matrix.reported) == ({"y": ["2020-01-01"], "z": ["2020-01-01"]}, ("x",))


def test_what_is_planned_denied_or_said_in_a_headline_is_listed_by_nobody():
    facts = [
        row("x", "list", modality="denied"),
        told("signing", "planned", by="list", kind="dataset_row", places=(OURS, "y")),
        told("signing", by="list", kind="dataset_row", places=(OURS, "z"), part="title"),
    ]

    assert matrix_of(OURS, facts, DAY).rows == ()


def test_a_list_is_as_it_was_on_the_day():
    later = row("x", "later", published="2024-01-01")

    assert matrix_of(OURS, [later], date(2023, 12, 31)).sources == ()
    assert shown(matrix_of(OURS, [later], date(2024, 1, 1))) == {"x": ["1"]}


def test_files_of_one_list_are_one_column_with_what_was_dropped():
    def filed(fact: Fact) -> Fact:
        return replace(fact, source=replace(fact.source, origin="encyclopedia"))

    dropped = Withdrawal(statement="s", capture="new", on=date(2023, 1, 1))
    facts = [
        filed(replace(row("x", "first"), withdrawn=dropped)),
        filed(row("y", "first")),
        filed(row("z", "new", published="2023-01-01")),
    ]

    matrix = matrix_of(OURS, facts, DAY)

    assert [source.capture for source in matrix.sources] == ["new"]
    assert {one.partner: one.cells[0].dropped for one in matrix.rows if one.cells[0]} == {
        "x": date(2023, 1, 1),
        "y": None,
        "z": None,
    }
    assert [one.n for one in matrix.rows] == [1, 1, 0]


def test_bonds_of_others_are_passed_over():
    assert matrix_of("elsewhere", [row(THEIRS, "list")], DAY) == Matrix(
        place="elsewhere", sources=(), rows=(), reported=()
    )
