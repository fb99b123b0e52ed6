from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from peyvand.adapters.engines import forgetting
from peyvand.adapters.engines.forgetting import forget
from peyvand.records.ledger.models import Vault

WORDS = "شماره تلفن خانم نمونه"


def written(word: str) -> bool:
    """Whether a word lies in any file of the database."""
    if connection.vendor == "sqlite":
        files = list(Path(settings.DATABASES["default"]["NAME"]).parent.glob("test*.sqlite3*"))
    else:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_relation_filepath('ledger_vault'), current_setting('data_directory')")
            path, data = cursor.fetchone()
            cursor.execute("CHECKPOINT")
        # Its own files and segments; another table's number may begin with the same figures.
        own = re.compile(rf"{Path(path).name}([._]\w+)?")
        files = [file for file in (Path(data) / path).parent.iterdir() if own.fullmatch(file.name)]
    return any(word.encode() in file.read_bytes() for file in files)


@pytest.mark.django_db(transaction=True)
def test_what_was_deleted_leaves_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    # Other tests write in the same cluster meanwhile, and each holds its transaction to its end.
    monkeypatch.setattr(forgetting, "_LOOKS", 1200)
    for number in range(50):
        Vault.objects.create(commitment=f"{number:064}", salt="", words=f"{WORDS} {number}")
    before = written(WORDS)

    Vault.objects.all().delete()

    assert (before, forget(connection, Vault._meta.db_table), written(WORDS)) == (True, True, False)


@pytest.mark.django_db
def test_failure_is_logged_and_told(caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("disk I/O error")

    with connection.execute_wrapper(fail):
        done = forget(connection, Vault._meta.db_table)

    assert (done, [record.levelname for record in caplog.records]) == (False, ["ERROR"])
