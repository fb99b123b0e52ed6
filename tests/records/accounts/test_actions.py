from __future__ import annotations

import pytest
from tests.factories.members import PASSWORD, member

from peyvand.records.accounts.actions import CannotAdd, WrongPassword, add_member, try_login
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.accounts.queries import NoSuchMember, member_named, members

pytestmark = pytest.mark.django_db


def test_first_member_is_added_by_whoever_holds_the_machine() -> None:
    added = add_member("parisa", role="administrator", password=PASSWORD, by=None)

    assert (member_named("parisa"), added.role) == (added, Role.ADMINISTRATOR)
    assert added.check_password(PASSWORD)


def test_members_are_added_by_administrators_alone() -> None:
    with pytest.raises(NotAllowed):
        add_member("parisa", role="officer", password=PASSWORD, by=member(role=Role.HEAD))

    assert [one.username for one in members()] == ["mina"]


@pytest.mark.parametrize(
    ("username", "role", "password"),
    [
        ("parisa", "emperor", PASSWORD),
        ("pari sa", "officer", PASSWORD),
        ("", "officer", PASSWORD),
        ("mina", "officer", PASSWORD),
        ("parisa", "officer", "short"),
        ("parisa", "officer", "password1234"),
    ],
)
def test_bad_facts_add_nobody(username: str, role: str, password: str) -> None:
    member("mina")

    with pytest.raises(CannotAdd):
        add_member(username, role=role, password=password, by=None)

    assert Member.objects.count() == 1


def test_member_signs_in() -> None:
    mina = member()

    assert try_login("mina", PASSWORD, address="192.0.2.1") == mina


@pytest.mark.parametrize(("username", "password"), [("mina", "wrong"), ("nobody", PASSWORD), ("gone", PASSWORD)])
def test_others_do_not(username: str, password: str) -> None:
    member()
    member("gone", active=False)

    with pytest.raises(WrongPassword):
        try_login(username, password, address="192.0.2.1")


def test_inactive_members_are_not_found() -> None:
    member("gone", active=False)

    with pytest.raises(NoSuchMember):
        member_named("gone")
