from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.records.ledger.test_actions import draft

from peyvand.records.ledger.actions import append
from peyvand.records.ledger.guard import lift_guards
from peyvand.records.ledger.models import Entry, Head

pytestmark = pytest.mark.django_db


def test_what_holds_is_status_0(peyvand: Run) -> None:
    status, out, err = peyvand("verify", "--format", "json")

    assert (status, err) == (0, "")
    assert json.loads(out)["faults"] == []


def test_checkpoint_is_printed_kept_and_agrees(peyvand: Run, home: Path, tmp_path: Path) -> None:
    _, note, _ = peyvand("checkpoint")
    _, key, _ = peyvand("checkpoint", "--public-key")
    (tmp_path / "note").write_text(note, "utf-8")
    (tmp_path / "key").write_text(key, "utf-8")

    status, out, _ = peyvand("verify", "--checkpoint", tmp_path / "note", "--key", tmp_path / "key")

    assert (status, out.splitlines()[-1]) == (0, "Everything holds.")
    assert next((home / "checkpoints").glob("*.checkpoint")).read_text("utf-8") == note


def test_new_entries_alone_are_proved(peyvand: Run) -> None:
    append([draft("یک")], by=member())
    peyvand("checkpoint")

    status, out, _ = peyvand("verify", "--new")

    assert (status, out.splitlines()[-1]) == (0, "Everything holds.")


def test_log_that_is_another_is_status_3(peyvand: Run) -> None:
    append([draft("یک")], by=member())
    peyvand("checkpoint")
    lift_guards(connection)
    Entry.objects.all().delete()
    Head.objects.all().delete()

    status, out, _ = peyvand("verify")

    assert (status, "log_shorter_than_checkpoint" in out) == (3, True)
    assert peyvand("checkpoint")[0] == 3


def test_checkpoint_that_is_not_there_is_wrong_usage(peyvand: Run, tmp_path: Path) -> None:
    assert peyvand("verify", "--checkpoint", tmp_path / "none")[0] == 2


def test_key_that_is_none_is_wrong_usage(peyvand: Run, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("?")

    assert peyvand("verify", "--key", tmp_path / "key")[0] == 2


def test_folder_that_is_missing_is_told(peyvand: Run, settings: LazySettings, tmp_path: Path) -> None:
    settings.CHECKPOINT_DIRS = [tmp_path / "missing"]

    status, _, err = peyvand("checkpoint")

    assert (status, str(tmp_path / "missing") in err) == (1, True)


def test_installation_that_cannot_be_written_to_is_status_4(peyvand: Run, home: Path) -> None:
    (home / "checkpoints").write_text("a file where the folder should be")

    assert peyvand("checkpoint")[0] == 4


def test_checkpoint_for_programs(peyvand: Run) -> None:
    said = json.loads(peyvand("checkpoint", "--format", "json")[1])

    assert (said["size"], said["key"].split("+")[0], len(said["files"])) == (0, said["origin"], 1)
