"""What of each kind stands in the index, and what is shown of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.factories.members import member
from tests.factories.pictures import picture
from tests.factories.readings import ISFAHAN, KAZAN
from tests.factories.searching import found

from peyvand.core.ledger.words import Instrument
from peyvand.core.search import marks
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework import actions as casework
from peyvand.records.contacts import actions as contacts
from peyvand.records.documents import actions as documents
from peyvand.records.documents.models import File
from peyvand.records.letters import actions as letters
from peyvand.records.search import actions
from peyvand.records.search.as_json import hit_json
from peyvand.records.search.drafts import rows_of
from peyvand.records.search.kinds.bonds import Bonds
from peyvand.records.search.kinds.cases import Cases
from peyvand.records.search.kinds.contacts import Contacts
from peyvand.records.search.kinds.documents import Documents
from peyvand.records.search.kinds.kind import Found, Kind
from peyvand.records.search.kinds.letters import Letters, of_contacts
from peyvand.records.search.kinds.places import Places
from peyvand.records.search.kinds.sources import Sources, as_day, batches
from peyvand.records.search.kinds.statements import Statements, keys_in
from peyvand.records.search.queries import search

pytestmark = pytest.mark.django_db


def words_of(kind: Kind) -> list[set[str]]:
    return [set(row[5].split(" ")) for draft in kind.drafts(None) for row in rows_of(draft)]


def test_a_place_is_found_by_name_sound_and_slip(accepted: str) -> None:
    (kazan,) = [words for words in words_of(Places()) if marks.of(KAZAN.id) in words]

    assert set(marks.name_words(["کازان", "kazan"])) <= kazan
    assert set(marks.close_words(["kzan", "kazan"])) <= kazan
    assert Places().shown([KAZAN.id, "geonames:0"]) == {KAZAN.id: Found(places=(KAZAN.id,), slug="kazan")}


def test_a_bond_stands_with_its_sides_and_years(accepted: str) -> None:
    (bond,) = [words for words in words_of(Bonds()) if marks.of(KAZAN.id) in words]

    wanted = {marks.standing("sister_city"), marks.standing("in_force"), marks.year(1404), marks.year(2025)}
    assert wanted <= bond
    assert list(Bonds().drafts(["nowhere--else"])) == []


def test_sources_and_statements_are_shown_in_their_own_words(accepted: str) -> None:
    (source,) = Sources().shown([accepted]).values()
    told = Statements().shown(keys_in([accepted]))

    assert (source.name, source.day, source.codes) == ("خبری از دو شهر", date(2025, 4, 10), ("article",))
    assert {one.name for one in told.values()} == {
        "پیمان خواهرخواندگی اصفهان و کازان امضا شد.",
        "شهردار استانبول به اصفهان آمد.",
        "کازان 16مین خواهرشهر اصفهان است.",
    }
    assert {one.codes for one in told.values()} == {("signing",), ("visit",), ()}
    assert as_day("2025-04-10") == as_day(date(2025, 4, 10))
    assert list(batches(iter("abcde"), 2)) == [["a", "b"], ["c", "d"], ["e"]]


def test_a_case_has_what_was_recorded_of_it(officer: Member) -> None:
    day = casework.timezone.localdate()
    case = casework.open_case(ISFAHAN.id, KAZAN.id, instrument=Instrument.MOU, by=officer, on=day)
    casework.withdraw(case, on=day, reason="بی‌پاسخ ماند", by=officer)

    (shown,) = Cases().shown([str(case.pk)]).values()
    assert (shown.texts, shown.places, shown.codes[0]) == (("بی‌پاسخ ماند",), (ISFAHAN.id, KAZAN.id), "mou")


def test_a_person_is_found_by_the_names_of_doubles_and_in_letters(officer: Member) -> None:
    kept = contacts.keep(contacts.Facts(name="ژوبین راد", mail="j@example.ir", place=KAZAN.id), by=officer)
    double = contacts.keep(contacts.Facts(name="Jobin Rad"), by=officer)
    letter = letters.register(
        letters.Facts(
            direction="incoming",
            subject="دعوت به جشن",
            date="1404/02/10",
            senders=(letters.Named(contact=double.pk),),
            receivers=(letters.Named(words="دفتر"),),
        ),
        by=officer,
    )
    contacts.merge(kept, double, by=officer)

    assert found("jobin", officer) == ["contact"]
    assert found("ژوبین", officer) == ["contact", "letter"]
    assert of_contacts([str(double.pk)]) == {str(letter.pk)}
    assert Contacts().shown([str(kept.pk)])[str(kept.pk)].texts == ("j@example.ir",)
    assert Letters().shown([str(letter.pk)])[str(letter.pk)].name == "دعوت به جشن"
    assert actions.differences() == []


def test_hits_are_told_as_json(accepted: str) -> None:
    told = [hit_json(hit) for hit in search("Kazan", None).hits]

    assert [(one["kind"], one["id"]) for one in told[:3]] == [
        ("place", KAZAN.id), ("bond", "isfahan--kazan"), ("source", accepted)
    ]  # fmt: skip
    assert told[0]["name"] == "Kazan"


def test_documents_are_found_by_the_words_of_their_files(
    officer: Member, settings: LazySettings, tmp_path: Path
) -> None:
    settings.HOME = tmp_path
    facts = documents.Facts(title="پیوست", places=(ISFAHAN.id, KAZAN.id))
    document = documents.bring(picture((8, 8)), "scan.jpg", facts, by=officer)
    File.objects.update(text="بند نخست دربارهٔ گردشگری")
    documents.change(document, replace(facts, title="پیوست نامه"), follows=0, by=officer)

    assert found("پیوست گردشگری", officer) == [f"document {document.key}"]
    assert Documents().shown([str(document.pk)])[str(document.pk)].texts == ("بند نخست دربارهٔ گردشگری",)

    documents.erase(document, by=member("sara", role=Role.HEAD))
    assert found("گردشگری", officer) == []
    assert actions.differences() == []
