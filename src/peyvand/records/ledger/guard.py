"""The store is looked at before it is written to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from peyvand.adapters.engines import faults
from peyvand.records.ledger.models import GUARDS
from peyvand.records.places.models import GUARDS as PLACE_GUARDS

_ALL = (*GUARDS, *PLACE_GUARDS)


class StoreUnsound(Exception):
    """The store would not keep what it is given; ``faults`` says why, each as a sentence."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def store_faults() -> list[str]:
    """Why the store must not be written to: settings not in force, guards missing. Empty when all is well."""
    return faults(connection, _ALL)


def assert_sound() -> None:
    """Raise `StoreUnsound` unless all is well. Asked once for each connection, since settings belong to one."""
    raw = connection.connection
    if raw is not None and getattr(connection, "_peyvand_sound", None) is raw:
        return
    if found := store_faults():
        raise StoreUnsound(found)
    connection._peyvand_sound = connection.connection  # type: ignore[attr-defined]


def install_guards(*, using: str, **_: Any) -> None:
    """After each migration: Django's remake of a SQLite table takes its triggers away without a word."""
    for guard in _ALL:
        if guard.table in connections[using].introspection.table_names():
            guard.install(connections[using])


def lift_guards(store: BaseDatabaseWrapper) -> None:
    """Let rows of guarded tables go: for tests that empty their tables, and nothing else."""
    for guard in _ALL:
        guard.lift(store)


def check_store(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Django's check of the store, once it has its tables.

    A warning and no error, since `migrate` is what mends a store and must be able to run; `assert_sound` refuses.
    """
    if DEFAULT_DB_ALIAS not in (databases or ()) or not _has_tables(connection):
        return []
    return [Warning(fault, id="peyvand.W001") for fault in store_faults()]


def _has_tables(store: BaseDatabaseWrapper) -> bool:
    return GUARDS[0].table in store.introspection.table_names()
