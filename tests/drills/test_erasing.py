"""In a process and a home of its own, since the files of the store are looked through."""

from __future__ import annotations

from tests.drills.running import drilled


def test_erased_words_are_nowhere_and_all_others_are_there() -> None:
    tally = drilled("erasing", "--rounds", "20")

    assert (tally["status"], tally["found again"], tally["lost"], tally["faults"]) == (0, 0, 0, 0)
    assert tally["erased"] > 3


def test_rows_deleted_without_care_stay_in_the_file() -> None:
    assert drilled("erasing", "--rounds", "20", "--unprotected")["found again"] > 0
