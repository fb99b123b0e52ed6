from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256

import pytest
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.utils import timezone
from tests.factories.members import member

from peyvand.core.ledger.merkle import root_of
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import Draft
from peyvand.records.ledger.models import Entry, Head, Kind
from peyvand.records.ledger.queries import EMPTY_ROOT, LedgerHead, head
from peyvand.records.ledger.rows import canonical


def draft(word: str) -> Draft:
    return Draft(kind=Kind.STATEMENT, key=sha256(word.encode()).hexdigest(), subject="", text=canonical({"word": word}))


def numbers() -> list[int]:
    return list(Entry.objects.order_by("number").values_list("number", flat=True))


@pytest.mark.django_db
def test_empty_log_has_the_root_of_nothing() -> None:
    assert head() == LedgerHead(0, EMPTY_ROOT)


def test_leaves_are_numbered_in_the_order_given(officer: Member) -> None:
    append([draft("یک"), draft("دو")], by=officer)
    entered = append([draft("سه")], by=officer)

    assert (numbers(), [entry.number for entry in entered]) == ([0, 1, 2], [2])
    leaves = [bytes.fromhex(leaf) for leaf in Entry.objects.order_by("number").values_list("leaf", flat=True)]
    assert head() == LedgerHead(3, root_of(leaves).hex())


def test_known_key_adds_nothing(officer: Member) -> None:
    append([draft("یک")], by=officer)
    before = head()

    assert append([draft("یک")], by=officer) == []
    assert append([draft("دو"), draft("یک"), draft("دو")], by=officer)[0].number == 1
    assert (before.size, head().size) == (1, 2)


def test_time_never_goes_back(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    append([draft("یک")], by=officer)
    hour_ago = timezone.now() - timedelta(hours=1)
    monkeypatch.setattr("peyvand.records.ledger.actions.timezone.now", lambda: hour_ago)

    append([draft("دو")], by=officer)

    first, second = Entry.objects.order_by("number").values_list("recorded_at", flat=True)
    assert first == second > hour_ago


def test_failure_inside_leaves_nothing_behind(officer: Member) -> None:
    def fail() -> None:
        with writing() as moment:
            append([draft("یک")], by=officer, at=moment)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert (numbers(), head().size) == ([], 0)


@pytest.mark.django_db(transaction=True)
def test_appends_at_the_same_time_stand_in_one_row() -> None:
    mina = member()

    def enter(worker: int) -> None:
        try:
            for turn in range(5):
                append([draft(f"{worker} {turn}"), draft(f"{worker} {turn} again")], by=mina)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(enter, range(4)))

    assert numbers() == list(range(40))
    times: list[datetime] = list(Entry.objects.order_by("number").values_list("recorded_at", flat=True))
    assert times == sorted(times)
    assert Head.objects.get().size == 40


@pytest.mark.django_db(transaction=True)
def test_part_that_failed_takes_the_whole_change_with_it() -> None:
    mina = member()

    def change() -> None:
        with writing():
            append([draft("one")], by=mina)
            with suppress(ValueError), writing():
                raise ValueError("a part")

    with pytest.raises(TransactionManagementError):
        change()

    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_parts_of_one_change_share_its_moment() -> None:
    with writing() as whole, writing() as part:
        assert part is whole
