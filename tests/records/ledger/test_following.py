from __future__ import annotations

import pytest
from django.db import transaction

from peyvand.records.ledger import following
from peyvand.records.ledger.actions import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, set[str]]]:
    """What one follower is told."""
    heard: list[dict[str, set[str]]] = []
    monkeypatch.setattr(following, "_followers", [])
    following.follow(lambda touched: heard.append({what: set(names) for what, names in touched.items()}))
    return heard


def test_a_change_is_told_once_at_its_end(told: list[dict[str, set[str]]]) -> None:
    with writing():
        following.touch("source", ["a"])
        with writing():
            following.touch("source", ["b"])
            following.touch("pair", ["x y"])
        assert told == []

    assert told == [{"source": {"a", "b"}, "pair": {"x y"}}]


def test_outside_of_a_change_it_is_told_at_once(told: list[dict[str, set[str]]]) -> None:
    following.touch("case", ["7"])
    following.touch("case", [])

    assert told == [{"case": {"7"}}]


def test_a_change_that_fails_is_not_told(told: list[dict[str, set[str]]]) -> None:
    def fail() -> None:
        with writing():
            following.touch("source", ["a"])
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    with writing():
        pass

    assert told == []


def test_what_a_follower_cannot_do_undoes_the_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_followers", [])

    def refuse(_touched: object) -> None:
        raise LookupError

    following.follow(refuse)
    following.follow(refuse)
    committed: list[str] = []

    def change() -> None:
        with writing():
            following.touch("source", ["a"])
            transaction.on_commit(lambda: committed.append("a"))

    with pytest.raises(LookupError):
        change()
    assert (committed, len(following._followers)) == ([], 1)
