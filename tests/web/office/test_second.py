"""The second step of signing in, and its beginning for those who have none yet."""

from __future__ import annotations

import html
import json
import re

import pytest
from django.test import Client
from tests.factories.members import PASSWORD, member
from tests.factories.passkeys import SoftKey

from peyvand.adapters.factors.codes import code_at
from peyvand.adapters.factors.passkeys import Site
from peyvand.records.accounts import factors
from peyvand.records.accounts.models import Member, Sitting
from peyvand.records.accounts.permissions import Role
from peyvand.records.accounts.rules import HALFWAY_LASTS

DOOR, SECOND, BEGIN = "/fa/office/sign-in/", "/fa/office/sign-in/second/", "/fa/office/sign-in/begin/"
INBOX, PASSKEY = "/fa/office/inbox/", "/fa/office/sign-in/passkey/"
SITE = Site("http://testserver", "Peyvand")
_QUESTION = re.compile(r'data-question="([^"]*)"')


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1_200_000_000.0 - 1_200_000_000.0 % 3600]
    monkeypatch.setattr("time.time", lambda: now[0])
    return now


def give_app(one: Member, clock: list[float]) -> tuple[str, list[str]]:
    """An app, half a minute ago: its secret, and the recovery codes."""
    sealed = factors.new_app()
    secret = factors.app_secret(sealed)
    recovery = factors.add_app(one, sealed, code_at(secret, int(clock[0]) // 30))
    clock[0] += 30
    return secret, recovery


def give_passkey(one: Member) -> SoftKey:
    key = SoftKey()
    question = factors.ask_for_new_passkey(one, SITE)
    answer = key.make(question.options)
    factors.add_passkey(one, SITE, name="", answer=answer, challenge=question.challenge)
    return key


def question_in(answer) -> str:  # type: ignore[no-untyped-def]
    found = _QUESTION.search(answer.content.decode())
    assert found
    return html.unescape(found[1])


def give_password(client: Client, name: str = "mina", goal: str = ""):  # type: ignore[no-untyped-def]
    return client.post(DOOR, {"username": name, "password": PASSWORD, "next": goal})


def now_shown(secret: str, clock: list[float]) -> str:
    return code_at(secret, int(clock[0]) // 30)


def test_a_password_alone_opens_nothing(officer: Member, client: Client, clock: list[float]) -> None:
    give_app(officer, clock)

    assert give_password(client).headers["Location"] == SECOND
    assert (client.get(INBOX).status_code, Sitting.objects.count()) == (302, 0)


def test_the_code_of_the_app_opens(officer: Member, client: Client, clock: list[float]) -> None:
    secret, _recovery = give_app(officer, clock)
    give_password(client, goal="/fa/office/paste/")
    answer = client.post(SECOND, {"code": now_shown(secret, clock)})

    assert answer.headers["Location"] == "/fa/office/paste/"
    assert client.get(INBOX).status_code == 200


def test_a_code_opens_once(officer: Member, client: Client, clock: list[float]) -> None:
    secret, _recovery = give_app(officer, clock)
    code = now_shown(secret, clock)
    give_password(client)
    client.post(SECOND, {"code": code})
    thief = Client()
    give_password(thief)

    assert (thief.post(SECOND, {"code": code}).status_code, thief.get(INBOX).status_code) == (422, 302)


def test_a_recovery_code_opens(officer: Member, client: Client, clock: list[float]) -> None:
    _secret, recovery = give_app(officer, clock)
    give_password(client)

    assert client.post(SECOND, {"recovery": recovery[0]}).headers["Location"] == INBOX


def test_a_passkey_opens(officer: Member, client: Client) -> None:
    key = give_passkey(officer)
    give_password(client)
    question = question_in(client.get(SECOND))
    answer = key.sign(question)

    assert client.post(SECOND, {"answer": answer}).headers["Location"] == INBOX
    thief = Client()
    give_password(thief)
    thief.get(SECOND)
    assert thief.post(SECOND, {"answer": answer}).status_code == 422


def test_guesses_are_counted(officer: Member, client: Client, clock: list[float]) -> None:
    secret, _recovery = give_app(officer, clock)
    give_password(client)
    answers = [client.post(SECOND, {"code": "000000"}).status_code for _ in range(10)]

    assert answers == [422] * 10
    assert client.post(SECOND, {"code": now_shown(secret, clock)}).status_code == 429


def test_halfway_does_not_last(officer: Member, client: Client, clock: list[float]) -> None:
    secret, _recovery = give_app(officer, clock)
    give_password(client)
    clock[0] += HALFWAY_LASTS.total_seconds() + 1

    assert client.post(SECOND, {"code": now_shown(secret, clock)}).status_code == 422
    assert client.get(INBOX).status_code == 302


@pytest.mark.parametrize("change", [{"password": "changed"}, {"is_active": False}, {"serves_until": "2001-01-01"}])
def test_halfway_ends_with_what_it_began_with(
    officer: Member, client: Client, clock: list[float], change: dict[str, object]
) -> None:
    secret, _recovery = give_app(officer, clock)
    give_password(client)
    Member.objects.filter(pk=officer.pk).update(**change)

    assert client.post(SECOND, {"code": now_shown(secret, clock)}).status_code == 422


def test_nobody_takes_the_second_step_first(db: None, client: Client) -> None:
    assert (client.get(SECOND).status_code, client.get(BEGIN).status_code) == (422, 422)


def test_a_passkey_alone_opens(officer: Member, client: Client) -> None:
    key = give_passkey(officer)
    question = client.post(f"{PASSKEY}ask/").content.decode()
    assert json.loads(question)["allowCredentials"] == []
    answer = client.post(PASSKEY, {"answer": key.sign(question), "next": "/fa/office/paste/"})

    assert answer.headers["Location"] == "/fa/office/paste/"
    assert client.get(INBOX).status_code == 200


def test_a_passkey_of_nobody_opens_nothing(officer: Member, client: Client) -> None:
    give_passkey(officer)
    question = client.post(f"{PASSKEY}ask/").content.decode()

    assert client.post(PASSKEY, {"answer": SoftKey().sign(question)}).status_code == 422
    assert client.get(INBOX).status_code == 302


@pytest.mark.parametrize("change", [{"is_active": False}, {"serves_until": "2001-01-01"}])
def test_a_passkey_of_who_has_left_opens_nothing(officer: Member, client: Client, change: dict[str, object]) -> None:
    key = give_passkey(officer)
    Member.objects.filter(pk=officer.pk).update(**change)
    question = client.post(f"{PASSKEY}ask/").content.decode()

    assert client.post(PASSKEY, {"answer": key.sign(question)}).status_code == 422


def test_questions_are_counted(db: None, client: Client) -> None:
    assert [client.post(f"{PASSKEY}ask/").status_code for _ in range(21)] == [200] * 20 + [429]


@pytest.fixture
def late(officer: Member) -> Member:
    """An officer whose days without a second factor are over."""
    Member.objects.filter(pk=officer.pk).update(factor_due="2001-01-01T00:00:00Z")
    return officer


def test_whose_role_needs_a_factor_begins_with_it(late: Member, client: Client, clock: list[float]) -> None:
    assert give_password(client).headers["Location"] == BEGIN
    assert client.get(INBOX).status_code == 302
    page = client.get(BEGIN).content.decode()
    secret = "".join(re.findall(r'class="key">([A-Z2-7 ]+)<', page)[0].split())
    assert client.post(BEGIN, {"code": "000000"}).status_code == 422
    done = client.post(BEGIN, {"code": now_shown(secret, clock)})

    assert len(re.findall(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}", done.content.decode())) == 10
    assert (client.get(INBOX).status_code, factors.factors_of(late).any) == (200, True)


def test_or_with_a_passkey(late: Member, client: Client) -> None:
    give_password(client)
    key = SoftKey()
    client.post(BEGIN, {"answer": key.make(question_in(client.get(BEGIN))), "name": "کلید"})

    assert client.get(INBOX).status_code == 200


def test_until_then_the_pages_remind(officer: Member, client: Client) -> None:
    assert give_password(client).headers["Location"] == INBOX
    assert 'class="notice owed"' in client.get(INBOX).content.decode()


def test_whose_role_needs_none_is_not_reminded(db: None, client: Client) -> None:
    member("auditor", role=Role.AUDITOR)
    give_password(client, "auditor")

    assert 'class="notice owed"' not in client.get(INBOX).content.decode()


def test_the_session_changes_its_name_with_the_password_already(
    officer: Member, client: Client, clock: list[float]
) -> None:
    give_app(officer, clock)
    client.post(f"{PASSKEY}ask/")
    before = client.session.session_key
    give_password(client)

    assert client.session.session_key != before
