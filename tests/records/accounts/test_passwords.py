from __future__ import annotations

import pytest
from django.utils import timezone
from tests.factories.members import PASSWORD, member

from peyvand.records.accounts import passwords
from peyvand.records.accounts.actions import CannotAdd
from peyvand.records.accounts.models import Member, PasswordLink
from peyvand.records.accounts.passwords import NoLink
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.accounts.rules import PASSWORD_LINK_LASTS
from peyvand.records.accounts.sittings import sit_down, sittings
from peyvand.records.accounts.throttle import TooManyTries

pytestmark = pytest.mark.django_db
HERE, NEW = "192.0.2.1", "another-long-word"


def choose(secret: str, password: str = NEW) -> Member:
    return passwords.set_by_link(secret, password, address=HERE)


def test_a_link_gives_a_new_password_once_and_ends_the_sessions() -> None:
    mina = member()
    sit_down(mina, address=HERE, agent="")
    secret = passwords.new_link(mina, by=member("admin", role=Role.ADMINISTRATOR))
    assert Member.objects.get(pk=mina.pk).check_password(PASSWORD)
    assert choose(secret).check_password(NEW)

    assert (Member.objects.get(pk=mina.pk).check_password(NEW), sittings(mina)) == (True, [])
    with pytest.raises(NoLink):
        choose(secret)


def test_the_secret_is_kept_nowhere() -> None:
    secret = passwords.new_link(member(), by=None)

    assert secret not in str(PasswordLink.objects.values().get())


def test_a_new_link_ends_the_old_one() -> None:
    mina = member()
    old, new = passwords.new_link(mina, by=None), passwords.new_link(mina, by=None)

    with pytest.raises(NoLink):
        choose(old)
    assert choose(new) == mina


def test_a_link_opens_for_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = passwords.new_link(member(), by=None)
    later = timezone.now() + PASSWORD_LINK_LASTS
    monkeypatch.setattr("peyvand.records.accounts.passwords.timezone.now", lambda: later)

    with pytest.raises(NoLink):
        choose(secret)


def test_who_has_left_has_no_link() -> None:
    mina = member()
    secret = passwords.new_link(mina, by=None)
    Member.objects.filter(pk=mina.pk).update(is_active=False)

    with pytest.raises(NoLink):
        choose(secret)
    with pytest.raises(CannotAdd):
        passwords.new_link(Member.objects.get(pk=mina.pk), by=None)


def test_a_bad_password_leaves_the_link_open() -> None:
    secret = passwords.new_link(member(), by=None)
    with pytest.raises(CannotAdd):
        choose(secret, "short")

    assert choose(secret).check_password(NEW)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_sends_links(role: Role) -> None:
    with pytest.raises(NotAllowed):
        passwords.new_link(member(), by=member("other", role=role))


def test_guesses_are_counted() -> None:
    for at in range(20):
        with pytest.raises(NoLink):
            passwords.member_of_link(f"guess {at}", address=HERE)

    with pytest.raises(TooManyTries):
        passwords.member_of_link("guess", address=HERE)
