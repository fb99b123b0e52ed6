"""What was typed while a session ran out, or a confirmation was due."""

from __future__ import annotations

import html

import pytest
from django.test import Client
from tests.factories.members import PASSWORD, member

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.accounts.sittings import end_all
from peyvand.web.shared import kept

PASTE, RESUME, DOOR = "/fa/office/paste/", "/fa/office/resume/", "/fa/office/sign-in/"
TYPED = {"title": "خبر", "text": "\n متن < دراز", "published": ""}


def sign_in(client: Client, name: str = "mina") -> str:
    return client.post(DOOR, {"username": name, "password": PASSWORD}).headers["Location"]


@pytest.fixture
def too_late(signed_in: Client, officer: Member) -> Client:
    """The officer's browser, with a form that came after the session had ended."""
    end_all(officer)
    led = signed_in.post(PASTE, TYPED)
    assert led.headers["Location"] == f"{DOOR}?next={PASTE}"
    return signed_in


def test_what_was_typed_is_there_after_signing_in(too_late: Client) -> None:
    assert sign_in(too_late) == RESUME
    page = html.unescape(too_late.get(RESUME).content.decode())

    assert f'action="{PASTE}"' in page
    assert f'<textarea name="text" hidden>\n{TYPED["text"]}</textarea>' in page
    assert page.count("csrfmiddlewaretoken") == 3


def test_it_can_be_left(too_late: Client) -> None:
    sign_in(too_late)

    assert too_late.post(RESUME).headers["Location"] == "/fa/office/"
    assert too_late.get(RESUME).headers["Location"] == "/fa/office/"


def test_nobody_else_sees_it(too_late: Client) -> None:
    member("sara")

    assert sign_in(too_late, "sara") == "/fa/office/inbox/"
    assert too_late.get(RESUME).status_code == 302


def test_a_visitor_leaves_nothing(db: None, client: Client) -> None:
    client.post(PASTE, TYPED)

    assert "kept_form" not in client.session


@pytest.mark.parametrize("typed", [TYPED | {"password": "x"}, TYPED | {"text": "x" * 400_001}])
def test_secrets_and_whole_books_are_not_kept(signed_in: Client, officer: Member, typed: dict[str, str]) -> None:
    end_all(officer)
    signed_in.post(PASTE, typed)

    assert sign_in(signed_in) == "/fa/office/inbox/"


def test_it_waits_for_an_hour(too_late: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    later = kept.time.time() + 3601
    monkeypatch.setattr("peyvand.web.shared.kept.time.time", lambda: later)

    assert sign_in(too_late) == "/fa/office/inbox/"


def test_it_waits_for_a_confirmation_too(db: None, client: Client) -> None:
    client.force_login(member("admin", role=Role.ADMINISTRATOR))
    session = client.session
    session["sure_at"] = 0.0
    session.save()
    invited = {"display_name": "پریسا", "role": "officer", "email": "p@example.org", "language": "fa"}
    client.post("/fa/office/members/invite/", invited)
    onward = client.post("/fa/office/confirm/", {"password": PASSWORD, "next": "/fa/office/members/invite/"})

    assert onward.headers["Location"] == RESUME
    assert "p@example.org" in client.get(RESUME).content.decode()


def test_a_part_of_a_page_sends_the_whole_page_to_the_door(signed_in: Client, officer: Member) -> None:
    end_all(officer)
    led = signed_in.post(PASTE, TYPED, headers={"hx-request": "true", "referer": "http://testserver/fa/office/inbox/"})

    assert (led.status_code, led.headers["HX-Redirect"]) == (200, f"{DOOR}?next=/fa/office/inbox/")
