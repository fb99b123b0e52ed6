"""A link for a new password, sent and opened."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from tests.factories.members import member

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role

Browsers = Callable[[Role], Client]
NEW = "another-long-word"


@pytest.fixture
def link(as_role: Browsers) -> str:
    mina = member("mina")
    Member.objects.filter(pk=mina.pk).update(email="mina@example.org", language="en")
    page = as_role(Role.ADMINISTRATOR).post(f"/fa/office/members/{mina.pk}/password/").content.decode()
    return re.findall(r"http://testserver(/en/office/password/[\w-]+/)", page)[0]


def test_a_member_chooses_a_new_password(link: str, client: Client) -> None:
    assert link in mail.outbox[0].body
    assert 'value="mina"' in client.get(link).content.decode()
    answer = client.post(link, {"password": NEW, "again": NEW})

    assert (answer.headers["Location"], client.get("/fa/office/account/").status_code) == ("/en/office/account/", 200)
    assert Member.objects.get(username="mina").check_password(NEW)
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("typed", [{"again": "different"}, {"password": "short", "again": "short"}])
def test_a_bad_one_is_said(link: str, client: Client, typed: dict[str, str]) -> None:
    assert client.post(link, {"password": NEW, "again": NEW} | typed).status_code == 422
    assert client.get(link).status_code == 200


def test_who_has_left_gets_no_link(as_role: Browsers) -> None:
    gone = member("gone", active=False)

    assert as_role(Role.ADMINISTRATOR).post(f"/fa/office/members/{gone.pk}/password/").status_code == 302
    assert mail.outbox == []


def test_guesses_are_counted(db: None, client: Client) -> None:
    answers = [client.get(f"/fa/office/password/guess-{at}/").status_code for at in range(21)]

    assert answers == [404] * 20 + [429]
