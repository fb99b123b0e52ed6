from __future__ import annotations

from datetime import date

from peyvand.core.ledger.withdrawal import Withdrawal


def test_key_follows_from_what_is_said():
    said = Withdrawal(statement="row", capture="newer", on=date(2026, 2, 1))

    assert said.said() == {"statement": "row", "capture": "newer", "on": "2026-02-01"}
    assert said.key == Withdrawal(statement="row", capture="newer", on=date(2026, 2, 1)).key
    assert said.key != Withdrawal(statement="row", capture="newer", on=date(2026, 2, 2)).key
