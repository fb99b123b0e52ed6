"""Members, from the command line of whoever holds the machine."""

from __future__ import annotations

import io
import json

import pytest
from django.conf import LazySettings
from django.core import mail
from tests.cli.conftest import Run
from tests.factories.members import PASSWORD, member

from peyvand.records.accounts import joining, passwords
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role

pytestmark = pytest.mark.django_db
INVITE = ("member", "invite", "پریسا", "--role", "officer", "--email", "parisa@example.org")


def test_a_member_is_added(peyvand: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))

    status, _out, _err = peyvand("member", "add", "mina", "--role", "officer", "--password-stdin")

    assert (status, Member.objects.get().username) == (0, "mina")


@pytest.mark.parametrize(
    "arguments",
    [
        ("member", "add", "mina", "--role", "emperor"),
        (*INVITE[:4], "emperor", *INVITE[5:]),
        (*INVITE[:6], "nowhere"),
        (*INVITE, "--city", "ناکجاآباد"),
        ("member", "deactivate", "nobody", "--reason", "x"),
    ],
)
def test_wrong_words_change_nothing(peyvand: Run, arguments: tuple[str, ...]) -> None:
    assert peyvand(*arguments)[0] == 2
    assert not Member.objects.exists()
    assert joining.open_invitations() == []


def test_an_invitation_prints_its_link_and_sends_it(peyvand: Run) -> None:
    status, out, _err = peyvand(*INVITE, "--site", "https://office.example/", "--city", "geonames:418863")
    secret = out.strip().removeprefix("https://office.example/fa/office/invitation/").rstrip("/")
    made = joining.accept(secret, username="parisa", password=PASSWORD, address="192.0.2.1")

    assert (status, made.role, made.city) == (0, Role.OFFICER, "geonames:418863")
    assert out.strip() in mail.outbox[0].body


@pytest.mark.parametrize("off", ["--no-letter", "console"])
def test_without_a_mail_server_the_link_is_handed_over(peyvand: Run, settings: LazySettings, off: str) -> None:
    if off == "console":
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    status, out, err = peyvand(*INVITE, *([off] if off.startswith("--") else []))

    assert (status, len(out.splitlines()), mail.outbox) == (0, 1, [])
    assert "Hand this link over" in err


def test_members_are_listed(peyvand: Run) -> None:
    member("mina")
    member("gone", active=False)
    lines = [json.loads(line) for line in peyvand("member", "list", "--format", "json")[1].splitlines()]

    assert [(one["name"], one["state"], one["factors"]) for one in lines] == [
        ("gone", "out", ""),
        ("mina", "active", ""),
    ]
    assert peyvand("member", "list")[1].splitlines()[1] == "mina  officer  active  -  -"


def test_a_member_leaves_and_comes_back(peyvand: Run) -> None:
    member("admin", role=Role.ADMINISTRATOR)
    member("mina")
    assert peyvand("member", "deactivate", "mina", "--reason", "left")[0] == 0
    assert not Member.objects.get(username="mina").is_active
    assert peyvand("member", "deactivate", "mina", "--reason", "left")[0] == 2
    assert peyvand("member", "reactivate", "mina", "--reason", "back")[0] == 0

    assert Member.objects.get(username="mina").is_active


def test_a_lost_factor_is_reset(peyvand: Run) -> None:
    before = member("mina").factor_due

    assert peyvand("member", "reset-factor", "mina", "--reason", "telephone lost")[0] == 0
    assert Member.objects.get().factor_due < before


def test_a_lost_password_is_chosen_anew_by_a_link(peyvand: Run) -> None:
    member("mina")
    status, out, _err = peyvand("member", "password", "mina", "--site", "https://office.example")
    secret = out.strip().removeprefix("https://office.example/fa/office/password/").rstrip("/")

    assert (status, passwords.set_by_link(secret, "another-long-word", address="192.0.2.1").username) == (0, "mina")
    assert peyvand("member", "password", "nobody")[0] == 2
