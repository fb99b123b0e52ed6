from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from tests.factories.members import grant, member

from peyvand.records.accounts.grants import Scope, forget_scope, is_in_force, scope_of
from peyvand.records.accounts.models import Grant, GrantEnd
from peyvand.records.accounts.roles import Role

pytestmark = pytest.mark.django_db
ISFAHAN, KAZAN, SHIRAZ = "geonames:418863", "geonames:551487", "geonames:115019"
TODAY = timezone.localdate()
DAY = timedelta(days=1)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PARTNER])
def test_whole_office_is_open_to_whom_nothing_was_ever_granted(role: Role) -> None:
    assert scope_of(member(role=role)) == Scope(whole=True)


def test_nothing_is_open_to_partners_and_strangers_by_themselves() -> None:
    nobody = (None, AnonymousUser(), member("gone", active=False), member(role=Role.PARTNER))

    assert [scope_of(one) for one in nobody] == [Scope()] * 4


def test_grants_in_force_add_up() -> None:
    mina = member()
    grant(mina, ISFAHAN)
    grant(mina, KAZAN, SHIRAZ)

    assert scope_of(mina) == Scope(cities=frozenset({ISFAHAN}), bonds=frozenset({frozenset({KAZAN, SHIRAZ})}))


def test_a_grant_that_has_run_out_does_not_fall_back_to_the_whole() -> None:
    mina = member()
    grant(mina, ISFAHAN, since=TODAY - 9 * DAY, until=TODAY - DAY)

    assert scope_of(mina) == Scope()


def test_partners_see_named_bonds_and_nothing_wider() -> None:
    partner = member(role=Role.PARTNER)
    for places in ((), (ISFAHAN,), (ISFAHAN, KAZAN)):
        grant(partner, *places)

    assert scope_of(partner) == Scope(bonds=frozenset({frozenset({ISFAHAN, KAZAN})}))


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 1, 31), False), (date(2026, 2, 1), True), (date(2026, 3, 1), True)]
)
def test_first_and_last_day_are_within(day: date, expected: bool) -> None:
    one = grant(member(), ISFAHAN, since=date(2026, 2, 1), until=date(2026, 3, 1))

    assert (is_in_force(one, day), is_in_force(one, date(2026, 3, 2))) == (expected, False)


def test_what_is_taken_back_opens_nothing_from_that_day() -> None:
    mina = member()
    one = grant(mina, ISFAHAN, since=TODAY - DAY)
    GrantEnd.objects.create(grant=one, on=TODAY, at=timezone.now(), reason="تمام")

    assert (is_in_force(one, TODAY - DAY), scope_of(mina)) == (True, Scope())


@pytest.mark.parametrize(
    ("places", "expected"),
    [((ISFAHAN, KAZAN), True), ((ISFAHAN,), True), ((KAZAN, SHIRAZ), True), ((KAZAN,), False), ((), False)],
)
def test_a_city_opens_its_bonds_and_a_bond_only_itself(places: tuple[str, ...], expected: bool) -> None:
    scope = Scope(cities=frozenset({ISFAHAN}), bonds=frozenset({frozenset({KAZAN, SHIRAZ})}))

    assert (scope.covers(places), Scope(whole=True).covers(places)) == (expected, True)


def test_store_is_asked_once_for_a_member() -> None:
    mina = member()
    before = scope_of(mina)
    Grant.objects.create(member=mina, place=ISFAHAN, since=TODAY, at=timezone.now(), reason="شهر خودش")

    assert scope_of(mina) == before
    forget_scope(mina)
    assert scope_of(mina) == Scope(cities=frozenset({ISFAHAN}))


@pytest.mark.parametrize("table", ["accounts_grant", "accounts_grantend"])
@pytest.mark.parametrize("way", ["UPDATE {table} SET reason = ''", "DELETE FROM {table}"])
def test_database_refuses_to_change_what_was_granted(table: str, way: str) -> None:
    one = grant(member(), ISFAHAN)
    GrantEnd.objects.create(grant=one, on=TODAY, at=timezone.now(), reason="تمام")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(way.format(table=table))
