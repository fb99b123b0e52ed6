from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.readings import ISFAHAN, KAZAN, Said, source

from peyvand.core.ledger.words import Instrument
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework import actions as casework
from peyvand.records.contacts import actions as contacts
from peyvand.records.intake import actions as intake

pytestmark = pytest.mark.django_db


def links(page: bytes) -> list[str]:
    return re.findall('<a class="name[^"]*" href="([^"]+)"', page.decode())


def test_what_waits_leads_to_its_desk(signed_in: Client, proposed: str) -> None:
    page = signed_in.get("/fa/office/search/", {"q": "به‌زودی"})

    assert links(page.content) == [f"/fa/office/inbox/{proposed}/"] * 2
    assert "هنوز پذیرفته نشده" in page.content.decode()


def test_cases_and_people_lead_to_their_pages(signed_in: Client, officer: Member) -> None:
    day = casework.timezone.localdate()
    case = casework.open_case(ISFAHAN.id, KAZAN.id, instrument=Instrument.MOU, by=officer, on=day)
    who = contacts.keep(contacts.Facts(name="ژوبین راد", place=KAZAN.id, role="دبیر"), by=officer)

    assert links(signed_in.get("/fa/office/search/", {"q": "اصفهان"}).content) == [f"/fa/office/cases/{case.pk}/"]
    assert links(signed_in.get("/fa/office/search/", {"q": "زوبین"}).content) == [f"/fa/office/contacts/{who.pk}/"]


def test_a_role_that_may_not_see_finds_nothing(as_role: Callable[[Role], Client], proposed: str) -> None:
    page = as_role(Role.COUNCIL_READER).get("/fa/office/search/", {"q": "به‌زودی"})

    assert links(page.content) == []


@pytest.mark.parametrize("how_many", [1, 3])
def test_three_hits_of_each_kind_ask_no_more_than_one(
    signed_in: Client, officer: Member, how_many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    day = casework.timezone.localdate()
    for at in range(how_many):
        intake.accept_reading(*source(Said(words=f"پیمان شمارهٔ {at}"), name=f"{at}.txt", title=str(at)), by=officer)
        case = casework.open_case(ISFAHAN.id, KAZAN.id, instrument=Instrument.MOU, by=officer, on=day)
        casework.withdraw(case, on=day, reason="شماره ندارد", by=officer)
        contacts.keep(contacts.Facts(name=f"شماره {at}", place=KAZAN.id), by=officer)
    signed_in.get("/fa/office/search/", {"q": "شماره"})

    with django_assert_max_num_queries(13):
        page = signed_in.get("/fa/office/search/", {"q": "شماره"})

    assert len(links(page.content)) == 4 * how_many
