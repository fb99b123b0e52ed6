"""Custody is tried on a small office with a home of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

from peyvand.core.ledger.policy import Policies
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept, propose, reject, withdraw
from peyvand.records.register.actions import set_policies


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    settings.CHECKPOINT_DIRS = []
    return tmp_path / "home"


@pytest.fixture
def office(officer: Member, head_of_office: Member) -> None:
    """Entries of every kind by two members, with a verdict given, changed and taken back."""
    first = propose(*source(SIGNED, VISIT, claimed=16, areas=["tourism"]), by=officer)
    for key in first.keys:
        accept(key, by=officer)
    second = propose(*source(PLANNED, VISIT, name="b.txt", published=None), by=head_of_office, public=False)
    verdict = accept(second.keys[0], by=officer, reason="خبر از دفتر همکار است")
    reject(second.keys[1], by=head_of_office)
    withdraw(second.keys[0], by=officer, follows=verdict.key)
    set_policies(Policies(), by=head_of_office)
