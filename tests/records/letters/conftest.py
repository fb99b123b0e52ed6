"""A register with a letter from Kazan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import translation
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.letters.actions import Facts, Named, register
from peyvand.records.letters.models import Letter

PAIR = (ISFAHAN.id, KAZAN.id)
FROM_KAZAN = Facts(
    direction="incoming",
    date="۱۵ تیر ۱۴۰۳",
    subject="دعوت به سابانتوی",
    senders=(Named(words="Мэр Казани"),),
    receivers=(Named(words="شهردار اصفهان"),),
    their_number="К-12/7",
    answer_within=10,
    places=PAIR,
)
OUR_ANSWER = Facts(
    direction="outgoing",
    date="1403/4/20",
    subject="پاسخ دعوت",
    senders=(Named(words="شهردار اصفهان"),),
    receivers=(Named(words="Мэр Казани"),),
    places=PAIR,
)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def kazan(officer: Member) -> Letter:
    return register(FROM_KAZAN, by=officer)
