from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Gazetteer
from peyvand.lexicon import build_places
from peyvand.lexicon.gazetteer import built_gazetteer


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    """The gazetteer of all built tables, which are built first where they are missing or old."""
    assert build_places.main() == 0
    return built_gazetteer()
