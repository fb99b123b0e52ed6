"""Drills run in the suite over the tests' own store and a home of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.factories.readings import PLACES

import peyvand.lexicon
from peyvand.core.gazetteer import Gazetteer


@pytest.fixture
def home(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    known = Gazetteer.of(PLACES)
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: known, raising=False)
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    settings.CHECKPOINT_DIRS = []
    return tmp_path / "home"
