"""Laws and periods: entered in the browser, shown first by what they change, taken up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from tests.factories.readings import SIGNED
from tests.web.conftest import Accept

from peyvand.records.accounts.permissions import Role
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.register import laws
from peyvand.records.register.folding import policies

PAGE = "/en/office/policies/"
LAW = {"what": "law", "title": "An Act", "binds": "Russia", "against": "IR", "since": "2025-09-01"}


@pytest.fixture
def head(as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.HEAD)


def test_a_law_is_shown_by_what_it_changes_and_entered(signed: str, head: Client) -> None:
    page = head.post(PAGE, {**LAW, "preview": "1"}).content.decode()

    assert ("Isfahan, Kazan" in page, "Forbidden by law" in page, "1 bond was looked at." in page) == (True, True, True)
    assert Entry.objects.filter(kind=Kind.POLICY).count() == 0

    assert head.post(PAGE, LAW).headers["Location"] == PAGE
    assert "Russia: no ties with Iran from 1 September 2025" in head.get(PAGE).content.decode()


def test_a_law_is_taken_off_and_taken_up_again(head: Client) -> None:
    head.post(PAGE, LAW)
    first = laws.entered()[0].key
    head.post(PAGE, {"what": "lift", "law": "An Act"})
    assert policies().bars == ()

    assert head.post(PAGE, {"what": "again", "key": first}).status_code == 302
    assert [law.law for law in policies().bars] == ["An Act"]
    assert head.post(PAGE, {"what": "again", "key": first}).status_code == 422


def test_periods_are_set_and_seen_first(accept: Accept, head: Client) -> None:
    accept(SIGNED)
    form = {"what": "periods", "stale": "۴۰", "dormant": "50"}

    page = head.post(PAGE, {**form, "preview": "1"}).content.decode()
    assert "Dormant" in page or "dormant" in page
    head.post(PAGE, form)
    assert (policies().stale_after, policies().dormant_after) == (timedelta(days=40), timedelta(days=50))
    head.post(PAGE, {"what": "periods", "stale": "1095", "dormant": ""})
    assert policies().dormant_after is None


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({**LAW, "binds": "Ruritania"}, "No country is called"),
        ({**LAW, "since": "soon"}, "This is no date."),
        ({**LAW, "until": "2020-01-01"}, "A law does not end before it begins."),
        ({**LAW, "against": "RU"}, "against another country"),
        ({"what": "periods", "stale": "many"}, "This is no number of days."),
        ({"what": "periods", "stale": "3"}, "A period lasts from 30 days"),
        ({"what": "periods", "stale": "1095"}, "These periods are in force."),
        ({"what": "lift", "law": "none"}, "No law is on record as"),
        ({"what": "again", "key": "1"}, "There are no such policies."),
    ],
)
def test_what_cannot_be_is_told(head: Client, form: dict[str, str], told: str) -> None:
    answer = head.post(PAGE, form)

    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert Entry.objects.count() == 0


def test_only_who_may_set_policies_sees_them(signed_in: Client) -> None:
    assert signed_in.get(PAGE).status_code == 403
