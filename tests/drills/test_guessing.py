from __future__ import annotations

from tests.drills.running import drilled_on_the_engine


def test_of_a_crowd_of_guesses_ten_are_looked_at() -> None:
    tally = drilled_on_the_engine("guessing", "--rounds", "100")

    assert (tally["status"], tally["looked at"], tally["told to wait"]) == (0, 10, 90), tally


def test_more_are_looked_at_where_each_counts_for_itself() -> None:
    tally = drilled_on_the_engine("guessing", "--rounds", "50", "--without", "counting")

    assert tally["looked at"] > 10
