"""Tables that only grow: the database itself refuses every other way to write, on both engines.

A guard is a set of triggers. Django remakes SQLite tables in some migrations and drops their triggers without a word,
so guards are installed after every migration and looked for at start.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from peyvand.adapters.engines import postgres, sqlite

_SQLITE = {
    "stands": "BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table}: rows never change'); END",
    "stays": "BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table}: rows never go'); END",
    "grows": "BEFORE INSERT ON {table} WHEN {taken} BEGIN SELECT RAISE(ABORT, '{table}: rows are only added'); END",
}
_POSTGRES = {
    "stands": "BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
    "stays": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    "grows": "BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_grow()",
}
_POSTGRES_FUNCTIONS = """
CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table}: rows never change or go' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE OR REPLACE FUNCTION {table}_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {taken} THEN
    RAISE EXCEPTION '{table}: rows are only added' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
"""


@dataclass(frozen=True, slots=True)
class AppendOnly:
    """One guarded table: its unique columns, and the column that counts its rows from 0 without a gap, if any."""

    table: str
    unique: tuple[str, ...]
    counted: str | None = None

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Put the guard in place, whatever was there before."""
        self.lift(connection)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(_POSTGRES_FUNCTIONS.format(table=self.table, taken=self._taken()))
            for name, statement in self._statements(connection.vendor).items():
                cursor.execute(statement)
                if connection.vendor == "postgresql":
                    # ALWAYS: a session that plays a replica does not get past it.
                    cursor.execute(f"ALTER TABLE {self.table} ENABLE ALWAYS TRIGGER {name}")

    def lift(self, connection: BaseDatabaseWrapper) -> None:
        """Take the guard away: for tests that must empty their tables, and for nothing else."""
        on = f" ON {self.table}" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            for name in self._statements(connection.vendor):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")

    def missing(self, connection: BaseDatabaseWrapper) -> list[str]:
        """Triggers of this guard that are absent, switched off, or not what they should be."""
        present = _present(connection)
        wanted = self._statements(connection.vendor)
        if connection.vendor == "sqlite":
            return [name for name, statement in wanted.items() if present.get(name) != statement]
        return [name for name in wanted if name not in present]

    def _statements(self, vendor: str) -> dict[str, str]:
        kinds = _SQLITE if vendor == "sqlite" else _POSTGRES
        values = {"table": self.table, "taken": self._taken()}
        return {
            f"{self.table}_{kind}": f"CREATE TRIGGER {self.table}_{kind} {body.format(**values)}"
            for kind, body in kinds.items()
        }

    def _taken(self) -> str:
        """True where a new row would replace one, or would not be the next."""
        taken = [f"EXISTS (SELECT 1 FROM {self.table} WHERE {name} = NEW.{name})" for name in self.unique]
        if self.counted:
            following = f"(SELECT COALESCE(MAX({self.counted}) + 1, 0) FROM {self.table})"
            taken.append(f"NEW.{self.counted} <> {following}")
        return " OR ".join(taken)


def _present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    if connection.vendor == "sqlite":
        return sqlite.triggers_present(connection)
    return postgres.triggers_present(connection)


def faults(connection: BaseDatabaseWrapper, guards: Iterable[AppendOnly]) -> list[str]:
    """Why this store must not be written to; empty when all is well."""
    on_sqlite = connection.vendor == "sqlite"
    unsound = sqlite.unsound_settings(connection) if on_sqlite else postgres.unsound_settings(connection)
    missing = [name for guard in guards for name in guard.missing(connection)]
    return unsound + [f"the guard {name} is missing" for name in missing]
