"""The letter register on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN
from tests.web.office.papers import OF_BOND, PAIR, scan, words

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework.actions import open_case
from peyvand.records.contacts.actions import Facts as ContactFacts
from peyvand.records.contacts.actions import keep
from peyvand.records.documents.models import Document, Tie
from peyvand.records.history.queries import changes_of
from peyvand.records.ledger.models import Entry
from peyvand.records.letters.actions import Facts, Named, register
from peyvand.records.letters.models import Letter, Party

NEW = {
    "direction": "incoming", "subject": "دعوت به سابانتوی", "date": "۱۵ تیر ۱۴۰۳", "senders": "Мэр Казани",
    "receivers": "شهردار اصفهان\nشورای شهر", "their_number": "К-12", "answer_within": "۱۰", "visibility": "internal",
    **OF_BOND,
}  # fmt: skip
LETTERS = "/en/office/letters/"


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def kazan(officer: Member) -> Letter:
    facts = Facts(
        direction="incoming", date="2024-07-05", subject="دعوت", senders=(Named(words="Мэр"),),
        receivers=(Named(words="شهردار"),), answer_within=10, places=PAIR,
    )  # fmt: skip
    return register(facts, by=officer)


def test_a_letter_is_registered_with_its_scan(signed_in: Client) -> None:
    answer = signed_in.post(f"{LETTERS}new/", {**NEW, "scan": scan()})
    letter, document = Letter.objects.get(), Document.objects.get()

    assert answer.headers["Location"] == f"{LETTERS}{letter.pk}/"
    assert (letter.date, letter.places, letter.number) == ("2024-07-05", PAIR, 1)
    assert [str(one) for one in Party.objects.order_by("pk")] == ["Мэр Казани", "شهردار اصفهان", "شورای شهر"]
    assert (Tie.objects.get().ref, document.title, document.places) == (str(letter.pk), letter.subject, PAIR)
    page = words(signed_in.get(answer.headers["Location"]))
    assert "5 July 2024 (15 Tir 1403)" in page
    assert "۱۵ تیر ۱۴۰۳ (Solar Hijri)" in page


def test_a_hostile_scan_is_refused_and_no_number_is_taken(signed_in: Client) -> None:
    answer = signed_in.post(f"{LETTERS}new/", {**NEW, "scan": scan(b"<script>alert(1)</script>", "scan.pdf")})

    assert (answer.status_code, Letter.objects.count(), Document.objects.count()) == (422, 0, 0)
    assert "Only PDF, JPEG, PNG, TIFF, WebP and Word (DOCX) files are kept." in words(answer)
    assert 'value="К-12"' in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"date": "soon"}, "This is no date."),
        ({"subject": " "}, "A letter needs a subject."),
        ({"senders": " "}, "Say who wrote it and to whom."),
        ({"senders": "Metshin #99"}, "There is no contact of this number: #99"),
        ({"answer_within": "ten"}, "This is no number."),
        ({"own": "Nowhereville", "own_place": ""}, "No place of this name is known."),
        ({"visibility": "secret"}, "Choose one of the list."),
    ],
)
def test_what_does_not_hold_is_told_beside_its_field(signed_in: Client, typed: dict[str, str], fault: str) -> None:
    answer = signed_in.post(f"{LETTERS}new/", {**NEW, **typed})

    assert (answer.status_code, fault in words(answer), Letter.objects.count()) == (422, True, 0)
    assert "Мэр Казани" in answer.content.decode() or "senders" in typed


def test_a_name_among_the_contacts_becomes_a_link(signed_in: Client, officer: Member) -> None:
    mayor = keep(ContactFacts(name="Ильсур Метшин", names=(("en", "Ilsur Metshin"),)), by=officer)
    twins = [keep(ContactFacts(name="Ali Rezaei"), by=officer) for _ in range(2)]
    refused = signed_in.post(f"{LETTERS}new/", {**NEW, "senders": "ali rezaei"})
    signed_in.post(f"{LETTERS}new/", {**NEW, "senders": f"ilsur metshin\nAli Rezaei #{twins[1].pk}"})

    assert f"#{twins[0].pk}, #{twins[1].pk}" in words(refused)
    assert [one.contact for one in Party.objects.filter(side="from").order_by("position")] == [mayor, twins[1]]


def test_an_answer_takes_over_what_the_letter_says(signed_in: Client, kazan: Letter) -> None:
    form = signed_in.get(f"{LETTERS}new/?answers={kazan.pk}").content.decode()
    assert ('name="direction" value="outgoing"' in form, ">\nМэр</textarea>" in form) == (True, True)

    # A browser sends an empty word where no file was chosen.
    typed = {**NEW, "direction": "outgoing", "answers": str(kazan.pk), "answer_within": "", "scan": ""}
    ours = Letter.objects.get(pk=int(signed_in.post(f"{LETTERS}new/", typed).headers["Location"].split("/")[-2]))
    assert (ours.answers, ours.answer_by) == (kazan, None)
    page = words(signed_in.get(f"{LETTERS}{kazan.pk}/"))
    assert ("The exchange" in page, "an answer is due" in page) == (True, False)


def test_a_letter_of_a_gate_is_seen_from_the_case_and_the_bond(signed_in: Client, officer: Member, signed: str) -> None:
    case = open_case(ISFAHAN.id, KAZAN.id, by=officer, on=Letter._meta.get_field("day").to_python("2025-03-01"))
    signed_in.post(f"{LETTERS}new/", {**NEW, "tie_kind": "gate", "tie_ref": f"{case.pk}/0/council"})
    letter = Letter.objects.get()
    link = f'href="{LETTERS}{letter.pk}/"'

    assert Tie.objects.get().ref == f"{case.pk}/0/council"
    assert link in signed_in.get(f"/en/office/cases/{case.pk}/").content.decode()
    assert link in signed_in.get("/en/bonds/isfahan--kazan/").content.decode()
    assert letter.subject not in Client().get("/en/bonds/isfahan--kazan/").content.decode()


def test_a_change_is_kept_and_a_conflict_loses_no_word(signed_in: Client, kazan: Letter, officer: Member) -> None:
    typed = {**NEW, "senders": "Мэр", "receivers": "شهردار", "version": "0"}
    assert signed_in.post(f"{LETTERS}{kazan.pk}/edit/", {**typed, "subject": "یک"}).status_code == 302
    answer = signed_in.post(f"{LETTERS}{kazan.pk}/edit/", {**typed, "subject": "دو"})
    page = answer.content.decode()

    assert (answer.status_code, Letter.objects.get().subject) == (409, "یک")
    assert ("<bdi>یک</bdi>" in page, "<bdi>دو</bdi>" in page, 'value="دو"' in page) == (True, True, True)
    assert 'name="version" value="1"' in page
    assert signed_in.post(f"{LETTERS}{kazan.pk}/edit/", {**typed, "subject": "دو", "version": "1"}).status_code == 302
    assert Letter.objects.get().subject == "دو"


def test_a_letter_is_voided_with_a_reason(signed_in: Client, kazan: Letter) -> None:
    address = f"{LETTERS}{kazan.pk}/void/"
    assert signed_in.post(address, {"what": "void", "reason": ""}).status_code == 422
    signed_in.post(address, {"what": "void", "reason": "دو بار"})

    assert (Letter.objects.get().voided_at is None, "دو بار" in words(signed_in.get(f"{LETTERS}{kazan.pk}/"))) == (
        False,
        True,
    )
    assert "No letter is registered so." in words(signed_in.get(LETTERS))
    signed_in.post(address, {"what": "restore", "reason": "نه"})
    assert Letter.objects.get().voided_at is None


def test_ties_and_scans_are_made_and_taken_back(signed_in: Client, kazan: Letter) -> None:
    address, bond = f"{LETTERS}{kazan.pk}/", " ".join(PAIR)
    assert signed_in.post(f"{address}tie/", {"what": "tie", "kind": "case", "ref": "99"}).status_code == 422
    signed_in.post(f"{address}tie/", {"what": "tie", "kind": "bond", "ref": bond})
    signed_in.post(f"{address}scan/", {"what": "attach", "scan": scan()})
    assert sorted(Tie.objects.values_list("kind", flat=True)) == ["bond", "letter"]

    assert signed_in.post(f"{address}scan/", {"what": "attach", "scan": scan(b"MZ")}).status_code == 422
    assert signed_in.post(f"{address}scan/", {"what": "attach"}).status_code == 422
    signed_in.post(f"{address}scan/", {"what": "detach", "key": Document.objects.get().key})
    signed_in.post(f"{address}tie/", {"what": "loosen", "kind": "bond", "ref": bond})
    assert not Tie.objects.exists()


@pytest.mark.parametrize("form", ["new/", "{}/edit/", "{}/void/", "{}/tie/", "{}/scan/"])
def test_fields_that_a_form_does_not_have_are_refused(signed_in: Client, kazan: Letter, form: str) -> None:
    typed = {**NEW, "version": "0"} if "edit" in form else NEW if form == "new/" else {}
    answer = signed_in.post(f"{LETTERS}{form.format(kazan.pk)}", {**typed, "number": "7"})

    assert (answer.status_code, Letter.objects.get().version) == (400, 0)
    if form in ("new/", "{}/scan/"):
        assert signed_in.post(f"{LETTERS}{form.format(kazan.pk)}", {**typed, "other": scan()}).status_code == 400


def test_the_register_is_asked_and_goes_on_paper(signed_in: Client, kazan: Letter) -> None:
    for query in ("q=دعوت", "direction=incoming", "state=waiting", f"year={kazan.year}", "place=Kazan"):
        assert "incoming" in words(signed_in.get(f"{LETTERS}?{query}"))
    for query in (
        "q=x%00",
        "place=%00x",
        "state=late",
        "direction=outgoing",
        "year=1390",
        "place=Istanbul",
        "place=Nowhere",
    ):
        assert "No letter is registered so." in words(signed_in.get(f"{LETTERS}?{query}"))
    assert "دعوت" in words(signed_in.get(f"{LETTERS}register/?year={kazan.year}"))
    assert "No letter" in words(signed_in.get(f"{LETTERS}register/?year=1390"))


def test_what_is_hidden_from_a_partner_is_as_missing(kazan: Letter) -> None:
    client = Client()
    client.force_login(member("p", role=Role.PARTNER))

    assert client.get(f"{LETTERS}{kazan.pk}/").content == client.get(f"{LETTERS}999999/").content
    assert "دعوت" not in words(client.get(LETTERS))


def test_the_words_of_changes_are_erased_by_the_head_of_office(signed_in: Client, kazan: Letter) -> None:
    assert signed_in.post(f"{LETTERS}{kazan.pk}/forget/").status_code == 403
    head = Client()
    head.force_login(member("reza", role=Role.HEAD))
    head.post(f"{LETTERS}{kazan.pk}/forget/")

    assert {one.erased for one in changes_of("letter", kazan.pk)} == {True}


def test_hostile_words_do_nothing(signed_in: Client) -> None:
    evil = "<img src=x onerror=alert(1)>\u202eevil"
    typed = {**NEW, "subject": evil, "senders": evil, "note": evil, "their_number": evil[:100], "scan": scan(name=evil)}
    address = signed_in.post(f"{LETTERS}new/", typed).headers["Location"]
    for path in (address, LETTERS, f"{address}edit/", f"{LETTERS}register/", "/en/office/documents/"):
        page = signed_in.get(path).content.decode()
        assert "<img src=x" not in page
        assert "\u202e" not in page or path.endswith("edit/")


def test_a_letter_that_bears_witness_to_a_statement_is_seen_from_the_bond(
    signed_in: Client, kazan: Letter, signed: str
) -> None:
    Letter.objects.update(place_a="", place_b="", visibility="public")
    key = Entry.objects.filter(kind="statement").latest("number").key
    signed_in.post(f"{LETTERS}{kazan.pk}/tie/", {"what": "tie", "kind": "statement", "ref": key})

    for client in (signed_in, Client()):
        assert kazan.subject in words(client.get("/en/bonds/isfahan--kazan/"))


def test_words_that_look_like_a_number_stay_words(signed_in: Client, officer: Member) -> None:
    contact = keep(ContactFacts(name="راز", place=KAZAN.id), by=officer)
    facts = Facts(
        direction="incoming", date="2024-07-05", subject="دعوت", senders=(Named(words=f"#{contact.pk}"),),
        receivers=(Named(words=f"#{'9' * 30}"), Named(contact=contact.pk)), places=PAIR,
    )  # fmt: skip
    page = words(signed_in.get(f"{LETTERS}{register(facts, by=officer).pk}/"))

    assert (page.count("راز"), page.count(f"#{'9' * 30}")) == (2, 2)
