from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail import EmailMessage
from tests.factories.members import member
from tests.records.agenda.conftest import TODAY

from peyvand.records.accounts.models import Member
from peyvand.records.agenda.digests import send_digests, write_digests
from peyvand.records.agenda.models import Digest
from peyvand.records.casework.models import Case

pytestmark = pytest.mark.django_db


def test_each_morning_one_letter_for_who_has_an_address(mina: Member, waiting: str, kazan: Case) -> None:
    member("sara")
    assert (write_digests(TODAY), write_digests(TODAY)) == (1, 0)
    assert (send_digests(), send_digests()) == (1, 0)

    (letter,) = mail.outbox
    assert (letter.to, letter.subject.startswith("Peyvand: ")) == (["mina@example.org"], True)
    assert "Sources with something to judge: 1" in letter.body
    assert "2025-03-10  Proposal – Isfahan – Kazan" in letter.body


def test_who_has_nothing_to_do_gets_no_letter(mina: Member) -> None:
    assert write_digests(TODAY) == 0


def test_a_letter_waits_for_a_server_that_is_down(mina: Member, waiting: str, settings: LazySettings) -> None:
    write_digests(TODAY)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(OSError, match="refused"):
        send_digests()
    assert Digest.objects.get().sent_at is None

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert (send_digests(), len(mail.outbox)) == (1, 1)


def test_a_letter_that_is_refused_holds_up_no_other(
    mina: Member, waiting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sara = member("sara")
    Member.objects.filter(pk=sara.pk).update(email="sara@example.org")
    write_digests(TODAY)
    taken = EmailMessage.send

    def send(letter: EmailMessage, fail_silently: bool = False) -> int:
        if letter.to == ["mina@example.org"]:
            raise OSError("no such mailbox")
        return taken(letter, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", send)
    with pytest.raises(OSError, match="no such mailbox"):
        send_digests()

    assert [letter.to for letter in mail.outbox] == [["sara@example.org"]]
    assert list(Digest.objects.filter(sent_at=None).values_list("member__username", "failures")) == [("mina", 1)]
