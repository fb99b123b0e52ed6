"""Every way to change a row that is there, on the engine of this run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import DatabaseError, connection, models, transaction

from peyvand.adapters.engines import AppendOnly, faults
from peyvand.records.places.models import PlaceSlug

GUARD = AppendOnly("places_placeslug", ("place_id", "slug"))
COUNTED = AppendOnly("counted_rows", ("number",), counted="number")

pytestmark = pytest.mark.django_db


def run(statement: str) -> Callable[[], None]:
    def execute() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return execute


def rows() -> models.QuerySet[PlaceSlug]:
    return PlaceSlug.objects.order_by("place_id")


def slug(place_id: str = "local:1", word: str = "elsewhere") -> PlaceSlug:
    return PlaceSlug(place_id=place_id, slug=word)


EVERYWHERE: dict[str, Callable[[], object]] = {
    "update": lambda: rows().update(slug="elsewhere"),
    "save": lambda: slug().save(),
    "bulk update": lambda: PlaceSlug.objects.bulk_update([slug()], ["slug"]),
    "delete": lambda: rows().delete(),
    "raw delete": run("DELETE FROM places_placeslug"),
    "upsert": lambda: PlaceSlug.objects.bulk_create(
        [slug()], update_conflicts=True, unique_fields=["place_id"], update_fields=["slug"]
    ),
    "raw upsert": run(
        "INSERT INTO places_placeslug (place_id, slug) VALUES ('local:1', 'elsewhere') "
        "ON CONFLICT (place_id) DO UPDATE SET slug = excluded.slug"
    ),
    "insert again": run("INSERT INTO places_placeslug (place_id, slug) VALUES ('local:1', 'elsewhere')"),
}
ON_SQLITE: dict[str, Callable[[], object]] = {
    "insert or replace": run("INSERT OR REPLACE INTO places_placeslug (place_id, slug) VALUES ('local:1', 'x')"),
    "replace by another column": run("REPLACE INTO places_placeslug (place_id, slug) VALUES ('local:9', 'one')"),
    "update or replace": run("UPDATE OR REPLACE places_placeslug SET slug = 'two' WHERE place_id = 'local:1'"),
}
ON_POSTGRES: dict[str, Callable[[], object]] = {
    "truncate": run("TRUNCATE places_placeslug"),
    "update as a replica": run(
        "SET LOCAL session_replication_role = replica; UPDATE places_placeslug SET slug = 'elsewhere'"
    ),
    "merge": run(
        "MERGE INTO places_placeslug p USING (VALUES ('local:1')) AS v(id) ON p.place_id = v.id "
        "WHEN MATCHED THEN UPDATE SET slug = 'elsewhere'"
    ),
}
OWN = ON_SQLITE if connection.vendor == "sqlite" else ON_POSTGRES


@pytest.fixture
def two_rows() -> None:
    PlaceSlug.objects.bulk_create([slug("local:1", "one"), slug("local:2", "two")])


@pytest.mark.usefixtures("two_rows")
@pytest.mark.parametrize("route", [*EVERYWHERE, *OWN])
def test_no_route_changes_a_row(route: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        (EVERYWHERE | OWN)[route]()

    assert list(rows().values_list("place_id", "slug")) == [("local:1", "one"), ("local:2", "two")]


@pytest.fixture
def counted_table() -> Iterator[None]:
    run("CREATE TABLE counted_rows (number bigint PRIMARY KEY)")()
    COUNTED.install(connection)
    run("INSERT INTO counted_rows VALUES (0), (1), (2)")()
    yield
    run("DROP TABLE counted_rows")()


@pytest.mark.usefixtures("counted_table")
@pytest.mark.parametrize("number", [-1, 0, 2, 4])
def test_counted_rows_come_in_their_order(number: int) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        run(f"INSERT INTO counted_rows VALUES ({number})")()

    run("INSERT INTO counted_rows VALUES (3)")()


def test_sound_store_has_no_faults() -> None:
    assert faults(connection, [GUARD]) == []


def test_lifted_guard_is_missed_and_put_back() -> None:
    GUARD.lift(connection)
    missed = faults(connection, [GUARD])
    GUARD.install(connection)

    assert missed == [f"the guard places_placeslug_{kind} is missing" for kind in ("stands", "stays", "grows")]
    assert faults(connection, [GUARD]) == []
