"""Scheduled work from the command line."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from tests.cli.conftest import Run

from peyvand.cli import working
from peyvand.records.agenda.jobs import Work

pytestmark = pytest.mark.django_db


def test_all_that_is_due_is_done_once(peyvand: Run) -> None:
    status, _, told = peyvand("worker", "--once")
    again = peyvand("worker", "--once")

    assert (status, told.splitlines()) == (
        0,
        ["fold: done", "watch: done", "write digests: done", "send digests: done", "settle search: done"],
    )
    assert again == (0, "", "")
    assert Client().get("/healthz").json()["worker"]["well"] is True


def test_a_job_that_fails_is_told_and_stops_no_other(peyvand: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError("no disk")

    whole = working.jobs()
    works = {"fold": Work(broken, whole["fold"].every), "send digests": whole["send digests"]}
    monkeypatch.setattr(working, "jobs", lambda: works)
    status, _, told = peyvand("worker", "--once")

    assert status == 1
    assert "fold: OSError: no disk\nsend digests: done" in told
    assert json.loads(Client().get("/healthz").content)["worker"]["jobs"]["fold"]["failures"] == 1
