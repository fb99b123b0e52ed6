"""The register follows its correspondents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.records.letters.conftest import FROM_KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.contacts import actions as contacts
from peyvand.records.contacts.models import Contact
from peyvand.records.letters.actions import Named, register
from peyvand.records.letters.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(officer: Member) -> Contact:
    return contacts.keep(contacts.Facts(name="ژوبین ظریفی"), by=officer)


@pytest.fixture
def letter(writer: Contact, officer: Member) -> Letter:
    return register(replace(FROM_KAZAN, senders=(Named(contact=writer.pk),)), by=officer)


def folded(letter: Letter) -> str:
    return Letter.objects.values_list("folded", flat=True).get(pk=letter.pk)


def test_a_letter_is_found_by_the_new_name_of_its_writer(letter: Letter, writer: Contact, officer: Member) -> None:
    contacts.change(writer, contacts.Facts(name="ژوبین رستمی"), follows=0, by=officer)

    assert ("رستمی" in folded(letter), "ظریفی" in folded(letter), "سابانتوی" in folded(letter)) == (True, False, True)


def test_a_letter_takes_the_name_that_a_double_is_shown_by(letter: Letter, writer: Contact, officer: Member) -> None:
    kept = contacts.keep(contacts.Facts(name="Zhoobin"), by=officer)
    contacts.merge(kept, writer, by=officer)

    assert ("zhoobin" in folded(letter), "ظریفی" in folded(letter)) == (True, False)


def test_the_name_of_who_is_erased_stays_in_no_letter(letter: Letter, writer: Contact, head_of_office: Member) -> None:
    contacts.erase(writer, by=head_of_office)

    assert ("ژوبین" in folded(letter), "سابانتوی" in folded(letter)) == (False, True)
