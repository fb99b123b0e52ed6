from __future__ import annotations

import pytest

from peyvand.core.gazetteer.distance import kilometres

ISFAHAN, FREIBURG = (32.65, 51.67), (48.0, 7.85)


def test_way_along_the_great_circle():
    assert kilometres(ISFAHAN, FREIBURG) == pytest.approx(4000, rel=0.02)
    assert kilometres(ISFAHAN, FREIBURG) == kilometres(FREIBURG, ISFAHAN)


def test_ends_of_the_earth():
    assert kilometres(ISFAHAN, ISFAHAN) == 0
    assert kilometres((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20_015, rel=0.001)
    assert kilometres((0.0, 179.9), (0.0, -179.9)) == pytest.approx(22.2, rel=0.01)
