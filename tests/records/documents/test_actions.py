from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from tests.factories.documents import docx, paragraph
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN
from tests.records.documents.conftest import OF_BOND, PAIR, SCAN

from peyvand.adapters.sources import UnreadableSource
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.documents import actions, queries
from peyvand.records.documents.actions import Facts
from peyvand.records.documents.models import Document, File, Tie
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile
from peyvand.records.history.models import Kept
from peyvand.records.history.queries import changes_of

pytestmark = pytest.mark.django_db


def test_a_file_is_kept_under_its_hash_and_addressed_at_random(scan: Document, home: Path) -> None:
    digest = sha256(SCAN).hexdigest()
    kept = {path.name: path.read_bytes() for path in (home / "documents").iterdir()}

    assert (scan.file_id, scan.file.kind, scan.file.pages, scan.name) == (digest, "image/jpeg", 1, "kazan.jpg")
    assert kept[digest] == SCAN
    assert set(kept) == {digest, f"{digest}.page", f"{digest}.small"}
    assert (len(scan.key), digest in scan.key) == (43, False)


def test_the_same_bytes_are_kept_once(scan: Document, officer: Member) -> None:
    again = actions.bring(SCAN, "other.png", Facts(), by=officer)
    view = queries.document_view(again.key, officer)

    assert (File.objects.count(), Document.objects.count(), again.key != scan.key) == (1, 2, True)
    assert view is not None
    assert view.same == (scan,)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\scan.jpg", "scan.jpg"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("نامه\u200cها.pdf", "نامه\u200cها.pdf"),
        ("\r\nSet-Cookie: a=b", "Set-Cookie: a=b"),
        ("///", "scan"),
        ("x" * 300, "x" * 200),
    ],
)
def test_a_name_is_kept_as_said_but_for_what_steers(officer: Member, name: str, kept: str) -> None:
    assert actions.bring(SCAN, name, Facts(), by=officer).name == kept


def test_what_is_no_document_leaves_nothing(officer: Member, home: Path) -> None:
    with pytest.raises(UnreadableSource):
        actions.bring(b"<svg onload=alert(1)>", "x.svg", Facts(), by=officer)

    assert (File.objects.count(), (home / "documents").exists()) == (0, False)


def test_the_words_of_a_document_are_kept_to_be_found(officer: Member) -> None:
    made = actions.bring(docx(paragraph("نامه درباره آب")), "n.docx", OF_BOND, by=officer)

    assert made.file.text == "نامه درباره آب"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (Facts(title="x" * 301), "title"),
        (Facts(visibility="secret"), "visibility"),
        (Facts(places=(KAZAN.id, KAZAN.id)), "places"),
        (Facts(places=("nowhere",)), "places"),
    ],
)
def test_facts_that_cannot_be_are_refused(officer: Member, facts: Facts, field: str) -> None:
    with pytest.raises(CannotKeep) as refused:
        actions.bring(SCAN, "x", facts, by=officer)

    assert refused.value.field == field


def test_of_two_who_change_one_document_the_second_is_told(scan: Document, officer: Member) -> None:
    actions.change(scan, Facts(title="یک", places=PAIR), follows=0, by=officer)
    with pytest.raises(ChangedMeanwhile) as met:
        actions.change(scan, Facts(title="دو", places=PAIR), follows=0, by=officer)

    assert (met.value.now.title, met.value.now.version) == ("یک", 1)
    assert changes_of("document", scan.pk)[0].values == {"title": ("نامه کازان", "یک")}


def test_a_document_is_voided_with_a_reason_and_taken_up_again(scan: Document, officer: Member) -> None:
    with pytest.raises(CannotKeep):
        actions.void(scan, reason=" ", by=officer)
    actions.void(scan, reason="اشتباه بود", by=officer)
    with pytest.raises(CannotKeep):
        actions.change(scan, OF_BOND, follows=0, by=officer)
    with pytest.raises(CannotKeep):
        actions.void(scan, reason="باز", by=officer)
    actions.restore(scan, reason="درست بود", by=officer)

    assert [(one.what, one.reason) for one in changes_of("document", scan.pk)[:2]] == [
        ("restored", "درست بود"),
        ("voided", "اشتباه بود"),
    ]


def test_a_tie_is_made_once_and_taken_back(scan: Document, officer: Member) -> None:
    bond = f"{KAZAN.id} {ISFAHAN.id}"
    first, second = (actions.tie(scan, "bond", bond, by=officer) for _ in range(2))
    assert (first, Tie.objects.count()) == (second, 1)

    actions.loosen(scan, "bond", first.ref, by=officer)
    actions.loosen(scan, "bond", first.ref, by=officer)
    assert not Tie.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_erased_file_is_gone_and_not_taken_again(
    scan: Document, officer: Member, head_of_office: Member, home: Path
) -> None:
    actions.bring(SCAN, "second.jpg", Facts(title="راز"), by=officer)
    actions.erase(scan, by=head_of_office)

    assert list((home / "documents").iterdir()) == []
    assert set(Document.objects.values_list("name", "title")) == {("", "")}
    assert (Kept.objects.count(), File.objects.get().text) == (0, "")
    with pytest.raises(CannotKeep):
        actions.bring(SCAN, "third.jpg", Facts(), by=officer)
    with pytest.raises(CannotKeep):
        actions.erase(scan, by=head_of_office)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.COUNCIL_READER, Role.PARTNER])
def test_who_may_not_keep_documents_changes_none(scan: Document, role: Role) -> None:
    other = member("other", role=role)
    acts: tuple[Callable[[], object], ...] = (
        lambda: actions.bring(SCAN, "x", Facts(), by=other),
        lambda: actions.change(scan, OF_BOND, follows=0, by=other),
        lambda: actions.void(scan, reason="x", by=other),
        lambda: actions.tie(scan, "bond", f"{ISFAHAN.id} {ISTANBUL.id}", by=other),
        lambda: actions.loosen(scan, "bond", "x", by=other),
        lambda: actions.erase(scan, by=other),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_an_officer_erases_nothing(scan: Document, officer: Member) -> None:
    with pytest.raises(NotAllowed):
        actions.erase(scan, by=officer)
