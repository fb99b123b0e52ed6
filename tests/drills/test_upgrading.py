from __future__ import annotations

from tests.drills.running import drilled


def test_upgrade_that_is_ended_anywhere_is_whole_or_not_begun_and_the_guards_stand() -> None:
    tally = drilled("upgrading", "--rounds", "24")

    assert (tally["status"], tally["upgraded after all"]) == (0, 24), tally
    assert tally["ended"] > 20


def test_remade_table_loses_its_guards_and_half_a_step_is_seen() -> None:
    tally = drilled("upgrading", "--rounds", "24", "--unprotected")

    assert tally["unguarded after all"] > 0
    assert tally["between"] > 0
