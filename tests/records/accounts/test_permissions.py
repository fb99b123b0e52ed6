from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from tests.factories.members import member

from peyvand.records.accounts.permissions import PERMISSIONS, NotAllowed, Role, allow, may

pytestmark = pytest.mark.django_db

JUDGES = {Role.ADMINISTRATOR, Role.HEAD, Role.OFFICER, Role.LEGAL}


def test_only_some_roles_judge() -> None:
    assert {role for role in Role if may(member(role, role=role), "statement.judge")} == JUDGES


@pytest.mark.parametrize("permission", PERMISSIONS)
def test_strangers_may_nothing(permission: str) -> None:
    assert (may(None, permission), may(AnonymousUser(), permission)) == (False, False)


@pytest.mark.parametrize("permission", PERMISSIONS)
def test_inactive_members_may_nothing(permission: str) -> None:
    gone = member(role=Role.ADMINISTRATOR, active=False)

    with pytest.raises(NotAllowed) as refusal:
        allow(gone, permission)

    assert refusal.value.permission == permission


def test_unknown_permission_is_a_fault_of_the_code() -> None:
    with pytest.raises(KeyError):
        may(member(), "statement.juggle")
