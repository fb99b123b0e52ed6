"""The one way to ask whichever engine there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from peyvand.adapters.search import postgres, sqlite
from peyvand.core.search.expression import Expression


@dataclass(frozen=True, slots=True)
class Index:
    """The index beside a table with the columns ``id`` and ``words``."""

    table: str

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Make the index where it is missing or not kept any more; what the table holds is in it then."""
        _engine(connection).install(connection, self.table)

    def find(
        self,
        connection: BaseDatabaseWrapper,
        wanted: Expression,
        *,
        after: int,
        limit: int,
        columns: Sequence[str] = ("id",),
    ) -> list[tuple[Any, ...]]:
        """These columns of the items with numbers above ``after`` that the expression finds, the least number first."""
        engine = _engine(connection)
        with connection.cursor() as cursor:
            cursor.execute(engine.question(self.table, columns), [engine.written(wanted), after, limit])
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def settle(self, connection: BaseDatabaseWrapper) -> None:
        """Put together what many small changes left behind, so that questions are quick; now and then."""
        _engine(connection).settle(connection, self.table)

    def forget(self, connection: BaseDatabaseWrapper) -> None:
        """After items were deleted and that is committed: let no copy of their words lie in the index's files."""
        _engine(connection).forget(connection, self.table)


INDEX = Index("search_item")


def _engine(connection: BaseDatabaseWrapper) -> ModuleType:
    return postgres if connection.vendor == "postgresql" else sqlite
