from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.members import grant, member

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.accounts.roles import Role
from peyvand.records.audit.actions import exported, record
from peyvand.records.custody.trail import PAGE, Wanted, trail, whole_trail

pytestmark = pytest.mark.django_db
ISFAHAN, KAZAN, SHIRAZ = "geonames:418863", "geonames:551487", "geonames:115019"
TODAY = timezone.localdate()


@pytest.fixture
def lines(officer: Member) -> None:
    record(officer, "case.open", thing="case:7", places=(KAZAN, ISFAHAN))
    exported(member("reza", role=Role.HEAD), "opendata:city", thing="city:isfahan", places=(ISFAHAN,))
    record(None, "member.add", thing=f"member:{officer.pk}")


def found(by: Member, **asked: object) -> list[str]:
    return [one.what for one in trail(by, Wanted(**asked)).lines]  # type: ignore[arg-type]


@pytest.mark.usefixtures("lines")
def test_lines_are_asked_for_by_member_place_kind_thing_and_day(auditor: Member, officer: Member) -> None:
    assert found(auditor) == ["member.add", "opendata:city", "case.open"]
    assert found(auditor, member=officer.pk) == ["member.add", "case.open"]
    assert found(auditor, places=(ISFAHAN,)) == ["opendata:city", "case.open"]
    assert found(auditor, places=(ISFAHAN, KAZAN)) == ["case.open"]
    assert found(auditor, places=(ISFAHAN, SHIRAZ)) == []
    assert found(auditor, kind="exported") == ["opendata:city"]
    assert found(auditor, thing="case:7") == ["case.open"]
    assert found(auditor, since=TODAY + timedelta(days=1)) == found(auditor, until=TODAY - timedelta(days=1)) == []


def test_pages_follow_one_another_to_the_end(officer: Member, auditor: Member) -> None:
    for number in range(PAGE + 1):
        record(officer, "case.record", thing=f"case:{number}")

    first = trail(auditor, Wanted())
    last = trail(auditor, Wanted(before=first.older))

    assert (len(first.lines), len(last.lines), last.older) == (PAGE, 1, None)
    assert {one.pk for one in first.lines}.isdisjoint(one.pk for one in last.lines)


@pytest.mark.usefixtures("lines")
def test_all_of_it_goes_out_in_order(auditor: Member) -> None:
    assert [one.what for one in whole_trail(auditor, Wanted())] == ["case.open", "opendata:city", "member.add"]


@pytest.mark.parametrize("role", Role)
def test_only_some_read_it_and_fewer_take_it_away(role: Role) -> None:
    one = member("asking", role=role)

    assert reads(one) is (role in (Role.ADMINISTRATOR, Role.HEAD, Role.AUDITOR))
    assert takes_away(one) is (role in (Role.HEAD, Role.AUDITOR))


def test_an_auditor_of_one_city_does_not_read_what_the_whole_office_did() -> None:
    one = member("asking", role=Role.AUDITOR)
    grant(one, ISFAHAN)

    assert (reads(one), takes_away(one)) == (False, False)


def reads(one: Member) -> bool:
    try:
        trail(one, Wanted())
    except NotAllowed:
        return False
    return True


def takes_away(one: Member) -> bool:
    try:
        list(whole_trail(one, Wanted()))
    except NotAllowed:
        return False
    return True
