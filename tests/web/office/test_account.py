"""A member's own page, and their second factors."""

from __future__ import annotations

import html
import re

import pytest
from django.core import mail
from django.test import Client
from tests.factories.members import PASSWORD, member
from tests.factories.passkeys import SoftKey

from peyvand.adapters.factors.codes import code_at
from peyvand.records.accounts.factors import factors_of
from peyvand.records.accounts.models import Member, Passkey, Sitting
from peyvand.records.accounts.permissions import Role

ACCOUNT, FACTORS = "/fa/office/account/", "/fa/office/account/factors/"
NEW = "another-long-word"
_CODE = re.compile(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}")


@pytest.fixture
def elsewhere(officer: Member, signed_in: Client) -> Client:
    """The officer in a second browser."""
    other = Client()
    other.force_login(officer)
    return other


def shown(answer) -> str:  # type: ignore[no-untyped-def]
    return html.unescape(answer.content.decode())


def test_members_change_what_is_theirs(signed_in: Client, officer: Member) -> None:
    told = {"display_name": " مینا  کریمی ", "language": "en", "email": "mina@example.org"}

    assert signed_in.post(ACCOUNT, told).headers["Location"] == "/en/office/account/"
    officer.refresh_from_db()
    assert (str(officer), officer.language, officer.email) == ("مینا کریمی", "en", "mina@example.org")


@pytest.mark.parametrize("wrong", [{"language": "xx"}, {"email": "nowhere"}, {"display_name": "x" * 201}])
def test_bad_facts_are_shown_as_typed(signed_in: Client, officer: Member, wrong: dict[str, str]) -> None:
    answer = signed_in.post(ACCOUNT, {"display_name": "م", "language": "fa", "email": "a@b.example"} | wrong)

    assert answer.status_code == 422
    assert 'role="alert"' in shown(answer)
    assert Member.objects.get(pk=officer.pk).email == ""


def test_nobody_makes_themselves_more(signed_in: Client, officer: Member) -> None:
    told = {"display_name": "", "language": "fa", "email": "", "role": "administrator"}

    assert signed_in.post(ACCOUNT, told).status_code == 400
    assert Member.objects.get(pk=officer.pk).role == Role.OFFICER


def test_a_new_address_needs_its_member_and_is_told_to_the_old_one(signed_in: Client, officer: Member) -> None:
    Member.objects.filter(pk=officer.pk).update(email="old@example.org")
    told = {"display_name": "", "language": "fa", "email": "new@example.org"}
    session = signed_in.session
    session["sure_at"] = 0.0
    session.save()
    assert signed_in.post(ACCOUNT, told).headers["Location"].startswith("/fa/office/confirm/")
    signed_in.post("/fa/office/confirm/", {"password": PASSWORD, "next": ACCOUNT})
    signed_in.post(ACCOUNT, told)

    assert Member.objects.get(pk=officer.pk).email == "new@example.org"
    assert [letter.to for letter in mail.outbox] == [["old@example.org"]]


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str = NEW):  # type: ignore[no-untyped-def]
    return client.post(f"{ACCOUNT}password/", {"old": old, "new": new, "again": again})


def test_a_new_password_ends_the_other_sessions(signed_in: Client, elsewhere: Client, officer: Member) -> None:
    Member.objects.filter(pk=officer.pk).update(email="mina@example.org")

    assert change(signed_in).status_code == 302
    assert (signed_in.get(ACCOUNT).status_code, elsewhere.get(ACCOUNT).status_code) == (200, 302)
    assert Member.objects.get(pk=officer.pk).check_password(NEW)
    assert "گذرواژه" in mail.outbox[0].body


@pytest.mark.parametrize(
    "told",
    [{"old": "wrong"}, {"again": "different-word"}, {"new": "short", "again": "short"}, {"new": "", "again": ""}],
)
def test_a_bad_password_changes_nothing(signed_in: Client, officer: Member, told: dict[str, str]) -> None:
    assert change(signed_in, **told).status_code == 422
    assert Member.objects.get(pk=officer.pk).check_password(PASSWORD)


