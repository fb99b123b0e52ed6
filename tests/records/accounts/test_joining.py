from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from tests.factories.members import PASSWORD, member

from peyvand.records.accounts import joining
from peyvand.records.accounts.actions import CannotAdd, set_password
from peyvand.records.accounts.factors import must_begin
from peyvand.records.accounts.joining import CannotInvite, Invited, NoInvitation
from peyvand.records.accounts.models import Invitation, Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.accounts.rules import INVITATION_LASTS
from peyvand.records.accounts.throttle import TooManyTries

pytestmark = pytest.mark.django_db
HERE = "192.0.2.1"


def invited(role: str = "officer", **more: Any) -> Invited:
    return Invited(**({"display_name": "پریسا", "role": role, "email": "parisa@example.org"} | more))


def accept(secret: str, username: str = "parisa", password: str = PASSWORD) -> Member:
    return joining.accept(secret, username=username, password=password, address=HERE)


@pytest.fixture
def admin(db: None) -> Member:
    return member("admin", role=Role.ADMINISTRATOR)


@pytest.fixture
def head(db: None) -> Member:
    return member("reza", role=Role.HEAD)


def test_who_is_invited_becomes_a_member(admin: Member) -> None:
    invitation, secret = joining.invite(invited(city="geonames:418863", language="en"), by=admin)
    made = accept(secret)

    assert (made.username, str(made), made.role, made.city, made.language) == (
        "parisa", "پریسا", Role.OFFICER, "geonames:418863", "en",
    )  # fmt: skip
    assert made.check_password(PASSWORD)
    assert must_begin(made, timezone.now())
    assert Invitation.objects.get(pk=invitation.pk).member == made


def test_the_secret_is_kept_nowhere(admin: Member) -> None:
    _invitation, secret = joining.invite(invited(), by=admin)

    assert secret not in str(Invitation.objects.values().get())


def test_a_link_opens_once(admin: Member) -> None:
    _invitation, secret = joining.invite(invited(), by=admin)
    accept(secret)

    with pytest.raises(NoInvitation):
        accept(secret, "another")


def test_a_link_opens_for_some_days(admin: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    _invitation, secret = joining.invite(invited(), by=admin)
    later: datetime = timezone.now() + INVITATION_LASTS
    monkeypatch.setattr("peyvand.records.accounts.joining.timezone.now", lambda: later)

    with pytest.raises(NoInvitation):
        accept(secret)


def test_a_revoked_link_opens_nothing(admin: Member) -> None:
    invitation, secret = joining.invite(invited(), by=admin)
    joining.revoke(invitation, by=admin)

    with pytest.raises(NoInvitation):
        accept(secret)
    with pytest.raises(CannotInvite):
        joining.revoke(invitation, by=admin)
    with pytest.raises(CannotInvite):
        joining.renew(invitation, by=admin)


def test_a_new_link_ends_the_old_one(admin: Member) -> None:
    invitation, old = joining.invite(invited(), by=admin)
    new = joining.renew(invitation, by=admin)

    with pytest.raises(NoInvitation):
        accept(old)
    assert accept(new).username == "parisa"


def test_a_link_is_as_good_as_who_sent_it(head: Member) -> None:
    _invitation, secret = joining.invite(invited(), by=head)
    Member.objects.filter(pk=head.pk).update(role=Role.OFFICER)

    with pytest.raises(NoInvitation):
        accept(secret)


def test_a_head_invites_to_lower_roles(head: Member) -> None:
    for role in (Role.ADMINISTRATOR, Role.HEAD):
        with pytest.raises(CannotInvite):
            joining.invite(invited(role), by=head)
    for at, role in enumerate((Role.OFFICER, Role.PRESS, Role.LEGAL, Role.COUNCIL_READER, Role.PARTNER, Role.AUDITOR)):
        joining.invite(invited(role, email=f"one{at}@example.org"), by=head)

    assert len(joining.open_invitations()) == 6


def test_a_head_does_not_touch_an_invitation_of_an_administrator(admin: Member, head: Member) -> None:
    invitation, _secret = joining.invite(invited(Role.HEAD), by=admin)

    for change in (joining.renew, joining.revoke):
        with pytest.raises(CannotInvite):
            change(invitation, by=head)


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.ADMINISTRATOR, Role.HEAD)])
def test_nobody_else_invites(role: Role) -> None:
    with pytest.raises(NotAllowed):
        joining.invite(invited(), by=member("other", role=role))


def test_whoever_holds_the_machine_invites_to_every_role(db: None) -> None:
    _invitation, secret = joining.invite(invited(Role.ADMINISTRATOR), by=None)

    assert accept(secret).role == Role.ADMINISTRATOR


@pytest.mark.parametrize(
    "wrong", [{"email": "nowhere"}, {"role": "emperor"}, {"display_name": " "}, {"language": "xx"}, {"email": ""}]
)
def test_bad_facts_invite_nobody(admin: Member, wrong: dict[str, str]) -> None:
    with pytest.raises(CannotInvite):
        joining.invite(invited(**wrong), by=admin)

    assert not Invitation.objects.exists()


def test_nobody_is_invited_twice_at_once(admin: Member) -> None:
    _invitation, secret = joining.invite(invited(), by=admin)
    with pytest.raises(CannotInvite):
        joining.invite(invited(email="Parisa@example.org"), by=admin)
    accept(secret)

    with pytest.raises(CannotInvite):
        joining.invite(invited(), by=admin)


@pytest.mark.parametrize(
    ("username", "password"),
    [("admin", PASSWORD), ("pari sa", PASSWORD), ("parisa", "short"), ("parisa", "parisa@example")],
)
def test_a_bad_name_or_password_leaves_the_link_open(admin: Member, username: str, password: str) -> None:
    _invitation, secret = joining.invite(invited(), by=admin)
    with pytest.raises(CannotAdd):
        accept(secret, username, password)

    assert accept(secret).username == "parisa"


def test_guesses_are_counted(db: None) -> None:
    for at in range(20):
        with pytest.raises(NoInvitation):
            joining.invitation_of(f"guess {at}", address=HERE)

    with pytest.raises(TooManyTries):
        joining.invitation_of("guess", address=HERE)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_accept_at_once_one_does() -> None:
    _invitation, secret = joining.invite(invited(), by=None)

    def accepts(at: int) -> bool:
        try:
            accept(secret, f"name{at}")
        except NoInvitation:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as workers:
        outcomes = list(workers.map(accepts, range(12)))

    assert (outcomes.count(True), Member.objects.count()) == (1, 1)


def test_of_two_who_take_one_name_at_once_the_second_is_told(admin: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    _invitation, secret = joining.invite(invited(), by=admin)

    def slowly(made: Member, password: str) -> None:
        set_password(made, password)
        if not Member.objects.filter(username="parisa").exists():
            member("parisa")

    monkeypatch.setattr(joining, "set_password", slowly)

    with pytest.raises(CannotAdd):
        accept(secret)
    assert (Member.objects.filter(username="parisa").count(), len(joining.open_invitations())) == (1, 1)
