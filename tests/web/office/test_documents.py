"""Documents on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from tests.factories.documents import docx, paragraph
from tests.factories.members import member
from tests.factories.pictures import picture
from tests.web.office.papers import OF_BOND, PAIR, scan, words

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.contacts.actions import Facts as ContactFacts
from peyvand.records.contacts.actions import keep
from peyvand.records.documents.actions import Facts, bring
from peyvand.records.documents.models import Document, File, Tie

DOCUMENTS = "/en/office/documents/"
NEW = {"title": "مصوبه", "visibility": "internal", **OF_BOND}


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def paper(officer: Member) -> Document:
    return bring(picture((40, 60)), "council.jpg", Facts(title="مصوبه", places=PAIR), by=officer)


def test_a_document_is_brought_and_its_double_is_told(signed_in: Client, paper: Document) -> None:
    answer = signed_in.post(f"{DOCUMENTS}new/", {**NEW, "title": "دوباره", "scan": scan()})
    page = signed_in.get(answer.headers["Location"])

    assert (Document.objects.count(), File.objects.count()) == (2, 1)
    assert "The very same file was brought before: مصوبه" in words(page)
    assert f'src="/en/documents/{Document.objects.latest("pk").key}/page/"' in page.content.decode()


def test_the_words_of_a_file_stand_on_its_page(signed_in: Client) -> None:
    file = scan(docx(paragraph("<b>نامه</b>")), "n.docx")
    page = signed_in.get(signed_in.post(f"{DOCUMENTS}new/", {**NEW, "scan": file}).headers["Location"])

    assert "&lt;b&gt;نامه&lt;/b&gt;" in page.content.decode()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"<svg onload='alert(1)'/>", "Only PDF, JPEG"),
        (b"%PDF-1.7 nothing", "The document is damaged"),
        (docx(parts={"word/vbaProject.bin": b"x"}), "It holds a program (macros)"),
    ],
)
def test_a_hostile_file_is_refused_in_words(signed_in: Client, data: bytes, fault: str) -> None:
    answer = signed_in.post(f"{DOCUMENTS}new/", {**NEW, "scan": scan(data, "x.pdf")})

    assert (answer.status_code, fault in words(answer), Document.objects.count()) == (422, True, 0)
    assert 'value="مصوبه"' in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({}, "Choose a file."),
        ({"own": "Nowhereville", "own_place": ""}, "No place of this name is known."),
        ({"title": "x" * 301, "scan": 1}, "This is too long."),
        ({"visibility": "secret", "scan": 1}, "Choose one of the list."),
    ],
)
def test_what_does_not_hold_is_told(signed_in: Client, typed: dict[str, object], fault: str) -> None:
    told = {**NEW, **typed} | ({"scan": scan()} if "scan" in typed else {})
    answer = signed_in.post(f"{DOCUMENTS}new/", told)

    assert (answer.status_code, fault in words(answer)) == (422, True)


def test_a_conflict_shows_both_and_keeps_what_was_typed(signed_in: Client, paper: Document) -> None:
    address = f"{DOCUMENTS}{paper.key}/edit/"
    assert signed_in.post(address, {**NEW, "title": "یک", "version": "0"}).status_code == 302
    answer = signed_in.post(address, {**NEW, "title": "دو", "version": "0"})
    page = answer.content.decode()

    assert (answer.status_code, Document.objects.get().title) == (409, "یک")
    assert ("<bdi>یک</bdi>" in page, 'value="دو"' in page, 'name="version" value="1"' in page) == (True, True, True)


def test_a_document_is_voided_tied_and_loosened(signed_in: Client, paper: Document) -> None:
    address, bond = f"{DOCUMENTS}{paper.key}/", " ".join(PAIR)
    assert signed_in.post(f"{address}tie/", {"what": "tie", "kind": "gate", "ref": "9/0/x"}).status_code == 422
    signed_in.post(f"{address}tie/", {"what": "tie", "kind": "bond", "ref": bond})
    assert "Isfahan – Kazan" in words(signed_in.get(address))
    signed_in.post(f"{address}tie/", {"what": "loosen", "kind": "bond", "ref": bond})
    assert not Tie.objects.exists()

    assert signed_in.post(f"{address}void/", {"what": "void", "reason": ""}).status_code == 422
    signed_in.post(f"{address}void/", {"what": "void", "reason": "کهنه"})
    assert "No document is kept so." in words(signed_in.get(DOCUMENTS))
    assert "مصوبه" in words(signed_in.get(f"{DOCUMENTS}?voided=1"))
    signed_in.post(f"{address}void/", {"what": "restore", "reason": "نو"})
    assert Document.objects.get().voided_at is None


def test_a_document_of_a_contact_is_seen_from_it(signed_in: Client, officer: Member) -> None:
    contact = keep(ContactFacts(name="مینا"), by=officer)
    signed_in.post(f"{DOCUMENTS}new/", {**NEW, "tie_kind": "contact", "tie_ref": str(contact.pk), "scan": scan()})

    assert "مصوبه" in words(signed_in.get(f"/en/office/contacts/{contact.pk}/"))


def test_what_it_was_to_belong_to_may_be_gone(signed_in: Client) -> None:
    answer = signed_in.post(f"{DOCUMENTS}new/", {**NEW, "tie_kind": "case", "tie_ref": "99", "scan": scan()})

    assert (answer.status_code, Document.objects.count(), Tie.objects.count()) == (302, 1, 0)


@pytest.mark.parametrize("form", ["new/", "{}/edit/", "{}/void/", "{}/tie/"])
def test_fields_that_a_form_does_not_have_are_refused(signed_in: Client, paper: Document, form: str) -> None:
    answer = signed_in.post(f"{DOCUMENTS}{form.format(paper.key)}", {"key": "1" * 43})

    assert answer.status_code == 400


def test_lists_are_asked_by_words_and_cities(signed_in: Client, paper: Document) -> None:
    for query in ("", "q=مصوبه", "q=council", "place=Isfahan"):
        assert "1 document" in words(signed_in.get(f"{DOCUMENTS}?{query}"))
    for query in ("q=x", "place=Istanbul", "place=Nowhereville"):
        assert "No document is kept so." in words(signed_in.get(f"{DOCUMENTS}?{query}"))


def test_a_partner_sees_what_is_shared_and_nothing_else(officer: Member, paper: Document) -> None:
    partner = member("p", role=Role.PARTNER)
    partner.grants.create(
        place=PAIR[0], partner=PAIR[1], since=timezone.localdate(), at=timezone.now(), reason="their office"
    )
    shared = bring(picture((9, 9)), "shared.jpg", Facts(places=PAIR, visibility="partner"), by=officer)
    client = Client()
    client.force_login(partner)

    assert client.get(f"{DOCUMENTS}{shared.key}/").status_code == 200
    assert client.get(f"{DOCUMENTS}{paper.key}/").content == client.get(f"{DOCUMENTS}{'x' * 43}/").content
    assert ("shared.jpg" in words(client.get(DOCUMENTS)), "مصوبه" in words(client.get(DOCUMENTS))) == (True, False)
    assert "What was changed" not in words(client.get(f"{DOCUMENTS}{shared.key}/"))
