from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.members import member
from tests.records.agenda.conftest import TODAY
from tests.records.casework.conftest import done

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.agenda.actions import assign, snooze
from peyvand.records.agenda.items import Item, Kind, Wanted, agenda
from peyvand.records.casework.models import Case

pytestmark = pytest.mark.django_db


def asked(by: Member, **wanted: object) -> list[Item]:
    return agenda(by, language="en", today=TODAY, wanted=Wanted(**wanted))  # type: ignore[arg-type]


def test_what_other_rooms_leave_open_is_to_do(mina: Member, waiting: str, kazan: Case) -> None:
    found = asked(mina)

    assert {item.kind for item in found} == {Kind.SOURCE, Kind.GATE}
    assert {item.key for item in found} >= {
        f"source:{waiting}",
        f"gate:{kazan.pk}:0:proposal",
        f"gate:{kazan.pk}:1:intent",
    }
    assert [item.kind for item in asked(mina, kind="source")] == [Kind.SOURCE]


def test_after_the_signature_duties_are_owed(mina: Member, kazan: Case) -> None:
    for step in ("interior", "foreign", "form_check", "signing"):
        done(kazan, step, mina, on=TODAY)

    duties = asked(mina, kind="duty")
    assert {item.key.split(":")[-1] for item in duties} == {"committee", "registration", "yearly_return"}
    assert duties[0].due is not None


def test_an_item_is_given_and_put_off(mina: Member, waiting: str) -> None:
    key = f"source:{waiting}"
    other = member("sara")
    assign(key, other, by=mina)
    assert [(item.key, item.assigned) for item in asked(mina)] == [(key, other)]
    assert (asked(mina, mine=True), len(asked(other, mine=True))) == ([], 1)

    snooze(key, timezone.localdate() + timedelta(days=9), by=mina)
    assert (asked(mina), len(asked(mina, snoozed=True)), len(asked(other))) == ([], 1, 1)
    snooze(key, None, by=mina)
    assign(key, None, by=mina)
    assert [item.assigned for item in asked(mina)] == [None]


def test_a_case_is_for_whoever_has_it_in_hands(mina: Member, kazan: Case) -> None:
    assert asked(mina, mine=True)
    assert asked(member("sara"), mine=True) == []


def test_a_member_sees_what_the_role_may(waiting: str, kazan: Case) -> None:
    assert asked(member("guest", role=Role.PARTNER)) == []
    assert {item.kind for item in asked(member("council", role=Role.COUNCIL_READER))} == {Kind.GATE}


def test_the_questions_do_not_grow_with_the_items(
    mina: Member, waiting: str, kazan: Case, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(60):  # type: ignore[operator]
        asked(mina)
