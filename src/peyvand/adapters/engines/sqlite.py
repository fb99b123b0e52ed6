"""SQLite: settings under which no acknowledged row is lost, and the proof that they hold."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

BUSY_SECONDS = 20
# Of pages for each connection; and for one that writes or reads very much at once.
_CACHE_KIB, _ROOMY_KIB = 16 * 1024, 128 * 1024
# Pages that the log of changes may hold before they go into the store: what changes often then goes there once.
_WAL_PAGES, _ROOMY_PAGES = 1000, 16_000
# What must be in force on every connection; `synchronous` 2 is FULL.
_EFFECTIVE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "busy_timeout": BUSY_SECONDS * 1000,
}

SETTINGS = {
    "ENGINE": "django.db.backends.sqlite3",
    "OPTIONS": {
        # Django's default (DEFERRED) fails as soon as two members write at once.
        "transaction_mode": "IMMEDIATE",
        "timeout": BUSY_SECONDS,
        # Without recursive triggers INSERT OR REPLACE deletes rows past the triggers that guard them; without secure
        # deletion, what was erased stays in the file until something else is written over it.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;"
        # What a trigger may have to take back is kept in memory: in a file it would cost more than the rows themselves.
        f" PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-{_CACHE_KIB};",
    },
}


def set_cache(connection: BaseDatabaseWrapper, *, roomy: bool) -> None:
    """How much of the store, and of its changes, this connection gathers. Also in a transaction that has failed."""
    connection.ensure_connection()
    connection.connection.execute(f"PRAGMA cache_size=-{_ROOMY_KIB if roomy else _CACHE_KIB}")
    connection.connection.execute(f"PRAGMA wal_autocheckpoint={_ROOMY_PAGES if roomy else _WAL_PAGES}")


def unsound_settings(connection: BaseDatabaseWrapper) -> list[str]:
    """Settings that are not in force on this connection, each as a sentence."""
    faults = []
    with connection.cursor() as cursor:
        for name, wanted in _EFFECTIVE.items():
            found = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            if found != wanted:
                faults.append(f"SQLite's {name} is {found!r}, not {wanted!r}")
    if getattr(connection, "transaction_mode", None) != "IMMEDIATE":
        faults.append("SQLite's transactions are not IMMEDIATE")
    return faults


def triggers_present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Names of the triggers in the store, with what made them."""
    with connection.cursor() as cursor:
        return dict(cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
