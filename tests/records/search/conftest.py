"""A few sources, judged and not, and what of them is found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, PLANNED, SIGNED, VISIT, Said, source

from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.intake import actions as intake

LETTER = Said(words="شهردار فرایبورگ از نگرانی شهروندان نوشت.", places=(ISFAHAN, FREIBURG), date=None)


@pytest.fixture
def accepted(officer: Member) -> str:
    """An article that everybody may see: its capture."""
    return intake.accept_reading(*source(SIGNED, VISIT, claimed=16), by=officer).source


@pytest.fixture
def internal(officer: Member) -> str:
    """An accepted letter for the office alone."""
    told = source(LETTER, title="نامه‌ای از فرایبورگ", name="letter.txt", kind=SourceKind.LETTER)
    return intake.accept_reading(*told, by=officer, public=False).source


@pytest.fixture
def proposed(officer: Member) -> str:
    """An article that waits for verdicts."""
    told = replace(PLANNED, words="پیش‌نویس تازهٔ کازان به‌زودی می‌رسد.", places=(ISFAHAN, KAZAN))
    return intake.propose(*source(told, title="خبری تازه", name="new.txt"), by=officer).source
