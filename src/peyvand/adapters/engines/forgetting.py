"""What was deleted is made to leave the disk, as far as an engine can see to that."""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

log = logging.getLogger(__name__)


def forget(connection: BaseDatabaseWrapper, table: str) -> bool:
    """After rows of a table were deleted and that is committed: leave no copy of them behind; whether that went well.

    SQLite overwrites deleted rows (secure_delete is in force), and its write-ahead log is emptied here. PostgreSQL
    writes the table anew; its own log goes by its own rules.
    """
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                return not busy
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")
    except DatabaseError:
        log.exception("what was deleted may still lie in a file of the database")
        return False
    return True
