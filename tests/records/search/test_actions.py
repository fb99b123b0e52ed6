from __future__ import annotations

import pytest
from django.db import connection
from tests.factories.searching import found

from peyvand.adapters.search import INDEX
from peyvand.core.search.expression import word
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.search import actions
from peyvand.records.search.models import Item

pytestmark = pytest.mark.django_db


def rows() -> list[tuple[object, ...]]:
    return list(Item.objects.order_by("pk").values_list())


@pytest.fixture
def whole(accepted: str, internal: str, proposed: str) -> None:
    """Everything there is, entered and judged bit by bit."""


def test_what_grew_with_the_ledger_is_what_is_built_anew(whole: None) -> None:
    before = rows()

    actions.build()

    assert rows() == before
    assert actions.differences() == []


def test_what_is_lacking_or_wrong_is_told(whole: None) -> None:
    Item.objects.filter(kind="place", ref="geonames:551487").delete()
    Item.objects.filter(kind="bond", ref="isfahan--kazan").update(words="چیز دیگر")
    Item.objects.create(id=1, kind="source", ref="stray", part=0, seen="public", words="x")

    assert actions.differences() == ["place geonames:551487", "bond isfahan--kazan", "source stray"]

    actions.build()

    assert actions.differences() == []
    assert found("کازان")[:2] == ["place kazan", "bond isfahan--kazan"]


def test_only_who_may_builds_it(officer: Member, whole: None) -> None:
    with pytest.raises(NotAllowed):
        actions.rebuild(by=officer)


def test_two_things_of_one_number_are_both_found(whole: None) -> None:
    row = Item.objects.order_by("pk").values_list().first()
    assert row is not None
    twin = (row[0], row[1], "twin", *row[3:5], "دوقلو")

    actions._enter([twin, (*twin[:2], "other", *twin[3:])])

    numbers = INDEX.find(connection, word("دوقلو"), after=-1, limit=9)
    assert numbers == [(row[0] + 1,), (row[0] + 2,)]
