from __future__ import annotations

import pytest
from django.core import mail
from tests.factories.members import member

from peyvand.records.accounts.joining import Invited, invite
from peyvand.records.accounts.letters import send_invitation, tell_member
from peyvand.records.accounts.models import Invitation

pytestmark = pytest.mark.django_db
LINK = "https://office.example/fa/office/invitation/abc/"


def invitation(language: str) -> Invitation:
    facts = Invited(display_name="پریسا", role="officer", email="parisa@example.org", language=language)
    return invite(facts, by=None)[0]


@pytest.mark.parametrize(("language", "subject"), [("en", "Invitation to Peyvand"), ("fa", "دعوت به پیوند")])
def test_an_invitation_is_written_in_the_language_of_who_is_invited(language: str, subject: str) -> None:
    one = invitation(language)

    assert send_invitation(one, LINK)
    assert (mail.outbox[0].subject, mail.outbox[0].to) == (subject, ["parisa@example.org"])
    assert LINK in mail.outbox[0].body.splitlines()
    assert Invitation.objects.get().sent_at


def test_a_server_that_is_down_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", down)

    assert not send_invitation(invitation("en"), LINK)
    assert Invitation.objects.get().sent_at is None


def test_members_hear_of_changes_where_their_address_is_known() -> None:
    mina = member()
    assert not tell_member(mina, "x")
    mina.email, mina.language = "mina@example.org", "en"

    assert tell_member(mina, "Your password was changed.")
    assert "Your password was changed." in mail.outbox[0].body
