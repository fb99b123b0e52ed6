"""Who may ask for what: each address, with each role and each method."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.members import member
from tests.web.addresses import Address, addresses

from peyvand.records.accounts.permissions import PERMISSIONS, Role
from peyvand.web.shared.policy import Policy

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ADDRESSES = addresses()
VISITORS: tuple[Role | None, ...] = (None, *Role)


def policy(address: Address) -> Policy:
    declared: Policy = address.view.policy
    return declared


def browser(visitor: Role | None) -> Client:
    client = Client()
    if visitor:
        client.force_login(member("somebody", role=visitor))
    return client


def expected(policy: Policy, visitor: Role | None, method: str) -> set[int]:
    """The answers that the policy allows; an open door may lead to nothing (404), a bad form (422) or onward (302)."""
    if method not in policy.methods:
        return {405}
    if policy.permission is None:
        return {200, 404, 422}
    if visitor is None:
        return {302}
    if visitor not in PERMISSIONS[policy.permission]:
        return {403}
    return {200, 302, 404, 422}


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_address_declares_its_policy(address: Address) -> None:
    assert isinstance(policy(address), Policy)
    assert policy(address).permission in {None, *PERMISSIONS}
    assert set(policy(address).methods) <= set(METHODS)


@pytest.mark.parametrize("visitor", VISITORS, ids=str)
def test_nobody_gets_what_their_role_does_not_give(db: None, visitor: Role | None) -> None:
    client = browser(visitor)
    refused = {}
    for address in ADDRESSES:
        for method in METHODS:
            if address.name == "office:sign_out" and method == "POST":
                continue
            answer = client.generic(method, address.path)
            # A file that nobody reads stays open.
            b"".join(getattr(answer, "streaming_content", ()))
            status = answer.status_code
            if status not in expected(policy(address), visitor, method):
                refused[f"{method} {address}"] = status

    assert refused == {}


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
