from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.records.ledger.test_actions import draft

from peyvand.cli import serve
from peyvand.records.ledger.actions import append
from peyvand.records.ledger.checkpoints import Rewritten
from peyvand.records.ledger.models import Head

pytestmark = pytest.mark.django_db


@pytest.fixture
def started(peyvand: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command with a site that ends as soon as it runs, over the tests' own connection."""
    monkeypatch.setattr(serve._Site, "run", lambda _: None)
    monkeypatch.setattr("peyvand.config.static.collect", lambda: None)
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    return peyvand


def test_start_covers_what_a_kill_left(started: Run, home: Path) -> None:
    append([draft("یک")], by=member())

    assert started("serve")[0] == 0
    assert [path.name[:12] for path in (home / "checkpoints").glob("*.checkpoint")] == ["000000000001"]


def test_ledger_that_contradicts_itself_is_told_and_served(started: Run) -> None:
    append([draft("یک")], by=member())
    Head.objects.update(root="0" * 64)

    status, _, err = started("serve")

    told, address = err.splitlines()
    assert (status, told, address) == (0, str(Rewritten(1)), "Peyvand is on http://127.0.0.1:8000")
