from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.members import member

from peyvand.cli.main import main
from peyvand.records.accounts.permissions import Role
from peyvand.records.audit.models import Kind, Trace
from peyvand.records.contacts.models import Contact

pytestmark = pytest.mark.django_db
BOOK = "name,mail\nمینا کریمی,mina@isf.example\n=1,\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.csv"
    path.write_text(BOOK, "utf-8")
    return path


def test_contacts_are_taken_in_and_out(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    member("mina")
    assert main(["contacts", "import", str(book), "--as", "mina"]) == 0
    assert Contact.objects.count() == 2

    assert main(["contacts", "export", "vcard", "--as", "mina"]) == 0
    assert "FN:مینا کریمی" in capsys.readouterr().out
    assert main(["contacts", "export", "csv", "--as", "mina"]) == 0
    assert ",'=1," in capsys.readouterr().out
    assert Trace.objects.filter(kind=Kind.EXPORTED, what="contact.export").count() == 2


@pytest.mark.parametrize("words", ["mail\nx", "name,mail\nx,nobody"])
def test_what_cannot_be_taken_is_refused(book: Path, words: str) -> None:
    member("mina")
    book.write_text(words, "utf-8")

    assert main(["contacts", "import", str(book), "--as", "mina"]) == 2
    assert main(["contacts", "import", str(book.with_name("none")), "--as", "mina"]) == 2
    assert main(["contacts", "export", "csv", "--as", "nobody"]) == 2


def test_who_may_not_is_refused(book: Path) -> None:
    member("sara", role=Role.AUDITOR)

    assert main(["contacts", "export", "csv", "--as", "sara"]) == 2
