"""The records are tried on a few places: what the world's gazetteer holds is tried elsewhere."""

from __future__ import annotations

import pytest
from tests.factories.members import member
from tests.factories.readings import PLACES

import peyvand.lexicon
from peyvand.core.gazetteer import Gazetteer
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role


@pytest.fixture(autouse=True)
def few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Gazetteer.of(PLACES)
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: known, raising=False)


@pytest.fixture
def officer(db: None) -> Member:
    return member("mina")


@pytest.fixture
def auditor(db: None) -> Member:
    return member("sara", role=Role.AUDITOR)


@pytest.fixture
def head_of_office(db: None) -> Member:
    return member("reza", role=Role.HEAD)
