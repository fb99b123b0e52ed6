from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.records.ledger.test_actions import draft

from peyvand.records.ledger.actions import append
from peyvand.records.ledger.models import Entry, Head
from tools import verify_ledger as second

pytestmark = pytest.mark.django_db


@pytest.fixture
def log() -> list[Entry]:
    return append([draft("یک"), draft("دو"), draft("سه")], by=member())


def test_printed_proof_convinces_the_second_verifier(peyvand: Run, log: list[Entry]) -> None:
    status, out, _ = peyvand("prove", log[1].key)
    key = second.key_of(peyvand("checkpoint", "--public-key")[1])

    second.inclusion(json.loads(out), dict([key]))
    assert status == 0


def test_growth_is_printed(peyvand: Run, log: list[Entry]) -> None:
    status, out, _ = peyvand("prove", "--grown-from", "1", "--grown-to", "2")

    assert (status, json.loads(out)["old"]["size"], json.loads(out)["new"]["size"]) == (0, 1, 2)


@pytest.mark.parametrize("arguments", [[], ["abcdefgh"], ["--grown-from", "9"], ["k" * 64, "--grown-from", "1"]])
def test_what_cannot_be_proved_is_wrong_usage(peyvand: Run, log: list[Entry], arguments: list[str]) -> None:
    status, out, _ = peyvand("prove", *arguments)

    assert (status, out) == (2, "")


def test_ledger_that_contradicts_itself_proves_nothing(peyvand: Run, log: list[Entry]) -> None:
    Head.objects.update(root="0" * 64)

    assert peyvand("prove", log[1].key)[0] == 3
