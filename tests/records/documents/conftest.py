"""Scans of an office, in a home of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import translation
from tests.factories.pictures import picture
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.documents.actions import Facts, bring
from peyvand.records.documents.models import Document

PAIR = (ISFAHAN.id, KAZAN.id)
SCAN = picture((40, 60))
OF_BOND = Facts(title="نامه کازان", places=PAIR)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def scan(officer: Member) -> Document:
    return bring(SCAN, "kazan.jpg", OF_BOND, by=officer)
