"""A text vector beside the words of a row, made by the database itself, and an inverted index over it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from peyvand.adapters.engines.forgetting import forget as forget_rows
from peyvand.core.search.expression import AllOf, AnyOf, But, Expression, Term

# No parser and no dictionary: the words are lexemes as they come, each at its place.
_FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_vector(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(string_agg(quote_literal(word) || ':' || LEAST(place, 16383), ' '), '')::tsvector
  FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS each (word, place)
  WHERE word <> ''
$$
"""
_COLUMN = (
    "ALTER TABLE {table} ADD COLUMN IF NOT EXISTS vector tsvector GENERATED ALWAYS AS ({table}_vector(words)) STORED"
)
_INDEX = "CREATE INDEX IF NOT EXISTS {table}_vector_words ON {table} USING gin (vector) WITH (fastupdate = off)"


def install(connection: BaseDatabaseWrapper, table: str) -> None:
    """Make the vector and its index where they are missing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema() AND indexname = %s",
            [f"{table}_vector_words"],
        )
        if cursor.fetchone()[0]:
            return
        for statement in (_FUNCTION, _COLUMN, _INDEX):
            cursor.execute(statement.format(table=table))


def question(table: str, columns: Sequence[str]) -> str:
    """The question with holes for an expression, a number and a limit."""
    wanted = ", ".join(f"item.{column}" for column in columns)
    # Left to itself, the engine may walk along all rows in their order rather than look the words up.
    return (
        f"WITH word AS MATERIALIZED (SELECT id FROM {table} WHERE vector @@ %s::tsquery),"
        " first AS MATERIALIZED (SELECT id FROM word WHERE id > %s ORDER BY id LIMIT %s)"
        f" SELECT {wanted} FROM first JOIN {table} AS item ON item.id = first.id ORDER BY first.id"
    )


def written(wanted: Expression) -> str:
    """An expression in the language of text queries."""
    match wanted:
        case Term(words, begins):
            lexemes = [_lexeme(word) for word in words]
            return f"({' <-> '.join(lexemes)}{':*' * begins})"
        case AnyOf(options):
            return f"({' | '.join(map(written, options))})"
        case AllOf(parts):
            return f"({' & '.join(map(written, parts))})"
        case But(found, without):
            return f"({written(found)} & !{written(without)})"


def _lexeme(word: str) -> str:
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def settle(connection: BaseDatabaseWrapper, table: str) -> None:
    """The engine tidies up by itself; it is told how often each word is."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {table}")


def forget(connection: BaseDatabaseWrapper, table: str) -> None:
    """The table and its index are written anew, without what was deleted."""
    forget_rows(connection, table)
