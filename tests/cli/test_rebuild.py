from __future__ import annotations

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import SIGNED, source

from peyvand.records.accounts.permissions import Role
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register.models import City
from peyvand.records.search.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_record() -> None:
    accept_reading(*source(SIGNED), by=member("mina"))
    member("root", role=Role.ADMINISTRATOR)


def test_what_differs_is_listed_and_made_right(peyvand: Run) -> None:
    Item.objects.filter(kind="place").delete()
    City.objects.all().delete()

    assert peyvand("rebuild", "--check")[0] == 3
    assert peyvand("rebuild", "search", "--check")[0] == 0
    assert peyvand("rebuild", "--as", "root")[0] == 0
    assert peyvand("rebuild", "--check")[:2] == (0, "")
    assert Item.objects.filter(kind="place").count() == 2


@pytest.mark.parametrize("arguments", [(), ("--as", "mina"), ("--as", "nobody")])
def test_who_may_not_rebuilds_nothing(peyvand: Run, arguments: tuple[str, ...]) -> None:
    assert peyvand("rebuild", "search", *arguments)[0] == 2
