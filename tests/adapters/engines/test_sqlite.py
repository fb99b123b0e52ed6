from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper

from peyvand.adapters.engines import sqlite
from peyvand.adapters.engines.address import database_settings

DEFAULTS = {
    "ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "CONN_HEALTH_CHECKS": False, "CONN_MAX_AGE": 0, "TIME_ZONE": None,
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DatabaseWrapper]:
    connection = DatabaseWrapper(DEFAULTS | database_settings(f"sqlite:///{tmp_path}/store.sqlite3"))
    connection.inc_thread_sharing()
    yield connection
    connection.close()


@pytest.mark.django_db
def test_own_settings_are_in_force(store: DatabaseWrapper) -> None:
    assert sqlite.unsound_settings(store) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("PRAGMA synchronous = NORMAL", "SQLite's synchronous is 1, not 2"),
        ("PRAGMA recursive_triggers = OFF", "SQLite's recursive_triggers is 0, not 1"),
        ("PRAGMA foreign_keys = OFF", "SQLite's foreign_keys is 0, not 1"),
        ("PRAGMA busy_timeout = 0", "SQLite's busy_timeout is 0, not 20000"),
        ("PRAGMA journal_mode = DELETE", "SQLite's journal_mode is 'delete', not 'wal'"),
    ],
)
def test_every_setting_is_looked_at(store: DatabaseWrapper, statement: str, fault: str) -> None:
    store.ensure_connection()
    store.connection.execute(statement)

    assert sqlite.unsound_settings(store) == [fault]


@pytest.mark.django_db
def test_transactions_that_wait_until_they_write_are_a_fault(store: DatabaseWrapper) -> None:
    store.ensure_connection()
    store.transaction_mode = "DEFERRED"

    assert sqlite.unsound_settings(store) == ["SQLite's transactions are not IMMEDIATE"]


@pytest.mark.django_db
def test_triggers_are_listed_with_what_made_them(store: DatabaseWrapper) -> None:
    trigger = "CREATE TRIGGER t BEFORE DELETE ON a BEGIN SELECT 1; END"
    with store.cursor() as cursor:
        cursor.execute("CREATE TABLE a (b integer)")
        cursor.execute(trigger)

    assert sqlite.triggers_present(store) == {"t": trigger}
