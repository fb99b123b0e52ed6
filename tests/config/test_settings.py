from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ASK = "from peyvand.config import settings as s; print({names})"


def asked(expression: str, home: Path, **environment: str) -> str:
    """What the settings say in a process of their own."""
    given = {"PATH": os.environ["PATH"], "PEYVAND_HOME": str(home)} | environment
    command = [sys.executable, "-c", ASK.format(names=expression)]
    return subprocess.run(command, env=given, capture_output=True, text=True, check=True).stdout.strip()


def test_installation_is_closed_by_default(tmp_path: Path) -> None:
    said = asked("s.DEBUG, s.ALLOWED_HOSTS, s.SESSION_COOKIE_SECURE", tmp_path)

    assert said == "False ['localhost', '127.0.0.1', '[::1]'] False"


def test_environment_opens_it(tmp_path: Path) -> None:
    said = asked("s.ALLOWED_HOSTS[3:], s.SESSION_COOKIE_SECURE", tmp_path, PEYVAND_HOSTS="a.ir b.ir", PEYVAND_TLS="1")

    assert said == "['a.ir', 'b.ir'] True"


def test_store_lies_in_the_home(tmp_path: Path) -> None:
    folder = tmp_path / "خانه 100%"

    assert asked("s.DATABASES['default']['NAME']", folder) == str(folder / "peyvand.sqlite3")


def test_address_of_the_store_wins(tmp_path: Path) -> None:
    said = asked("s.DATABASES['default']['NAME']", tmp_path, DATABASE_URL="postgresql://office@db/register")

    assert said == "register"


def test_every_secret_is_the_installations_own(tmp_path: Path) -> None:
    assert asked("s.SECRET_KEY", tmp_path / "a") != asked("s.SECRET_KEY", tmp_path / "b")


def test_administration_site_is_not_there() -> None:
    assert [app for app in settings.INSTALLED_APPS if "admin" in app] == []


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
