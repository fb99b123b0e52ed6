"""What was deleted is made to leave the disk, as far as an engine can see to that."""

from __future__ import annotations

import logging
import time

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

log = logging.getLogger(__name__)
_READERS = """SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL"""
# How often, and after how many seconds, one looks for others who still read.
_LOOKS, _BETWEEN = 100, 0.05


def forget(connection: BaseDatabaseWrapper, table: str) -> bool:
    """After rows of a table were deleted and that is committed: leave no copy of them behind; whether that went well.

    SQLite overwrites deleted rows (secure_delete is in force), and its write-ahead log is emptied here. PostgreSQL
    writes the table anew, without what nobody can see any more: whoever began to read before is waited for. Its own log
    goes by its own rules.
    """
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                return not busy
            alone = _readers_ended(cursor)
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")
            return alone
    except DatabaseError:
        log.exception("what was deleted may still lie in a file of the database")
        return False


def _readers_ended(cursor: CursorWrapper) -> bool:
    """Wait a little until nobody else reads this database as it was before; whether that came about."""
    for _ in range(_LOOKS):
        cursor.execute(_READERS)
        if not cursor.fetchone()[0]:
            return True
        time.sleep(_BETWEEN)
    return False
