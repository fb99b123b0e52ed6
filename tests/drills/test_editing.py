from __future__ import annotations

from tests.drills.running import drilled, drilled_on_the_engine


def test_eight_members_at_once_lose_nothing_and_each_sees_the_other() -> None:
    tally = drilled_on_the_engine("editing", "--rounds", "5")

    assert (tally["status"], tally["acknowledged"]) == (0, 40), tally
    assert tally["conflicts shown"] > 0


def test_verdicts_that_answer_what_was_answered_stand_against_each_other() -> None:
    tally = drilled_on_the_engine("editing", "--rounds", "2", "--without", "answers")

    assert tally["answered twice"] > 0
    assert tally["heads"] > 1


def test_writers_who_take_their_right_late_are_refused() -> None:
    # On SQLite whatever the engine of the run, for it is a matter of that one.
    tally = drilled("editing", "--rounds", "2", "--without", "immediate")

    assert tally["errors"] > 0
