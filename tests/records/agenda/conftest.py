"""An office with a source to judge, a case on its way, and a member with an address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source

from peyvand.records.accounts.models import Member
from peyvand.records.casework.actions import open_case
from peyvand.records.casework.models import Case
from peyvand.records.intake.actions import propose

TODAY = date(2025, 3, 10)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def mina(db: None) -> Member:
    made = member("mina")
    made.email, made.language = "mina@example.org", "en"
    made.save()
    return made


@pytest.fixture
def waiting(mina: Member) -> str:
    return propose(*source(SIGNED), by=mina).source


@pytest.fixture
def kazan(mina: Member) -> Case:
    return open_case(ISFAHAN.id, KAZAN.id, by=mina, on=TODAY)
