from __future__ import annotations

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import SIGNED, source

from peyvand.records.accounts.permissions import Role
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.models import Source

pytestmark = pytest.mark.django_db
NAME = "مینا راد"


@pytest.fixture
def told() -> str:
    sara = member("sara", role=Role.HEAD)
    return accept_reading(*source(SIGNED, title=f"{NAME} خبر داد"), by=sara).source


def test_a_name_leaves_every_source(peyvand: Run, told: str) -> None:
    arguments = ("redact", NAME, "--everywhere", "--as", "sara", "--reason", "درخواست")

    assert peyvand(*arguments, "--dry-run")[0] == 0
    assert NAME in Source.objects.get().text
    status, _, err = peyvand(*arguments)
    assert (status, "Struck out of 1 sources" in err, NAME in Source.objects.get().text) == (0, True, False)
    assert peyvand(*arguments)[0] == 1
    assert peyvand("verify")[0] == 0


def test_what_cannot_be_is_wrong_usage(peyvand: Run, told: str) -> None:
    member("mina")

    for by, words, source_key in (("mina", NAME, told[:12]), ("sara", "هیچ‌کس", told[:12]), ("nobody", NAME, told[:12])):
        assert peyvand("redact", words, "--source", source_key, "--as", by, "--reason", "x")[0] == 2
    assert peyvand("redact", NAME, "--source", "00000000", "--as", "sara", "--reason", "x")[0] == 2
