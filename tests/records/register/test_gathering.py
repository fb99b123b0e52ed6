from __future__ import annotations

from typing import Any

from django.db import connection
from tests.factories.readings import ISFAHAN, KAZAN, PLANNED, SIGNED, VISIT, source

from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.gathering import gather_pairs


def test_what_is_on_a_pair_is_found_in_either_order_of_its_places(officer: Member) -> None:
    keys = accept_reading(*source(SIGNED, VISIT, PLANNED), by=officer).keys

    evidence = gather_pairs([(KAZAN.id, ISFAHAN.id)], identity=identity_at())

    assert set(evidence.statements) == {keys[0], keys[2]}


def test_pairs_are_looked_up_and_the_log_is_not_read_through(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)
    asked: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        gather_pairs([(ISFAHAN.id, KAZAN.id)], identity=identity_at())

    assert [plan for plan in map(_plan, *zip(*asked, strict=True)) if "SCAN ledger_entry" in plan] == []


def _plan(sql: str, params: Any) -> str:
    """How SQLite goes about a question; PostgreSQL goes by how much there is, which in a test is nothing."""
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        return str(cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params).fetchall())
