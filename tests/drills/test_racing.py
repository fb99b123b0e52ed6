from __future__ import annotations

from tests.drills.running import drilled_on_the_engine


def test_of_two_who_judge_at_once_one_wins_and_the_other_is_shown_it() -> None:
    tally = drilled_on_the_engine("racing", "--rounds", "20")

    assert (tally["status"], tally["one won"], tally["the other was told"]) == (0, 20, 20), tally


def test_both_win_where_nobody_looks_at_what_was_answered() -> None:
    tally = drilled_on_the_engine("racing", "--rounds", "5", "--without", "answers")

    assert tally["answered twice"] > 0
