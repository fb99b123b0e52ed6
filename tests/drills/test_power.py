from __future__ import annotations

import pytest

from drills import power

pytestmark = pytest.mark.mounts


def test_nothing_acknowledged_is_lost_in_a_power_cut() -> None:
    tally = power.run(8)

    assert not power.failed(tally), tally
    assert tally["looked through whole"] > 0


def test_most_cuts_lose_what_was_not_flushed() -> None:
    assert power.run(6, protected=False)["cuts that lose"] >= 3
