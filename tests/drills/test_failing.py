from __future__ import annotations

import pytest

from drills import failing

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("home")]


def test_every_change_is_whole_or_not_at_all_whichever_call_fails() -> None:
    tally = failing.drilled(1)

    assert (tally["half done"], tally["faults"], tally["actions"]) == (0, 0, 14)
    assert tally["calls"] > 300


def test_without_transactions_changes_are_half_done() -> None:
    assert failing.drilled(1, protected=False)["half done"] > 0
