from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.members import member

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.agenda.actions import CannotNote, assign, member_of_calendar, new_calendar, snooze

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("item", ["", "source:", "parcel:1", "source:a b", "source:" + "a" * 300])
def test_what_is_no_item_is_refused(mina: Member, item: str) -> None:
    with pytest.raises(CannotNote):
        assign(item, mina, by=mina)
    with pytest.raises(CannotNote):
        snooze(item, timezone.localdate() + timedelta(days=1), by=mina)


def test_nothing_is_put_off_to_yesterday_or_given_to_who_has_left(mina: Member) -> None:
    with pytest.raises(CannotNote):
        snooze("gate:1:0:a", timezone.localdate(), by=mina)
    with pytest.raises(CannotNote):
        assign("gate:1:0:a", member("gone", active=False), by=mina)
    with pytest.raises(NotAllowed):
        assign("gate:1:0:a", mina, by=member("press", role=Role.PRESS))


def test_a_new_secret_closes_the_old_one(mina: Member) -> None:
    old, new = new_calendar(by=mina), new_calendar(by=mina)

    assert (member_of_calendar(old), member_of_calendar(new), member_of_calendar("guess")) == (None, mina, None)
    mina.is_active = False
    mina.save()
    assert member_of_calendar(new) is None
