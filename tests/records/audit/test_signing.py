from __future__ import annotations

import pytest
from django.test import Client
from tests.factories.members import PASSWORD, member

from peyvand.records.audit.models import Trace

pytestmark = pytest.mark.django_db
DOOR = "/fa/office/sign-in/"


def traces() -> list[tuple[str | None, str, str]]:
    return [(str(one.member or "") or None, one.kind, one.thing) for one in Trace.objects.order_by("pk")]


def test_members_come_and_go(client: Client) -> None:
    member()

    client.post(DOOR, {"username": "mina", "password": PASSWORD})
    client.post("/fa/office/sign-out/")

    assert [one for one in traces() if one[1].startswith("signed")] == [
        ("mina", "signed_in", ""),
        ("mina", "signed_out", ""),
    ]


def test_tries_in_vain_name_the_member_that_was_meant_and_no_word(client: Client) -> None:
    mina = member()

    client.post(DOOR, {"username": "mina", "password": "wrong"})
    client.post(DOOR, {"username": "my-secret-word", "password": "wrong"})

    assert traces() == [(None, "not_signed_in", f"member:{mina.pk}"), (None, "not_signed_in", "")]
