from __future__ import annotations

from drills import killing


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed() -> None:
    tally = killing.run(2)

    assert (tally["lost"], tally["faults"]) == (0, 0)
    assert tally["acknowledged"] >= 2


def test_what_is_acknowledged_before_the_commit_is_lost() -> None:
    assert killing.failed(killing.run(2, protected=False, longest_life=0))
