from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.telling import NOON, decided

from peyvand.core.ledger.decision import (
    ACTS,
    Decision,
    FormerName,
    MergeEvents,
    Revocation,
    SamePlace,
    standing_decisions,
)

MERGED = MergeEvents(statements=("a", "b"))
HOUR = timedelta(hours=1)


def taken_back(decision: Decision, at: datetime) -> Revocation:
    return Revocation(decision=decision.key, reason="", member="2", at=at)


def test_a_decision_is_named_by_what_it_says():
    (one,) = decided(MERGED)

    assert one.name == "merge_events"
    assert one.said() == {
        "act": "merge_events",
        "about": {"statements": ["a", "b"]},
        "places": [],
        "reason": "",
        "member": "1",
        "at": "2025-06-01T12:00:00.000000+00:00",
    }
    assert one.key == decided(MERGED)[0].key != decided(MergeEvents(statements=("a", "c")))[0].key


def test_every_act_has_its_name():
    assert {kind.__name__ for kind in ACTS.values()} == {
        "MergeEvents", "SplitEvent", "SettleFinding", "SamePlace", "Succession", "FormerName", "NameNetwork",
        "Membership",
    }  # fmt: skip


def test_what_is_taken_back_stands_until_then():
    (one,) = decided(MERGED)
    revocations = [taken_back(one, NOON + HOUR)]

    stands = [standing_decisions([one], revocations, known_at=NOON + at * HOUR) for at in (-1, 0, 1)]

    assert stands == [(), (one,), ()]
    assert standing_decisions([one], revocations) == ()


def test_what_was_taken_back_can_be_decided_again():
    first, again = decided(MERGED)[0], decided(MERGED, at=NOON + 2 * HOUR)[0]

    assert standing_decisions([first, again], [taken_back(first, NOON + HOUR)]) == (again,)


@given(st.permutations(range(4)), st.permutations(range(2)))
def test_the_order_of_arrival_does_not_matter(order, takings):
    made = decided(
        MERGED,
        SamePlace(place="x", into="y"),
        FormerName(place="x", name="Z", language="en"),
        MergeEvents(statements=("b", "c")),
    )
    revocations = [taken_back(made[0], NOON + HOUR), taken_back(made[2], NOON + HOUR)]

    stand = standing_decisions([made[at] for at in order], [revocations[at] for at in takings])

    assert stand == (made[1], made[3])


@pytest.mark.parametrize("kind", [Decision, Revocation])
def test_a_time_without_a_zone_is_refused(kind):
    about = {"act": MERGED} if kind is Decision else {"decision": "x"}

    with pytest.raises(ValueError, match="zone"):
        kind(**about, reason="", member="1", at=datetime(2025, 6, 1))  # noqa: DTZ001 - that is the fault
    assert kind(**about, reason="", member="1", at=datetime(2025, 6, 1, tzinfo=UTC)).key
