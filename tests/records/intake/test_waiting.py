from __future__ import annotations

import pytest
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept, propose
from peyvand.records.intake.waiting import queue

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(officer: Member) -> list[str]:
    first, second, third = (
        propose(*source(*said, name=name, title=name), by=officer)
        for name, said in (("a", (SIGNED, VISIT)), ("b", (PLANNED,)), ("c", (VISIT,)))
    )
    accept(first.keys[0], by=officer)
    return [first.source, second.source, third.source]


def test_sources_are_taken_piece_by_piece_in_the_order_they_came(officer: Member, three: list[str]) -> None:
    found = queue(officer)

    assert found.found == 3
    assert [(one.source.capture, one.waiting, one.items) for one in found.lines(0, 2)] == [
        (three[0], 1, 2),
        (three[1], 1, 1),
    ]
    assert [one.source.capture for one in found.lines(2, 5)] == three[2:]


def test_some_are_asked_for_or_left_out(officer: Member, three: list[str]) -> None:
    found = queue(officer)

    assert [one.source.capture for one in found.only(three[1:2]).lines(0, 9)] == three[1:2]
    assert found.without(three[:2]).found == 1
    assert found.without([]).found == 3


def test_words_and_kinds_narrow_it(officer: Member, three: list[str]) -> None:
    assert [one.source.capture for one in queue(officer, words="b").lines(0, 9)] == [three[1]]
    assert queue(officer, kind="letter").found == 0
