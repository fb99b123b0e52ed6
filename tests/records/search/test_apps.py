from __future__ import annotations

import pytest
from tests.factories.searching import found

from peyvand.records.search.apps import install
from peyvand.records.search.models import Item

pytestmark = pytest.mark.django_db


def test_an_installation_from_before_there_was_an_index_gets_one(accepted: str) -> None:
    Item.objects.all().delete()
    assert found("کازان") == []

    install(using="default")

    assert found("کازان")[0] == "place kazan"
    before = Item.objects.count()
    install(using="default")
    assert Item.objects.count() == before
