from __future__ import annotations

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.grants import Scope, scope_of
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.roles import Role

pytestmark = pytest.mark.django_db


def scope(name: str) -> Scope:
    return scope_of(Member.objects.get(username=name))


def test_a_city_is_opened_and_closed(peyvand: Run) -> None:
    member("sara")

    opened = peyvand("member", "open", "sara", ISFAHAN.id, "--until", "2099-01-01", "--reason", "her city")
    assert (opened[0], scope("sara")) == (0, Scope(cities=frozenset({ISFAHAN.id})))

    assert peyvand("member", "close", "sara", "--reason", "she moved")[0] == 0
    assert scope("sara") == Scope()


def test_a_bond_is_opened_to_a_partner_and_nothing_wider(peyvand: Run) -> None:
    member("partner", role=Role.PARTNER)

    assert peyvand("member", "open", "partner", ISFAHAN.id, "--reason", "x")[0] == 2
    assert peyvand("member", "open", "partner", ISFAHAN.id, KAZAN.id, "--reason", "their bond")[0] == 0
    assert scope("partner") == Scope(bonds=frozenset({frozenset({ISFAHAN.id, KAZAN.id})}))


def test_nothing_is_opened_to_nobody(peyvand: Run) -> None:
    assert peyvand("member", "open", "nobody", "--reason", "x")[0] == 2
