"""Commands run in this process, over the tests' own store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings

from peyvand.cli.main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    settings.CHECKPOINT_DIRS = []
    return tmp_path / "home"


@pytest.fixture
def peyvand(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in English; its exit status, standard output and standard error."""
    monkeypatch.setenv("LC_ALL", "C")

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run
