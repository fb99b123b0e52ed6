from __future__ import annotations

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import SIGNED, source

from peyvand.records.accounts.permissions import Role
from peyvand.records.intake.actions import accept, propose
from peyvand.records.ledger.models import Vault

pytestmark = pytest.mark.django_db


@pytest.fixture
def key() -> str:
    """A verdict with a reason."""
    mina = member()
    member("reza", role=Role.HEAD)
    return accept(propose(*source(SIGNED), by=mina).keys[0], by=mina, reason="دلیل").key


def test_reason_is_erased(peyvand: Run, key: str) -> None:
    assert (peyvand("erase", key, "--as", "reza")[0], Vault.objects.count()) == (0, 0)
    assert peyvand("verify")[0] == 0


def test_nothing_to_erase_is_status_1(peyvand: Run, key: str) -> None:
    assert (peyvand("erase", "f" * 64, "--as", "reza")[0], Vault.objects.count()) == (1, 1)


@pytest.mark.parametrize("name", ["mina", "nobody"])
def test_who_may_not_is_refused(peyvand: Run, key: str, name: str) -> None:
    assert (peyvand("erase", key, "--as", name)[0], Vault.objects.count()) == (2, 1)
