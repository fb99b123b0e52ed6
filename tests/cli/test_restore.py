"""Backup and restore as their users run them: each command in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

MAKE = """
import django; django.setup()
from tests.factories.members import member
from tests.factories.readings import PLANNED, SIGNED, VISIT, source
from peyvand.records.intake.actions import accept_reading
accept_reading(*source(SIGNED, VISIT, claimed=16), by=member())
accept_reading(*source(PLANNED, name="b"), by=member("reza"))
"""
FRESH, RESTORED = "peyvand_fresh", "peyvand_restored"


@dataclass
class Office:
    """An installation with a folder and, on PostgreSQL, a database of its own."""

    home: Path
    database: str | None

    def run(self, *command: str | Path, module: str = "peyvand.cli.main") -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PEYVAND_HOME": str(self.home), "LC_ALL": "C"}
        environment["DJANGO_SETTINGS_MODULE"] = "peyvand.config.settings"
        environment.pop("DATABASE_URL", None)
        if self.database:
            folder = settings.DATABASES["default"]["HOST"]
            environment["DATABASE_URL"] = f"postgresql://peyvand@/{self.database}?host={folder}"
        command = ("-m", module, *map(str, command)) if module else tuple(map(str, command))
        return subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def databases(db: None) -> Iterator[bool]:
    """On PostgreSQL, two empty databases while a test runs."""
    if connection.vendor == "sqlite":
        yield False
        return
    with connection._nodb_cursor() as cursor:
        for name in (FRESH, RESTORED):
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name}")
        yield True
        for name in (FRESH, RESTORED):
            cursor.execute(f"DROP DATABASE {name}")


@pytest.fixture
def office(databases: bool, tmp_path: Path) -> Office:
    office = Office(tmp_path / "office", FRESH if databases else None)
    assert office.run("migrate").returncode == 0
    made = office.run("-c", MAKE, module="")
    assert made.returncode == 0, made.stderr
    return office


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    made = office.run("backup", tmp_path / "backup")
    assert made.returncode == 0, made.stderr
    return tmp_path / "backup"


@pytest.fixture
def elsewhere(databases: bool, tmp_path: Path) -> Office:
    return Office(tmp_path / "unused", RESTORED if databases else None)


def test_backup_becomes_the_same_installation(office: Office, backup: Path, elsewhere: Office, tmp_path: Path) -> None:
    restored = elsewhere.run("restore", backup, "--into", tmp_path / "new", "--format", "json")

    assert restored.returncode == 0, restored.stderr
    said, there = json.loads(restored.stdout), json.loads(office.run("verify", "--format", "json").stdout)
    assert (said["size"], said["root"], said["faults"]) == (there["size"], there["root"], [])
    assert said["uncovered"] == 0
    elsewhere.home = tmp_path / "new"
    assert elsewhere.run("show", "Isfahan").stdout == office.run("show", "Isfahan").stdout


def test_spoilt_backup_is_not_restored(backup: Path, elsewhere: Office, tmp_path: Path) -> None:
    (path,) = backup.glob("peyvand.*")
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)

    refused = elsewhere.run("restore", backup, "--into", tmp_path / "new")

    assert (refused.returncode, refused.stdout) == (3, "")
    assert f"{path.name}: changed" in refused.stderr
    assert not (tmp_path / "new").exists()


def test_key_kept_elsewhere_is_asked(office: Office, backup: Path, elsewhere: Office, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(office.run("checkpoint", "--public-key").stdout)
    (tmp_path / "other").write_text(Office(tmp_path / "stranger", None).run("checkpoint", "--public-key").stdout)

    refused = elsewhere.run("restore", backup, "--into", tmp_path / "new", "--key", tmp_path / "other")
    restored = elsewhere.run("restore", backup, "--into", tmp_path / "new", "--key", tmp_path / "key")

    assert (refused.returncode, restored.returncode) == (3, 0)


def test_installation_in_use_is_left_alone(office: Office, backup: Path, tmp_path: Path) -> None:
    before = office.run("verify").stdout

    into = tmp_path / "new" if office.database else office.home
    refused = office.run("restore", backup, "--into", into)

    assert (refused.returncode, office.run("verify").stdout) == (2, before)


def test_second_backup_needs_a_folder_of_its_own(office: Office, backup: Path) -> None:
    assert office.run("backup", backup).returncode == 2
