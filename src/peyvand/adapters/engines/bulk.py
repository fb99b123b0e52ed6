"""Many rows at once, as fast as the engine takes them; its guards see each of them all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import AutoField, Model

from peyvand.adapters.engines import sqlite

# Values in one question: below the number of variables that SQLite takes.
_AT_ONCE = 900
_COPIED_AT_ONCE = 10_000


@contextmanager
def much_at_once(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Room in memory for a block that writes or reads very much."""
    if connection.vendor != "sqlite":
        yield
        return
    sqlite.set_cache(connection, roomy=True)
    try:
        yield
    finally:
        sqlite.set_cache(connection, roomy=False)


def insert_rows(connection: BaseDatabaseWrapper, model: type[Model], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows to a model's table, their values in the order of its fields but for a number that the engine gives.

    Values of dates, times and JSON are given as `prepared` makes them. Raises IntegrityError as `save` does.
    """
    quote = connection.ops.quote_name
    columns = [str(f.column) for f in model._meta.concrete_fields if not isinstance(f, AutoField)]
    names = ", ".join(map(quote, columns))
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        rest = iter(rows)
        if connection.vendor == "postgresql":
            # Taken before they are written: whoever makes them may ask the store, which a copy under way keeps waiting.
            while some := list(islice(rest, _COPIED_AT_ONCE)):
                with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in some:
                        copy.write_row(row)
        else:
            # Many rows a statement: within a savepoint each statement has its cost.
            row_holes = f"({', '.join(['%s'] * len(columns))})"
            at_once = max(_AT_ONCE // len(columns), 1)
            while some := list(islice(rest, at_once)):
                values = [value for row in some for value in row]
                cursor.execute(f"INSERT INTO {table} ({names}) VALUES {', '.join([row_holes] * len(some))}", values)


def present(connection: BaseDatabaseWrapper, model: type[Model], column: str, values: Sequence[str]) -> set[str]:
    """Those of these texts that a column of a model's table has."""
    quote = connection.ops.quote_name
    question = f"SELECT {quote(column)} FROM {quote(model._meta.db_table)} WHERE {quote(column)}"
    found: set[str] = set()
    with connection.cursor() as cursor:
        for start in range(0, len(values), _AT_ONCE):
            some = list(values[start : start + _AT_ONCE])
            if connection.vendor == "postgresql":
                cursor.execute(f"{question} = ANY(%s)", [some])
            else:
                cursor.execute(f"{question} IN ({', '.join(['%s'] * len(some))})", some)
            found.update(value for (value,) in cursor.fetchall())
    return found


def prepared(connection: BaseDatabaseWrapper, model: type[Model], field: str, value: Any) -> Any:
    """A value as a column of this engine takes it."""
    return model._meta.get_field(field).get_db_prep_save(value, connection)  # type: ignore[union-attr]
