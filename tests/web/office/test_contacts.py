"""Contacts on the pages."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories.members import PASSWORD, grant, member
from tests.factories.readings import ISFAHAN, KAZAN, Said
from tests.web.conftest import Accept
from tests.web.office.papers import words

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.contacts.actions import Facts, Office, hold_office, keep
from peyvand.records.contacts.models import Consent, Contact, Term

CONTACTS = "/en/office/contacts/"
NEW = {
    "kind": "person", "name": "Ильсур Метшин", "names": "en: Ilsur Metshin\r\nایلسور متشین", "role": "شهردار",
    "place": "Kazan", "place_place": KAZAN.id, "mail": "mayor@kazan.example", "visibility": "internal",
}  # fmt: skip


@pytest.fixture
def mayor(officer: Member) -> Contact:
    facts = Facts(name="Ilsur Metshin", role="mayor", place=KAZAN.id, phone="+7 843 000", note="راز")
    return keep(facts, by=officer)


def test_a_contact_is_written_down(signed_in: Client) -> None:
    answer = signed_in.post(f"{CONTACTS}new/", NEW)
    contact = Contact.objects.get()

    assert answer.headers["Location"] == f"{CONTACTS}{contact.pk}/"
    assert (contact.names, contact.place) == ([["en", "Ilsur Metshin"], ["", "ایلسور متشین"]], KAZAN.id)
    assert "mayor@kazan.example" in words(signed_in.get(answer.headers["Location"]))


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"name": " "}, "A contact needs a name."),
        ({"mail": "nobody"}, "This is no e-mail address."),
        ({"place": "Nowhereville", "place_place": ""}, "No place of this name is known."),
        ({"visibility": "public"}, "Choose one of the list."),
    ],
)
def test_what_does_not_hold_is_told_beside_its_field(signed_in: Client, typed: dict[str, str], fault: str) -> None:
    answer = signed_in.post(f"{CONTACTS}new/", {**NEW, **typed})

    assert (answer.status_code, fault in words(answer), Contact.objects.count()) == (422, True, 0)


def test_a_conflict_shows_both_and_keeps_what_was_typed(signed_in: Client, mayor: Contact) -> None:
    address = f"{CONTACTS}{mayor.pk}/edit/"
    assert signed_in.post(address, {**NEW, "role": "یک", "version": "0"}).status_code == 302
    answer = signed_in.post(address, {**NEW, "role": "دو", "version": "0"})
    page = answer.content.decode()

    assert (answer.status_code, Contact.objects.get().role) == (409, "یک")
    assert ("<bdi>یک</bdi>" in page, 'value="دو"' in page, 'name="version" value="1"' in page) == (True, True, True)


def test_a_term_is_noted_and_taken_back(signed_in: Client, mayor: Contact) -> None:
    address, office = f"{CONTACTS}{mayor.pk}/", {"role": "شهردار", "place": "Kazan", "place_place": KAZAN.id}
    refused = signed_in.post(f"{address}term/", {**office, "starts": "soon"})
    assert (refused.status_code, "This is no date." in words(refused)) == (422, True)
    assert 'value="soon"' in refused.content.decode()

    signed_in.post(f"{address}term/", {**office, "starts": "۲۶ آبان ۱۳۸۴"})
    assert "17 November 2005 – …" in words(signed_in.get(address))
    signed_in.post(f"{address}term/", {"term": str(Term.objects.get().pk)})
    assert not Term.objects.exists()
    assert signed_in.post(f"{address}term/", {"term": "99"}).status_code == 422


def test_everybody_sees_what_a_person_consented_to_and_no_more(signed_in: Client, mayor: Contact, signed: str) -> None:
    address, bond = f"{CONTACTS}{mayor.pk}/consent/", "/en/bonds/isfahan--kazan/"
    visitor = Client()
    assert "Metshin" not in words(visitor.get(bond))
    given = {"what": "give", "on": "2025-05-01", "words": "by letter", "may_name": "1", "may_role": "1"}
    signed_in.post(address, given)
    page = words(visitor.get(bond))
    assert ("Ilsur Metshin" in page, "mayor" in page, "+7 843" in page, "راز" in page) == (True, True, False, False)

    signed_in.post(address, {"what": "withdraw", "on": "2025-06-01"})
    assert "Metshin" not in words(visitor.get(bond))
    assert "Metshin" in words(signed_in.get(bond))
    assert Consent.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"on": "2025-05-01", "words": "x"}, "Say which fields may be published."),
        ({"on": "", "words": "x", "may_name": "1"}, "Say on which day."),
        ({"on": "2025-05-01", "may_name": "1"}, "Say what shows the consent"),
        ({"on": "2025-05-01", "may_name": "1", "document": "x" * 43}, "There is no such document."),
    ],
)
def test_consent_that_cannot_be_is_refused(
    signed_in: Client, mayor: Contact, typed: dict[str, str], fault: str
) -> None:
    answer = signed_in.post(f"{CONTACTS}{mayor.pk}/consent/", {"what": "give", **typed})

    assert (answer.status_code, fault in words(answer), Consent.objects.count()) == (422, True, 0)


def test_doubles_are_merged_and_parted(signed_in: Client, mayor: Contact, officer: Member) -> None:
    twin = keep(Facts(name="ilsur metshin"), by=officer)
    address = f"{CONTACTS}{mayor.pk}/"
    assert "These may be the same" in words(signed_in.get(address))
    signed_in.post(f"{address}merge/", {"what": "merge", "double": str(twin.pk)})
    assert signed_in.get(f"{CONTACTS}{twin.pk}/").headers["Location"] == address
    assert "Merged into this one" in words(signed_in.get(address))
    assert signed_in.post(f"{address}merge/", {"what": "merge", "double": "99"}).status_code == 422

    signed_in.post(f"{address}merge/", {"what": "part", "double": str(twin.pk)})
    assert Contact.objects.get(pk=twin.pk).merged_into is None


@pytest.mark.parametrize("what", ["merge", "part"])
def test_a_hidden_contact_is_no_other_than_a_missing_one(client: Client, officer: Member, what: str) -> None:
    hidden = keep(Facts(name="راز", place=KAZAN.id), by=officer)
    grant(elsewhere := member("leila"), ISFAHAN.id)
    own = keep(Facts(name="مینا", place=ISFAHAN.id), by=elsewhere)
    client.force_login(elsewhere)
    answers = [
        client.post(f"{CONTACTS}{own.pk}/merge/", {"what": what, "double": str(one)}) for one in (hidden.pk, 99_999)
    ]

    assert [(one.status_code, words(one)) for one in answers] == [(422, words(answers[0]))] * 2


def test_people_of_a_source_are_proposed_and_kept_by_hand(signed_in: Client, accept: Accept, officer: Member) -> None:
    known = keep(Facts(name="نرگس امیری"), by=officer)
    said = "ایلسور متشین، شهردار کازان، با نرگس امیری، سخنگوی شورای شهر اصفهان، دیدار کرد."
    capture = accept(Said(), Said(words=said))
    page = signed_in.get(f"{CONTACTS}read/{capture}/")

    assert "ایلسور متشین" in words(page)
    assert f'href="{CONTACTS}{known.pk}/"' in page.content.decode()
    form = signed_in.get(f"{CONTACTS}new/", {"name": "ایلسور متشین", "role": "شهردار"})
    assert 'value="ایلسور متشین"' in form.content.decode()
    assert Contact.objects.count() == 1


def test_an_erased_contact_is_gone(mayor: Contact) -> None:
    head = Client()
    head.force_login(member("reza", role=Role.HEAD))
    answer = head.post(f"{CONTACTS}{mayor.pk}/erase/")
    # Whoever has not shown for a while who they are is asked first.
    assert "/confirm/" in answer.headers["Location"] or answer.headers["Location"] == CONTACTS


@pytest.mark.parametrize("form", ["new/", "{}/edit/", "{}/term/", "{}/consent/", "{}/merge/"])
def test_fields_that_a_form_does_not_have_are_refused(signed_in: Client, mayor: Contact, form: str) -> None:
    answer = signed_in.post(f"{CONTACTS}{form.format(mayor.pk)}", {"erased_at": "1"})

    assert answer.status_code == 400


def test_contacts_are_found_in_any_script(signed_in: Client, mayor: Contact) -> None:
    for query in ("", "q=metshin", "kind=person", "place=Kazan"):
        assert "Ilsur Metshin" in words(signed_in.get(f"{CONTACTS}?{query}"))
    for query in ("q=x", "kind=office", "place=Istanbul", f"place={ISFAHAN.id}"):
        assert "Nobody is written down so." in words(signed_in.get(f"{CONTACTS}?{query}"))


@pytest.mark.parametrize("role", [Role.PRESS, Role.AUDITOR, Role.COUNCIL_READER])
def test_who_may_only_look_is_offered_nothing_to_change(mayor: Contact, role: Role) -> None:
    client = Client()
    client.force_login(member("r", role=role))

    assert "<form" not in client.get(f"{CONTACTS}{mayor.pk}/").content.decode().partition("<main")[2]
    assert client.post(f"{CONTACTS}{mayor.pk}/edit/", NEW).status_code == 403


def test_an_address_book_is_taken_in_and_out(signed_in: Client, mayor: Contact) -> None:
    book = SimpleUploadedFile("book.csv", b"name,phone\n=Mina,1\n")
    assert "1 contact is new." in words(signed_in.post(f"{CONTACTS}take-in/", {"book": book}))
    for data, fault in ((b"mail\nx", "cannot be read"), (b"\xff\xfe", "not in UTF-8"), (b"name\nx\n" * 2, "")):
        answer = signed_in.post(f"{CONTACTS}take-in/", {"book": SimpleUploadedFile("b", data)})
        assert fault in words(answer)
    assert signed_in.post(f"{CONTACTS}take-in/", {"book": ""}).status_code == 422

    signed_in.post("/en/office/confirm/", {"password": PASSWORD, "next": CONTACTS})
    for form, words_of in (("vcard", "FN:=Mina"), ("csv", "'=Mina")):
        answer = signed_in.get(f"{CONTACTS}book/{form}/")
        if answer.status_code == 200:
            assert words_of in answer.content.decode()
            assert answer.headers["Content-Disposition"].startswith("attachment")
        else:
            assert "/confirm/" in answer.headers["Location"]


def test_who_held_an_office_on_a_day_is_asked(signed_in: Client, mayor: Contact, officer: Member) -> None:
    hold_office(mayor, Office(role="شهردار", place=KAZAN.id, starts="2005-11-17", ends="2030"), by=officer)

    assert "In office on 1 January 2010 Ilsur Metshin" in words(signed_in.get(f"{CONTACTS}?place=Kazan&on=2010-01-01"))
    assert "Nobody of whom it is noted." in words(signed_in.get(f"{CONTACTS}?place=Kazan&on=1380/1/1"))
    assert "In office on 1" not in words(signed_in.get(f"{CONTACTS}?on=2010-01-01"))
