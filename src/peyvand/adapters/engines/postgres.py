"""PostgreSQL: its settings, their proof, and the one lock for appends."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

# Any number, the same for every process that appends to one ledger.
_APPEND_LOCK = 0x70657976

SETTINGS: dict[str, Any] = {
    "ENGINE": "django.db.backends.postgresql",
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
}


def unsound_settings(connection: BaseDatabaseWrapper) -> list[str]:
    """Settings under which a commit may be acknowledged before it is safe, each as a sentence."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('synchronous_commit')")
        found = cursor.fetchone()[0]
    return ["PostgreSQL's synchronous_commit is off"] if found == "off" else []


def triggers_present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Names of the triggers that fire even for a replica's session, with their definitions."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'"
        )
        return dict(cursor.fetchall())


def lock_appends(connection: BaseDatabaseWrapper) -> None:
    """Hold until the end of the transaction: leaf numbers follow the order of commits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_APPEND_LOCK])
