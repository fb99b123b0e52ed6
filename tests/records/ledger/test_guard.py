"""The log's own tables, tried by every route, and a store that is not what it should be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from tests.factories.readings import SIGNED, source
from tests.records.ledger.test_actions import draft

from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.actions import append
from peyvand.records.ledger.guard import (
    StoreUnsound,
    check_store,
    install_guards,
    lift_guards,
    look_again,
    store_faults,
)
from peyvand.records.ledger.models import Entry, Source

ROUTES: dict[str, Callable[[], object]] = {
    "update of entries": lambda: Entry.objects.update(body="{}"),
    "update of sources": lambda: Source.objects.update(text=""),
    "save of an entry": lambda: Entry.objects.get(number=1).save(),
    "save of a source": lambda: Source.objects.get().save(),
    "bulk update": lambda: Entry.objects.bulk_update(Entry.objects.all(), ["body"]),
    "delete of entries": lambda: Entry.objects.filter(number=1).delete(),
    "delete of sources": lambda: Source.objects.all().delete(),
    "upsert of entries": lambda: Entry.objects.bulk_create(
        Entry.objects.all(), update_conflicts=True, unique_fields=["number"], update_fields=["body"]
    ),
    "upsert of sources": lambda: Source.objects.bulk_create(
        Source.objects.all(), update_conflicts=True, unique_fields=["capture"], update_fields=["text"]
    ),
    "renumbering": lambda: Entry.objects.update(number=F("number") + 100),
    "entry with a gap": lambda: Entry.objects.bulk_create([_copy(number=99)]),
    "entry before the first": lambda: Entry.objects.bulk_create([_copy(number=-1)]),
}


def _copy(number: int) -> Entry:
    entry = Entry.objects.get(number=1)
    entry.number, entry.key = number, "f" * 64
    return entry


@pytest.fixture
def one_source(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)


@pytest.mark.usefixtures("one_source")
@pytest.mark.parametrize("route", ROUTES)
def test_no_route_changes_the_log(route: str) -> None:
    before = list(Entry.objects.values()), list(Source.objects.values())

    with pytest.raises(DatabaseError), transaction.atomic():
        ROUTES[route]()

    assert (list(Entry.objects.values()), list(Source.objects.values())) == before


OWN_ROUTES = {
    "sqlite": ["INSERT OR REPLACE INTO {table} SELECT * FROM {table}", "REPLACE INTO {table} SELECT * FROM {table}"],
    "postgresql": ["TRUNCATE {table} CASCADE", "SET LOCAL session_replication_role = replica; DELETE FROM {table}"],
}[connection.vendor]


@pytest.mark.usefixtures("one_source")
@pytest.mark.parametrize("table", ["ledger_entry", "ledger_source"])
@pytest.mark.parametrize("statement", OWN_ROUTES)
def test_no_route_of_the_engine_changes_the_log(statement: str, table: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=table))


@pytest.mark.django_db
def test_store_of_the_tests_is_sound() -> None:
    assert (store_faults(), check_store(["default"])) == ([], [])


@pytest.mark.django_db
def test_migration_puts_lost_guards_back() -> None:
    lift_guards(connection)

    call_command("migrate", verbosity=0)

    assert store_faults() == []


@pytest.mark.usefixtures("fresh_connection")
def test_nothing_is_written_to_a_store_without_guards(officer: Member) -> None:
    lift_guards(connection)

    with pytest.raises(StoreUnsound) as refusal:
        append([draft("یک")], by=officer)

    assert "the guard ledger_entry_stands is missing" in refusal.value.faults
    assert [warning.id for warning in check_store(["default"])] == ["peyvand.W001"] * len(refusal.value.faults)
    assert not Entry.objects.exists()


UNSOUND = {"sqlite": "PRAGMA recursive_triggers = OFF", "postgresql": "SET LOCAL synchronous_commit = off"}


@pytest.mark.usefixtures("fresh_connection")
def test_nothing_is_written_under_unsound_settings(officer: Member) -> None:
    with connection.cursor() as cursor:
        cursor.execute(UNSOUND[connection.vendor])

    with pytest.raises(StoreUnsound):
        append([draft("یک")], by=officer)


@pytest.fixture
def fresh_connection(db: None) -> Iterator[None]:
    """A connection that nobody has looked at yet, and that is as it was afterwards."""
    look_again()
    yield
    install_guards(using="default")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")
