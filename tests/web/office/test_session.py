from __future__ import annotations

import pytest
from django.test import Client
from tests.factories.members import PASSWORD

from peyvand.records.accounts.models import Member

DOOR = "/fa/office/sign-in/"


def try_in(client: Client, password: str = PASSWORD, **more: str):  # type: ignore[no-untyped-def]
    return client.post(DOOR, {"username": "mina", "password": password, **more})


def test_a_member_comes_in_and_goes_out(officer: Member, client: Client) -> None:
    assert try_in(client).headers["Location"] == "/fa/office/inbox/"
    assert client.get("/fa/office/inbox/").status_code == 200

    assert client.post("/fa/office/sign-out/").headers["Location"] == "/fa/"
    assert client.get("/fa/office/inbox/").status_code == 302


def test_a_member_is_led_to_where_they_wanted_to_go(officer: Member, client: Client) -> None:
    assert try_in(client, next="/fa/office/paste/").headers["Location"] == "/fa/office/paste/"


@pytest.mark.parametrize("goal", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(officer: Member, client: Client, goal: str) -> None:
    assert try_in(client, next=goal).headers["Location"] == "/fa/office/inbox/"


def test_a_wrong_password_keeps_the_name_and_tells_no_more(officer: Member, client: Client) -> None:
    wrong, unknown = try_in(client, "no-such-word"), client.post(DOOR, {"username": "nobody", "password": "x"})

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert 'value="mina"' in wrong.content.decode()
    assert "نام کاربری یا گذرواژه درست نیست." in wrong.content.decode()
    assert "نام کاربری یا گذرواژه درست نیست." in unknown.content.decode()


def test_too_many_tries_are_told_to_wait(officer: Member, client: Client) -> None:
    answers = [try_in(client, f"wrong-{at}").status_code for at in range(11)]

    assert answers == [422] * 10 + [429]


def test_a_password_is_never_sent_back(officer: Member, client: Client) -> None:
    assert "no-such-word" not in try_in(client, "no-such-word").content.decode()


def test_the_session_changes_its_name_at_the_door(officer: Member, client: Client) -> None:
    client.get(DOOR)
    before = client.session.session_key
    try_in(client)

    assert client.session.session_key != before


def test_whose_term_has_ended_is_told_so(officer: Member, client: Client) -> None:
    Member.objects.filter(pk=officer.pk).update(serves_until="2001-01-01")

    answer = try_in(client)

    assert (answer.status_code, client.get("/fa/office/inbox/").status_code) == (422, 302)


def test_a_field_that_the_door_does_not_have_is_refused(officer: Member, client: Client) -> None:
    assert try_in(client, is_active="1").status_code == 400
