"""What was deleted is made to leave the disk, as far as an engine can see to that."""

from __future__ import annotations

import logging
import time

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

log = logging.getLogger(__name__)
_NOW = "SELECT pg_snapshot_xmax(pg_current_snapshot())::xid::text"
# Who still holds what was deleted: a reader of this database who began before, and a writer anywhere in the cluster who
# did, since every snapshot (that of VACUUM too) reaches back to the oldest writer of the cluster.
_HOLDERS = """SELECT count(*) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND (
        age(backend_xid) > age(%(now)s::xid)
        OR datname = current_database() AND age(backend_xmin) > age(%(now)s::xid))"""
# How often, and after how many seconds, one looks for others who still hold it.
_LOOKS, _BETWEEN = 100, 0.05


def forget(connection: BaseDatabaseWrapper, table: str) -> bool:
    """After rows of a table were deleted and that is committed: leave no copy of them behind; whether that went well.

    SQLite overwrites deleted rows (secure_delete is in force), and its write-ahead log is emptied here. PostgreSQL
    writes the table anew, without what nobody can see any more: whoever began before is waited for. Its own log goes by
    its own rules.
    """
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                return not busy
            alone = _holders_ended(cursor)
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")
            return alone
    except DatabaseError:
        log.exception("what was deleted may still lie in a file of the database")
        return False


def _holders_ended(cursor: CursorWrapper) -> bool:
    """Wait a little until nobody else holds what was deleted before now; whether that came about."""
    cursor.execute(_NOW)
    now = cursor.fetchone()[0]
    for _ in range(_LOOKS):
        cursor.execute(_HOLDERS, {"now": now})
        if not cursor.fetchone()[0]:
            return True
        time.sleep(_BETWEEN)
    return False
