"""Columns that an engine keeps in a better way than the framework asks it to."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField


class RowNumber(BigIntegerField):  # type: ignore[type-arg]
    """A number that we give and that is the row's own: SQLite keeps the rows in its order, with no index beside."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """The column's type on this engine."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)
