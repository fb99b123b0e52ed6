"""FTS5 beside a table: an index without a text of its own, which triggers keep up with every row."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from peyvand.adapters.engines.forgetting import forget as forget_rows
from peyvand.core.search.expression import AllOf, AnyOf, But, Expression, Term

# Words come folded and without signs: blanks alone part them, and no letter is changed any more.
_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS {table}_words"
    " USING fts5(words, content='{table}', content_rowid='id', tokenize='ascii', columnsize=0)"
)
_IN = "INSERT INTO {table}_words (rowid, words) VALUES (new.id, new.words)"
_OUT = "INSERT INTO {table}_words ({table}_words, rowid, words) VALUES ('delete', old.id, old.words)"
_TRIGGERS = {
    "enters": f"AFTER INSERT ON {{table}} BEGIN {_IN}; END",
    "leaves": f"AFTER DELETE ON {{table}} BEGIN {_OUT}; END",
    "changes": f"AFTER UPDATE ON {{table}} BEGIN {_OUT}; {_IN}; END",
}
# From this version on, a deleted word is taken out of the index at once.
_DELETES_SECURELY = (3, 42, 0)


def install(connection: BaseDatabaseWrapper, table: str) -> None:
    """Make the index and its triggers where they are missing."""
    with connection.cursor() as cursor:
        found = cursor.execute("SELECT name FROM sqlite_master WHERE tbl_name IN (%s, %s)", [table, f"{table}_words"])
        present = {name for (name,) in found.fetchall()}
        kept = {f"{table}_words", *(f"{table}_{name}" for name in _TRIGGERS)} <= present
        cursor.execute(_TABLE.format(table=table))
        for name, body in _TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {table}_{name} {body.format(table=table)}")
        if sqlite3.sqlite_version_info >= _DELETES_SECURELY:
            cursor.execute(f"INSERT INTO {table}_words ({table}_words, rank) VALUES ('secure-delete', 1)")
        if not kept:
            # What was written while no trigger looked on.
            cursor.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('rebuild')")


def question(table: str, columns: Sequence[str]) -> str:
    """The question with holes for an expression, a number and a limit."""
    wanted = ", ".join(f"item.{column}" for column in columns)
    return (
        f"SELECT {wanted} FROM {table}_words AS word CROSS JOIN {table} AS item ON item.id = word.rowid"
        f" WHERE {table}_words MATCH %s AND word.rowid > %s ORDER BY word.rowid LIMIT %s"
    )


def written(wanted: Expression) -> str:
    """An expression in FTS5's language."""
    match wanted:
        case Term(words, begins):
            # A quotation mark is the one sign that means anything inside quotation marks.
            return f'"{" ".join(words).replace(chr(34), "")}"' + " *" * begins
        case AnyOf(options):
            return f"({' OR '.join(map(written, options))})"
        case AllOf(parts):
            return f"({' AND '.join(map(written, parts))})"
        case But(found, without):
            return f"({written(found)} NOT {written(without)})"


def settle(connection: BaseDatabaseWrapper, table: str) -> None:
    """One part instead of many, each of which is asked for every word: seconds for a million items."""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table}_words ({table}_words) VALUES ('optimize')")


def forget(connection: BaseDatabaseWrapper, table: str) -> None:
    """An older FTS5 keeps a deleted word until its parts are put together; the pages that go are overwritten."""
    settle(connection, table)
    forget_rows(connection, table)
