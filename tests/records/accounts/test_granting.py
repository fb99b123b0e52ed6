from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.members import member

from peyvand.records.accounts.granting import CannotGrant, grant, grants_of, in_force, take_back
from peyvand.records.accounts.grants import Scope, scope_of
from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.accounts.roles import Role

pytestmark = pytest.mark.django_db
ISFAHAN, KAZAN, SHIRAZ = "geonames:418863", "geonames:551487", "geonames:115019"
DAY = timedelta(days=1)


@pytest.fixture
def parisa() -> Member:
    return member("parisa", role=Role.ADMINISTRATOR)


def test_grant_opens_a_city_at_once(parisa: Member) -> None:
    mina = member()
    before = scope_of(mina)

    made = grant(mina, [ISFAHAN], reason="مسئول اصفهان", by=parisa)

    assert (before, scope_of(mina)) == (Scope(whole=True), Scope(cities=frozenset({ISFAHAN})))
    assert (grants_of(mina), made.by, made.reason) == ([made], parisa, "مسئول اصفهان")


def test_what_is_taken_back_closes_at_once(parisa: Member) -> None:
    mina = member()
    made = grant(mina, [ISFAHAN, KAZAN], reason="یک پرونده", by=parisa)

    take_back(made, reason="پرونده بسته شد", by=parisa)

    assert (scope_of(mina), in_force(grants_of(mina)), grants_of(mina)[0].end.by) == (Scope(), [], parisa)
    with pytest.raises(CannotGrant):
        take_back(made, reason="دوباره", by=parisa)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_others_open_nothing(role: Role, parisa: Member) -> None:
    made = grant(member(), [ISFAHAN], reason="x", by=parisa)
    other = member("other", role=role)

    for change in (
        lambda: grant(other, [], reason="خودم", by=other),
        lambda: take_back(made, reason="خودم", by=other),
    ):
        with pytest.raises(NotAllowed):
            change()

    assert list(Grant.objects.all()) == [made]


def test_an_administrator_of_one_city_opens_nothing(parisa: Member) -> None:
    small = member("small", role=Role.ADMINISTRATOR)
    grant(small, [ISFAHAN], reason="x", by=parisa)

    with pytest.raises(NotAllowed):
        grant(small, [], reason="همه", by=small)


@pytest.mark.parametrize(
    ("role", "places", "reason", "days", "field"),
    [
        (Role.OFFICER, [ISFAHAN, ISFAHAN], "x", 1, "places"),
        (Role.OFFICER, [ISFAHAN, KAZAN, SHIRAZ], "x", 1, "places"),
        (Role.OFFICER, ["geonames:0"], "x", 1, "places"),
        (Role.OFFICER, [ISFAHAN], "  ", 1, "reason"),
        (Role.OFFICER, [ISFAHAN], "x", -1, "until"),
        (Role.PARTNER, [], "x", 1, "places"),
        (Role.OFFICER, [ISFAHAN], "x", None, "since"),
        (Role.PARTNER, [ISFAHAN], "x", 1, "places"),
    ],
)
def test_bad_facts_open_nothing(
    parisa: Member, role: Role, places: list[str], reason: str, days: int | None, field: str
) -> None:
    today = timezone.localdate()
    since, until = (today, today + days * DAY) if days else (today - DAY, None)

    with pytest.raises(CannotGrant) as fault:
        grant(member(role=role), places, reason=reason, by=parisa, since=since, until=until)

    assert (fault.value.field, Grant.objects.count()) == (field, 0)
