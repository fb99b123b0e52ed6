from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from tests.factories.members import member

from peyvand.records.accounts.models import Sitting
from peyvand.records.accounts.rules import SESSION_IDLE, SESSION_LASTS
from peyvand.records.accounts.sittings import end, end_all, sit_down, sitting_of, sittings, stand_up

pytestmark = pytest.mark.django_db
MOMENT = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    now = [timezone.now()]
    monkeypatch.setattr("peyvand.records.accounts.sittings.timezone.now", lambda: now[0])
    return now


def sit(one: object, agent: str = "Firefox") -> str:
    return sit_down(one, address="192.0.2.1", agent=agent)  # type: ignore[arg-type]


def test_a_session_is_known_by_its_secret_alone() -> None:
    mina = member()
    secret = sit(mina)

    assert (sitting_of(secret), sitting_of(""), sitting_of("x")) == (Sitting.objects.get(), None, None)
    assert secret not in str(Sitting.objects.values().get())


def test_it_ends_after_a_while_without_a_request(clock: list[datetime]) -> None:
    secret = sit(member())
    clock[0] += SESSION_IDLE
    assert sitting_of(secret)
    clock[0] += SESSION_IDLE + MOMENT

    assert (sitting_of(secret), Sitting.objects.count()) == (None, 0)


def test_it_ends_in_any_case_after_a_day_of_work(clock: list[datetime]) -> None:
    secret = sit(member())
    for _ in range(SESSION_LASTS // timedelta(hours=1)):
        clock[0] += timedelta(hours=1)
        assert sitting_of(secret)
    clock[0] += MOMENT

    assert sitting_of(secret) is None


def test_a_request_soon_after_another_writes_nothing(clock: list[datetime]) -> None:
    secret, began = sit(member()), clock[0]
    clock[0] += timedelta(seconds=299)
    sitting_of(secret)
    assert Sitting.objects.get().seen_at == began
    clock[0] += MOMENT
    sitting_of(secret)

    assert Sitting.objects.get().seen_at == clock[0]


@pytest.mark.parametrize(
    "change", [{"is_active": False}, {"serves_until": "2001-01-01"}, {"serves_from": "2999-01-01"}]
)
def test_it_ends_for_who_serves_no_more(change: dict[str, object]) -> None:
    mina = member()
    secret = sit(mina)
    type(mina).objects.filter(pk=mina.pk).update(**change)

    assert sitting_of(secret) is None


def test_sessions_are_ended_one_by_one_or_all_but_one() -> None:
    mina, sara = member(), member("sara")
    here, there, hers = sit(mina), sit(mina), sit(sara)
    sit(mina)
    assert not end(sara, sittings(mina)[0].pk)
    assert end(mina, sittings(mina)[0].pk)
    assert end_all(mina, but=here) == 1

    assert (bool(sitting_of(here)), sitting_of(there), bool(sitting_of(hers))) == (True, None, True)


def test_who_signs_out_leaves_nothing() -> None:
    secret = sit(member())
    stand_up(secret)

    assert not Sitting.objects.exists()


def test_what_has_run_out_is_forgotten(clock: list[datetime]) -> None:
    sit(member())
    clock[0] += SESSION_IDLE + MOMENT
    sit(member("sara"))

    assert [one.member.username for one in Sitting.objects.all()] == ["sara"]


def test_what_a_browser_says_of_itself_is_kept_short() -> None:
    sit(member(), "x" * 5_000)

    assert len(Sitting.objects.get().agent) == 300


def test_where_nothing_can_be_written_members_read_on(clock: list[datetime], monkeypatch: pytest.MonkeyPatch) -> None:
    secret = sit(member())

    def full(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("django.db.models.query.QuerySet.update", full)
    clock[0] += timedelta(minutes=10)

    assert sitting_of(secret)