def test_guesses_at_the_old_password_are_counted(signed_in: Client) -> None:
    assert [change(signed_in, old=f"wrong {at}").status_code for at in range(11)] == [422] * 10 + [429]


def test_sessions_are_listed_and_ended(signed_in: Client, elsewhere: Client) -> None:
    page = shown(signed_in.get(ACCOUNT, headers={"user-agent": "x"}))
    assert (page.count("/sessions/"), page.count("همین نشست")) == (2, 1)
    number = re.findall(r"sessions/(\d+)/end/", page)[0]
    signed_in.post(f"{ACCOUNT}sessions/{number}/end/")

    assert (elsewhere.get(ACCOUNT).status_code, signed_in.get(ACCOUNT).status_code) == (302, 200)


def test_all_others_are_ended_at_once(signed_in: Client, elsewhere: Client) -> None:
    signed_in.post(f"{ACCOUNT}sessions/others/end/")

    assert (elsewhere.get(ACCOUNT).status_code, signed_in.get(ACCOUNT).status_code) == (302, 200)


def test_nobody_ends_the_session_of_another(signed_in: Client) -> None:
    other = Client()
    other.force_login(member("sara"))
    theirs = Sitting.objects.exclude(member__username="mina").get()
    signed_in.post(f"{ACCOUNT}sessions/{theirs.pk}/end/")

    assert other.get(ACCOUNT).status_code == 200


def add_app(client: Client) -> str:
    """Set an app up; the page with the recovery codes."""
    secret = "".join(re.findall(r'class="key">([A-Z2-7 ]+)<', shown(client.get(FACTORS)))[0].split())
    clock = pytest.MonkeyPatch()
    with clock.context() as patch:
        patch.setattr("time.time", lambda: 1_200_000_000.0)
        return shown(client.post(FACTORS, {"code": code_at(secret, 40_000_000)}))


def test_an_app_is_set_up_and_its_codes_are_shown_once(
    signed_in: Client, officer: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peyvand.web.shared.sessions.time.time", lambda: 1_200_000_000.0)
    signed_in.force_login(officer)
    page = add_app(signed_in)

    assert (len(_CODE.findall(page)), factors_of(officer).any) == (10, True)
    assert _CODE.findall(shown(signed_in.get(FACTORS))) == []


def add_passkey(client: Client) -> SoftKey:
    key = SoftKey()
    question = re.findall(r'data-question="([^"]*)"', client.get(FACTORS).content.decode())[0]
    client.post(FACTORS, {"answer": key.make(html.unescape(question)), "name": "کلید"})
    return key


def test_a_passkey_is_made_and_taken_away(as_role, db: None) -> None:  # type: ignore[no-untyped-def]
    client: Client = as_role(Role.AUDITOR)
    add_passkey(client)
    assert "کلید" in shown(client.get(FACTORS))
    client.post(f"{FACTORS}{Passkey.objects.get().pk}/remove/")

    assert not Passkey.objects.exists()


def test_the_last_factor_stays_where_the_role_needs_it(signed_in: Client) -> None:
    add_passkey(signed_in)

    assert signed_in.post(f"{FACTORS}{Passkey.objects.get().pk}/remove/").status_code == 422
    assert Passkey.objects.exists()


def test_a_question_is_answered_once(signed_in: Client) -> None:
    question = re.findall(r'data-question="([^"]*)"', signed_in.get(FACTORS).content.decode())[0]
    answer = SoftKey().make(html.unescape(question))
    signed_in.post(FACTORS, {"answer": answer, "name": ""})
    Passkey.objects.all().delete()

    assert signed_in.post(FACTORS, {"answer": answer, "name": ""}).status_code == 422


def test_new_recovery_codes_are_shown(signed_in: Client) -> None:
    assert signed_in.post(f"{FACTORS}codes/").status_code == 422
    add_passkey(signed_in)

    assert len(_CODE.findall(shown(signed_in.post(f"{FACTORS}codes/")))) == 10


def test_where_the_site_is_a_number_no_passkey_is_offered(officer: Member) -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(officer)

    assert "data-question" not in client.get(FACTORS).content.decode()
