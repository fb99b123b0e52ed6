"""Members who judge at the same moment, each in a connection of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from tests.factories.members import member
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

from peyvand.records.intake.actions import JudgedMeanwhile, accept, propose, reject
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.verification import verify
from peyvand.records.register.queries import unfolded

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_verdicts_at_once_exactly_one_stands() -> None:
    members = [member(f"member{n}") for n in range(4)]
    keys = propose(*source(SIGNED, VISIT, PLANNED), by=members[0]).keys

    def judge(turn: int) -> bool:
        act = accept if turn % 2 else reject
        try:
            act(keys[turn // 4], by=members[turn % 4])
        except JudgedMeanwhile:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as workers:
        won = list(workers.map(judge, range(12)))

    assert [sum(won[at : at + 4]) for at in (0, 4, 8)] == [1, 1, 1]
    assert Entry.objects.filter(kind=Kind.VERDICT).count() == 3
    assert not Proposal.objects.exists()
    assert (verify().faults, unfolded()) == ((), [])


def test_source_proposed_twice_at_once_is_entered_once() -> None:
    mina = member()

    def enter(_: int) -> int:
        try:
            return propose(*source(SIGNED, VISIT), by=mina).new
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        entered = list(workers.map(enter, range(8)))

    assert sorted(entered) == [0] * 7 + [2]
    assert verify().faults == ()
