from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import DjangoAssertNumQueries
from tests.factories.members import member

from peyvand.records.audit.actions import exported, once_a_day, record
from peyvand.records.audit.models import Kind, Trace
from peyvand.records.ledger.guard import store_faults

pytestmark = pytest.mark.django_db


def told(trace: Trace) -> tuple[object, ...]:
    return trace.member, trace.kind, trace.what, trace.thing, trace.place_a, trace.place_b, trace.detail


def test_what_was_done_is_kept_with_its_places_in_order() -> None:
    mina = member()

    trace = record(mina, "case.open", thing="case:7", places=("geonames:551487", "geonames:418863"))

    assert told(Trace.objects.get()) == told(trace)
    assert told(trace) == (mina, "did", "case.open", "case:7", "geonames:418863", "geonames:551487", "")


def test_what_leaves_the_house_is_kept_each_time() -> None:
    mina = member()

    for _ in range(2):
        exported(mina, "opendata:register", detail="csv internal")

    assert [told(one)[1:3] for one in Trace.objects.all()] == [("exported", "opendata:register")] * 2


def test_what_was_seen_stands_once_a_day_for_a_member() -> None:
    mina, reza = member(), member("reza")

    for who in (mina, mina, reza):
        once_a_day(who, "office:case", kind=Kind.SAW, thing="case:7")

    assert [one.member for one in Trace.objects.order_by("pk")] == [mina, reza]


@pytest.mark.django_db(transaction=True)
def test_a_process_asks_the_store_once_a_day_for_each_thing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    mina = member()
    once_a_day(mina, "office:case", kind=Kind.SAW, thing="case:once")

    with django_assert_num_queries(0):
        once_a_day(mina, "office:case", kind=Kind.SAW, thing="case:once")

    assert Trace.objects.count() == 1


@pytest.mark.parametrize(
    ("what", "thing", "detail"),
    [
        ("باز کردن", "", ""),
        ("", "", ""),
        ("case.open", "پرونده", ""),
        ("case.open", "Mina Karimi", ""),
        ("case.open", "case:7", "نام او میناست"),
        ("case.open", "case:7", "Mina"),
        ("case.open", "case:7\n", ""),
    ],
)
def test_words_of_people_are_refused(what: str, thing: str, detail: str) -> None:
    with pytest.raises(ValueError, match="codes"):
        record(member(), what, thing=thing, detail=detail)

    assert not Trace.objects.exists()


def test_a_change_that_fails_leaves_no_trace() -> None:
    with transaction.atomic():
        record(member(), "case.open")
        transaction.set_rollback(True)

    assert not Trace.objects.exists()


ROUTES = ["UPDATE audit_trace SET what = 'x'", "DELETE FROM audit_trace"] + {
    "sqlite": ["INSERT OR REPLACE INTO audit_trace SELECT * FROM audit_trace"],
    "postgresql": ["TRUNCATE audit_trace CASCADE"],
}[connection.vendor]


@pytest.mark.parametrize("route", ROUTES)
def test_database_refuses_to_change_what_was_noted(route: str) -> None:
    record(member(), "case.open")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(route)


def test_a_store_without_the_guard_is_unsound() -> None:
    on = " ON audit_trace" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER audit_trace_stays{on}")

    assert store_faults() == ["the guard audit_trace_stays is missing"]
