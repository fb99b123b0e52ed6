"""The store is looked at before it is written to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from weakref import WeakSet

from django.core.checks import CheckMessage, Warning
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from peyvand.adapters.engines import AppendOnly, faults
from peyvand.records.accounts.models import GUARDS as ACCOUNT_GUARDS
from peyvand.records.audit.models import GUARDS as AUDIT_GUARDS
from peyvand.records.ledger.models import GUARDS
from peyvand.records.ledger.watched import watched
from peyvand.records.places.models import GUARDS as PLACE_GUARDS

_OWN = (*GUARDS, *PLACE_GUARDS, *ACCOUNT_GUARDS, *AUDIT_GUARDS)
# Connections that were looked at and found well since they were opened.
_SOUND: WeakSet[BaseDatabaseWrapper] = WeakSet()


class StoreUnsound(Exception):
    """The store would not keep what it is given; ``faults`` says why, each as a sentence."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def _all() -> tuple[AppendOnly, ...]:
    return (*_OWN, *watched())


def store_faults() -> list[str]:
    """Why the store must not be written to: settings not in force, guards missing. Empty when all is well."""
    return faults(connection, _all())


def assert_sound() -> None:
    """Raise `StoreUnsound` unless all is well. Asked once for each connection, since settings belong to one."""
    store = connections[DEFAULT_DB_ALIAS]
    # Opening comes first: it is what makes a connection a new one.
    store.ensure_connection()
    if store in _SOUND:
        return
    if found := store_faults():
        raise StoreUnsound(found)
    _SOUND.add(store)


def forget(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """A connection that was opened anew has to be looked at anew."""
    _SOUND.discard(connection)


def look_again() -> None:
    """Let the next write look at the store anew."""
    _SOUND.clear()


def install_guards(*, using: str, **_: Any) -> None:
    """After each migration: Django's remake of a SQLite table takes its triggers away without a word."""
    for guard in _all():
        if guard.table in connections[using].introspection.table_names():
            guard.install(connections[using])


def lift_guards(store: BaseDatabaseWrapper) -> None:
    """Let rows of guarded tables go: for tests that empty their tables, and nothing else."""
    for guard in _all():
        guard.lift(store)
    look_again()


def check_store(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Django's check of the store, once it has its tables.

    A warning and no error, since `migrate` is what mends a store and must be able to run; `assert_sound` refuses.
    """
    if DEFAULT_DB_ALIAS not in (databases or ()) or not _has_tables(connection):
        return []
    return [Warning(fault, id="peyvand.W001") for fault in store_faults()]


def _has_tables(store: BaseDatabaseWrapper) -> bool:
    return GUARDS[0].table in store.introspection.table_names()
