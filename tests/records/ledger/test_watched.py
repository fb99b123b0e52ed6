from __future__ import annotations

from peyvand.records.casework.models import GUARDS
from peyvand.records.ledger.watched import watch, watched


def test_rooms_above_the_ledger_have_named_their_tables_once() -> None:
    before = watched()
    watch(*GUARDS)

    assert watched() == before
    assert set(GUARDS) <= set(before)
