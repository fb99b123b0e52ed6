from __future__ import annotations

from drills import restoring


def test_backup_made_in_the_middle_of_work_is_whole_and_every_change_to_it_is_found() -> None:
    tally = restoring.run(200)

    assert not restoring.failed(tally), tally


def test_backup_whose_hashes_nobody_looks_at_hides_changes() -> None:
    assert restoring.run(30, protected=False)["missed"] > 0
