"""What is open to a member, shown and changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.grants import Scope, scope_of
from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.roles import Role
from peyvand.records.audit.models import Trace

FORM = {
    "width": "city",
    "city": "Isfahan",
    "city_place": ISFAHAN.id,
    "partner": "",
    "partner_place": "",
    "since": "",
    "until": "",
    "reason": "own city",
}


@pytest.fixture
def sara(db: None) -> Member:
    return member("sara")


@pytest.fixture
def administrator(as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ADMINISTRATOR)


def open_to(client: Client, one: Member, **fields: str) -> int:
    return client.post(f"/en/office/members/{one.pk}/access/open/", FORM | fields).status_code


def scope_now(one: Member) -> Scope:
    return scope_of(Member.objects.get(pk=one.pk))


def test_a_city_is_opened_and_taken_back(administrator: Client, sara: Member) -> None:
    assert open_to(administrator, sara, until="2099-01-01") == 302
    assert scope_now(sara) == Scope(cities=frozenset({ISFAHAN.id}))

    page = administrator.get(f"/en/office/members/{sara.pk}/access/").content.decode()
    assert "Today: Isfahan and its bonds." in page
    one = Grant.objects.get()
    administrator.post(f"/en/office/members/{sara.pk}/access/{one.pk}/take-back/", {"reason": "she moved"})

    assert scope_now(sara) == Scope()
    assert "she moved" in administrator.get(f"/en/office/members/{sara.pk}/access/").content.decode()
    assert Trace.objects.filter(what="member.grant", thing=f"member:{sara.pk}").count() == 2


def test_one_bond_is_opened_to_a_partner(administrator: Client) -> None:
    partner = member("partner", role=Role.PARTNER)

    assert open_to(administrator, partner) == 422
    assert open_to(administrator, partner, width="bond", partner="Kazan", partner_place=KAZAN.id) == 302
    assert scope_now(partner) == Scope(bonds=frozenset({frozenset({ISFAHAN.id, KAZAN.id})}))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"city": "Nowhere at all", "city_place": ""}, "No place of this name is known."),
        ({"since": "soon"}, "This is no date."),
        ({"width": "world"}, "Choose one of the list."),
        ({"reason": " "}, "This needs its reason."),
        ({"until": "2020-01-01"}, "This would be over before it begins."),
    ],
)
def test_what_cannot_be_is_told_and_kept(
    administrator: Client, sara: Member, fields: dict[str, str], words: str
) -> None:
    answer = administrator.post(f"/en/office/members/{sara.pk}/access/open/", FORM | fields)

    assert (answer.status_code, words in answer.content.decode(), Grant.objects.count()) == (422, True, 0)


@pytest.mark.parametrize(("role", "expected"), [(Role.HEAD, (200, 403)), (Role.OFFICER, (403, 403))])
def test_others_open_nothing(
    as_role: Callable[[Role], Client], sara: Member, role: Role, expected: tuple[int, int]
) -> None:
    browser = as_role(role)

    assert (browser.get(f"/en/office/members/{sara.pk}/access/").status_code, open_to(browser, sara)) == expected


def test_a_grant_of_another_member_is_missing_here(administrator: Client, sara: Member) -> None:
    open_to(administrator, sara)
    address = f"/en/office/members/{member('other').pk}/access/{Grant.objects.get().pk}/take-back/"

    assert administrator.post(address, {"reason": "x"}).status_code == 404
