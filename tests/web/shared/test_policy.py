"""What a policy does; every address with every visitor stands in tests/architecture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.members import member

from peyvand.records.accounts.permissions import Role


def test_visitors_are_led_to_the_door_and_back(db: None, client: Client) -> None:
    answer = client.get("/fa/office/inbox/")

    assert answer.headers["Location"] == "/fa/office/sign-in/?next=/fa/office/inbox/"


def test_a_member_who_has_left_is_a_visitor(db: None, client: Client) -> None:
    somebody = member("gone")
    client.force_login(somebody)
    somebody.is_active = False
    somebody.save()

    assert client.get("/fa/office/inbox/").status_code == 302


def test_forms_without_their_token_are_refused(officer: object) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)  # type: ignore[arg-type]

    answer = strict.post("/fa/office/paste/", {"text": "متن"})

    assert (answer.status_code, "فرم پذیرفته نشد" in answer.content.decode()) == (403, True)


@pytest.mark.parametrize("role", Role)
def test_what_a_page_is_kept_for_depends_on_who_asks(as_role: Callable[[Role], Client], role: Role) -> None:
    assert as_role(role).get("/fa/").headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", ["/en/sources/%00/", "/en/office/documents/a%00/", "/en/documents/%00/"])
def test_an_address_with_a_null_letter_leads_nowhere(as_role: Callable[[Role], Client], path: str) -> None:
    assert as_role(Role.HEAD).get(path).status_code == 404
