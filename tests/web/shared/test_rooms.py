from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.members import member

from peyvand.records.accounts.permissions import Role
from peyvand.web.shared.rooms import rooms_of

pytestmark = pytest.mark.django_db


def test_a_member_is_shown_the_rooms_that_the_role_opens(as_role: Callable[[Role], Client]) -> None:
    for role in Role:
        browser = as_role(role)
        ways = {room.href: browser.get(room.href).status_code for room in rooms_of(member(f"is-{role}", role=role))}
        assert set(ways.values()) <= {200, 302}
        assert ways != {}


def test_a_visitor_is_shown_none(client: Client) -> None:
    assert rooms_of(None) == []
    assert 'class="rooms"' not in client.get("/fa/").content.decode()


def test_the_room_of_a_page_is_marked(signed_in: Client) -> None:
    assert 'aria-current="page">Cases' in signed_in.get("/en/office/cases/").content.decode()
