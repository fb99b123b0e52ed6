from __future__ import annotations

import pytest

from drills import cold_start

pytestmark = pytest.mark.mounts


def test_site_starts_on_a_disk_without_a_byte_of_room() -> None:
    tally = cold_start.run(1)

    assert (tally["room at the start"], tally["read"], tally["went on"]) == (0, 1, 1), tally
    assert (tally["lost"], tally["faults"]) == (0, 0), tally


def test_without_room_kept_back_it_does_not() -> None:
    assert cold_start.run(1, protected=False)["did not start"] == 1
