from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.members import member

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.agenda.actions import assign
from peyvand.records.agenda.handover import CannotHandOver, hand_over, left_by, successors
from peyvand.records.agenda.models import Assignment
from peyvand.records.casework.models import Case, CaseRecord
from peyvand.records.casework.queries import cases
from peyvand.records.watching.actions import add_watch
from peyvand.records.watching.models import Watch

pytestmark = pytest.mark.django_db
FEED = "https://news.example.org/feed"


@pytest.fixture
def boss(db: None) -> Member:
    return member("reza", role=Role.HEAD)


@pytest.fixture
def work(mina: Member, kazan: Case, boss: Member) -> Case:
    """Mina has a case, a thing given to her, and a page that she watches."""
    assign("finding:abc", mina, by=boss)
    add_watch(FEED, hours=6, by=mina, now=timezone.now())
    return kazan


def test_what_would_pass_is_shown(mina: Member, boss: Member, work: Case) -> None:
    left = left_by(mina, by=boss, language="en")

    assert [view.case for view in left.cases] == [work]
    assert [one.item for one in left.assignments] == ["finding:abc"]
    assert [one.address for one in left.watches] == [FEED]
    assert (left.count, left_by(boss, by=boss, language="en").count) == (3, 0)


def test_all_of_it_passes_to_the_successor(mina: Member, boss: Member, work: Case) -> None:
    sara = member("sara")
    hand_over(mina, sara, reason="پایان مأموریت", by=boss, language="en")

    assert [view.responsible for view in cases(boss, language="en")] == [sara]
    assert Assignment.objects.get().to == sara
    assert Watch.objects.get(removed_at=None).added_by == sara
    assert Watch.objects.exclude(removed_at=None).get().added_by == mina
    assert left_by(mina, by=boss, language="en").count == 0


@pytest.mark.parametrize(("name", "reason"), [("auditor", "x"), ("mina", "x"), ("sara", " ")])
def test_nothing_passes_without_a_reason_or_to_whom_it_cannot(
    mina: Member, boss: Member, work: Case, name: str, reason: str
) -> None:
    member("auditor", role=Role.AUDITOR)
    member("sara")

    with pytest.raises(CannotHandOver):
        hand_over(mina, Member.objects.get(username=name), reason=reason, by=boss, language="en")

    assert left_by(mina, by=boss, language="en").count == 3


def test_it_passes_whole_or_not_at_all(mina: Member, boss: Member, work: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("peyvand.records.agenda.handover.pass_watches", broken)
    with pytest.raises(RuntimeError):
        hand_over(mina, member("sara"), reason="x", by=boss, language="en")

    assert (CaseRecord.objects.count(), Assignment.objects.get().to) == (0, mina)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEGAL, Role.AUDITOR])
def test_others_neither_see_nor_pass_it(mina: Member, work: Case, role: Role) -> None:
    other = member("other", role=role)
    with pytest.raises(NotAllowed):
        left_by(mina, by=other, language="en")
    with pytest.raises(NotAllowed):
        hand_over(mina, other, reason="x", by=other, language="en")


def test_who_is_no_longer_in_office_takes_nothing_over(mina: Member) -> None:
    member("gone", active=False)
    late = member("late")
    late.serves_until = timezone.localdate() - timedelta(days=1)
    late.save()
    sara = member("sara")

    assert successors(mina) == [sara]
