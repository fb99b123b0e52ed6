from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from tests.factories.members import PASSWORD, member

from peyvand.records.accounts import managing
from peyvand.records.accounts.actions import NotServing, WrongPassword, try_login
from peyvand.records.accounts.joining import Invited, invite, open_invitations
from peyvand.records.accounts.managing import CannotManage, ChangedMeanwhile, facts_of
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.accounts.queries import NoSuchMember, member_named
from peyvand.records.accounts.sittings import sit_down, sittings

pytestmark = pytest.mark.django_db
HERE = "192.0.2.1"
DAY = timedelta(days=1)


@pytest.fixture
def admin(db: None) -> Member:
    return member("admin", role=Role.ADMINISTRATOR)


def sits(one: Member) -> None:
    sit_down(one, address=HERE, agent="")


def test_an_administrator_sets_what_a_member_is(admin: Member) -> None:
    mina = member()
    facts = replace(facts_of(mina), role=Role.LEGAL, city="geonames:418863", display_name="مینا")
    managing.edit_member(mina, facts, by=admin, seen=facts_of(mina))

    assert facts_of(Member.objects.get(username="mina")) == facts


def test_a_new_role_ends_the_sessions_and_a_new_name_does_not(admin: Member) -> None:
    mina = member()
    sits(mina)
    managing.edit_member(mina, replace(facts_of(mina), display_name="مینا"), by=admin)
    assert len(sittings(mina)) == 1
    managing.edit_member(mina, replace(facts_of(mina), role=Role.PRESS), by=admin)

    assert sittings(mina) == []


def test_whoever_was_slower_is_told(admin: Member) -> None:
    mina = member()
    seen = facts_of(mina)
    managing.edit_member(mina, replace(seen, role=Role.LEGAL), by=admin, seen=seen)

    with pytest.raises(ChangedMeanwhile):
        managing.edit_member(mina, replace(seen, role=Role.PRESS), by=admin, seen=seen)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_changes_members(admin: Member, role: Role) -> None:
    other, mina = member("other", role=role), member()
    for change in (
        lambda: managing.edit_member(mina, facts_of(mina), by=other),
        lambda: managing.deactivate(mina, reason="x", by=other),
        lambda: managing.reactivate(mina, reason="x", by=other),
        lambda: managing.end_sessions(mina, by=other),
    ):
        with pytest.raises(NotAllowed):
            change()


def test_the_term_of_office_bounds_the_way_in(admin: Member) -> None:
    mina, today = member(), timezone.localdate()
    sits(mina)
    managing.edit_member(mina, replace(facts_of(mina), serves_until=today), by=admin)
    assert (try_login("mina", PASSWORD, address=HERE), len(sittings(mina))) == (mina, 1)
    managing.edit_member(mina, replace(facts_of(Member.objects.get(pk=mina.pk)), serves_until=today - DAY), by=admin)

    assert sittings(mina) == []
    with pytest.raises(NotServing):
        try_login("mina", PASSWORD, address=HERE)
    with pytest.raises(NoSuchMember):
        member_named("mina")


def test_a_term_that_has_not_begun_lets_nobody_in(admin: Member) -> None:
    mina = member()
    managing.edit_member(mina, replace(facts_of(mina), serves_from=timezone.localdate() + DAY), by=admin)

    with pytest.raises(NotServing):
        try_login("mina", PASSWORD, address=HERE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "emperor"},
        {"language": "xx"},
        {"email": "nowhere"},
        {"serves_from": timezone.localdate(), "serves_until": timezone.localdate() - DAY},
    ],
)
def test_bad_facts_change_nothing(admin: Member, wrong: dict[str, object]) -> None:
    mina = member()
    with pytest.raises(CannotManage):
        managing.edit_member(mina, replace(facts_of(mina), **wrong), by=admin)  # type: ignore[arg-type]

    assert facts_of(Member.objects.get(username="mina")) == facts_of(mina)


def test_who_leaves_is_out_at_once(admin: Member) -> None:
    reza = member("reza", role=Role.HEAD)
    sits(reza)
    invite(Invited(display_name="x", role="officer", email="x@example.org"), by=reza)
    managing.deactivate(reza, reason="بازنشسته شد", by=admin)

    assert (sittings(reza), open_invitations()) == ([], [])
    with pytest.raises(WrongPassword):
        try_login("reza", PASSWORD, address=HERE)


def test_who_comes_back_is_let_in(admin: Member) -> None:
    mina = member(active=False)
    managing.reactivate(mina, reason="بازگشت", by=admin)

    assert try_login("mina", PASSWORD, address=HERE) == mina


def test_leaving_has_a_reason_and_happens_once(admin: Member) -> None:
    mina = member()
    with pytest.raises(CannotManage):
        managing.deactivate(mina, reason=" ", by=admin)
    managing.deactivate(mina, reason="x", by=admin)
    with pytest.raises(CannotManage):
        managing.deactivate(mina, reason="x", by=admin)


def test_nobody_shuts_themselves_out(admin: Member) -> None:
    member("second", role=Role.ADMINISTRATOR)
    with pytest.raises(CannotManage):
        managing.deactivate(admin, reason="x", by=admin)
    for own in ({"role": Role.HEAD}, {"serves_until": timezone.localdate() - DAY}):
        with pytest.raises(CannotManage):
            managing.edit_member(admin, replace(facts_of(admin), **own), by=admin)  # type: ignore[arg-type]


def test_an_office_keeps_an_administrator(admin: Member) -> None:
    with pytest.raises(CannotManage):
        managing.deactivate(admin, reason="x", by=None)
    with pytest.raises(CannotManage):
        managing.edit_member(admin, replace(facts_of(admin), role=Role.HEAD), by=None)

    assert Member.objects.get(username="admin").is_active


def test_sessions_of_a_stolen_telephone_are_ended(admin: Member) -> None:
    mina = member()
    sits(mina)

    assert (managing.end_sessions(mina, by=admin), sittings(mina)) == (1, [])


@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_shut_each_other_out_at_once_one_stays() -> None:
    both = [member(name, role=Role.ADMINISTRATOR) for name in ("ali", "zahra")]
    together = Barrier(2)

    def shut_out(at: int) -> None:
        try:
            together.wait()
            managing.deactivate(both[at], reason="گوشی گم شد", by=both[1 - at])
        except CannotManage:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(shut_out, range(2)))

    assert Member.objects.filter(is_active=True).count() == 1
