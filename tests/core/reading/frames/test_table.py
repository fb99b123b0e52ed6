from __future__ import annotations

from peyvand.core.ledger.words import Event
from peyvand.core.reading.frames.table import FRAMES

NEVER_FRAMED = {Event.STANDING, Event.RESUMPTION, Event.PROJECT}


def test_every_step_has_a_frame() -> None:
    assert {frame.event for frame in FRAMES} == set(Event) - NEVER_FRAMED


def test_every_frame_has_a_trigger() -> None:
    assert all(frame.trigger for frame in FRAMES)
