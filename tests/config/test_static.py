from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import override_settings

from peyvand.config.static import CollectedFiles, collect

NAME = "django_htmx/django-htmx.js"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with override_settings(STATIC_ROOT=tmp_path):
        yield tmp_path


@pytest.mark.usefixtures("folder")
def test_names_are_plain_before_and_hashed_after() -> None:
    before = CollectedFiles().url(NAME)

    collect()

    after = CollectedFiles().url(NAME)
    assert before == f"/static/{NAME}"
    assert after.startswith("/static/django_htmx/django-htmx.")
    assert len(after) == len(before) + len(".0f2513dbe554")


def test_files_are_collected_again_when_one_has_changed(folder: Path) -> None:
    collect()
    manifest = folder / "staticfiles.json"
    first = manifest.stat().st_mtime_ns
    collect()
    second = manifest.stat().st_mtime_ns

    newest = max(Path(str(finders.find(NAME))).stat().st_mtime, 1)
    os.utime(manifest, (newest - 10, newest - 10))
    collect()

    assert first == second < manifest.stat().st_mtime_ns
