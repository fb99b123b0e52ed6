"""A store of an older release brought up to this one: nothing lost, the guards stand; and whoever kills the upgrade, or
lets any of its calls to the database fail, finds the store as it was before one of its steps or after it.

    python -m drills.upgrading --rounds 400 [--unprotected]

A store with work in it is put back into the form that it had in the older release, tables remade and all. Each round
upgrades a copy and ends that at one of its calls to the database, the commits among them.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from random import Random
from unittest.mock import patch

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.models.signals import post_migrate
from django.db.transaction import TransactionManagementError

from drills import office
from drills.failing import Calls
from drills.reporting import drill
from peyvand.records.custody.verification import verify
from peyvand.records.ledger.guard import install_guards, look_again, store_faults
from peyvand.records.ledger.queries import LedgerHead, head

_APP = "ledger"
_OLD = "0004_vault"
_SOURCES = 12
_GUARDS = "peyvand.ledger.guards"

Form = tuple[tuple[str, ...], ...]


class Deadly(Calls):
    """The process is killed at a call."""

    def __init__(self, at: int) -> None:
        super().__init__(0, for_ever=False)
        self._deadly = at

    def count(self) -> None:
        super().count()
        if self.made == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)


def run(rounds: int, seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """One old store, upgraded once in peace, and once for each of its calls that ends it, up to so many rounds."""
    office.opened()
    office.work(Random(seed), sources=_SOURCES)
    old = older(Path(settings.HOME) / "old.sqlite3")
    before, tally = head(), Counter[str]()
    with nullcontext() if protected else _carelessly():
        forms = _forms()
        calls = _calls(old)
        tally["calls"] = calls
        rounds = min(rounds, 2 * calls)
        for turn in range(rounds):
            _put(old)
            # Each call is ended in both ways, or as many of them, from the first to the last.
            at = 1 + turn // 2 * calls // max(rounds // 2, 1)
            tally["ended"] += _killed(at) if turn % 2 else _failed(at)
            tally["between"] += _form() != forms.get(_recorded())
            tally["unguarded and not told"] += _unguarded() and not store_faults()
            tally += _upgraded(before, forms)
            tally["rounds done"] += 1
    return tally


def older(path: Path) -> Path:
    """The drill's store in the form of the older release, as a file."""
    call_command("migrate", _APP, _OLD, verbosity=0)
    connection.close()
    with closing(sqlite3.connect(_store())) as store, closing(sqlite3.connect(path)) as copy:
        store.backup(copy)
    return path


def _store() -> Path:
    return Path(settings.DATABASES["default"]["NAME"])


def _put(old: Path) -> None:
    """The old store in the place of the drill's."""
    connection.close()
    for beside in ("-wal", "-shm"):
        _store().with_name(f"{_store().name}{beside}").unlink(missing_ok=True)
    shutil.copyfile(old, _store())
    look_again()


def _forms() -> dict[tuple[str, ...], Form]:
    """By what is recorded as done, the form that the tables have then."""
    steps = sorted(name for app, name in MigrationLoader(connection).disk_migrations if app == _APP and name >= _OLD)
    forms = {}
    for name in steps:
        call_command("migrate", _APP, name, verbosity=0)
        forms[_recorded()] = _form()
    return forms


def _calls(old: Path) -> int:
    """How many calls an upgrade makes."""
    _put(old)
    calls = Calls(0, for_ever=False)
    with calls.counted():
        call_command("migrate", verbosity=0)
    return calls.made


def _upgraded(before: LedgerHead, forms: dict[tuple[str, ...], Form]) -> Counter[str]:
    """What an upgrade comes to after one that was ended."""
    try:
        call_command("migrate", verbosity=0)
        return Counter(
            {
                "upgraded after all": (head(), _form()) == (before, forms.get(_recorded())),
                "unguarded after all": _unguarded(),
                "faults": len(verify().faults),
            }
        )
    except DatabaseError:
        return Counter({"stuck": 1})


def _failed(at: int) -> bool:
    """An upgrade with a call that fails; whether that ended it."""
    try:
        with Calls(at, for_ever=False).counted():
            call_command("migrate", verbosity=0)
    except (OperationalError, TransactionManagementError):
        # The latter where the framework asks on, in a transaction that has failed.
        return True
    finally:
        # Also where the framework takes the connection for one that is still in its transaction.
        connection.in_atomic_block, connection.closed_in_transaction = False, False
        connection.close()
    return False


def _killed(at: int) -> bool:
    """An upgrade in a process that is killed; whether it was."""
    connection.close()
    child = os.fork()
    if not child:
        with Deadly(at).counted():
            call_command("migrate", verbosity=0)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _recorded() -> tuple[str, ...]:
    return tuple(name for (name,) in _asked("SELECT name FROM django_migrations WHERE app = 'ledger' ORDER BY name"))


def _form() -> Form:
    """The tables and indexes of the ledger as the store describes them."""
    tables = "SELECT name, sql FROM sqlite_master WHERE tbl_name LIKE '%ledger%' AND type <> 'trigger' ORDER BY name"
    return tuple(tuple(map(str, row)) for row in _asked(tables))


def _unguarded() -> bool:
    return len(_asked("SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'ledger_%'")) < 6


def _asked(question: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        return list(cursor.execute(question).fetchall())


@contextmanager
def _carelessly() -> Iterator[None]:
    """As if nobody knew that a table that is remade loses its guards, nor had thought of transactions."""
    ledger = apps.get_app_config("ledger")
    post_migrate.disconnect(sender=ledger, dispatch_uid=_GUARDS)
    try:
        with patch.object(Migration, "atomic", False):
            yield
    finally:
        post_migrate.connect(install_guards, sender=ledger, dispatch_uid=_GUARDS)


def failed(tally: Counter[str]) -> bool:
    wrong = ("between", "stuck", "unguarded and not told", "unguarded after all", "faults")
    return any(tally[name] for name in wrong) or not 0 < tally["rounds done"] == tally["upgraded after all"]


if __name__ == "__main__":
    drill(run, failed, rounds=400)
