"""A ledger with words struck out, given out and taken in, and proved by the second verifier."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.factories.members import member
from tests.factories.readings import SIGNED, VISIT, source
from tests.records.custody.conftest import emptied
from tests.records.custody.test_exporting import exported
from tools.verify_ledger import exported as read_export
from tools.verify_ledger import faults_of

from peyvand.records.accounts.permissions import Role
from peyvand.records.custody.importing import CannotImport, import_ledger
from peyvand.records.custody.verification import verify
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.queries import head
from peyvand.records.register.redacting import redact

pytestmark = pytest.mark.django_db
WORDS = "پیمان خواهرخواندگی"


@pytest.fixture
def lines(settings: LazySettings, tmp_path: Path) -> list[str]:
    settings.HOME = tmp_path
    sara = member("sara", role=Role.HEAD)
    told = accept_reading(*source(SIGNED, VISIT), by=sara).source
    redact(told, WORDS, by=sara, reason="درخواست")
    return exported()


def altered(lines: list[str], kind: str) -> list[str]:
    """The lines with what is left of the words changed once more."""
    return [line.replace("████", "واژه", 1) if f'"{kind}":' in line else line for line in lines]


def second(lines: list[str], tmp_path: Path) -> list[str]:
    path = tmp_path / "ledger.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return list(faults_of(read_export(path), []))


def test_it_comes_in_as_it_went_out(lines: list[str]) -> None:
    before = head()
    emptied()

    assert import_ledger(lines) == before
    assert verify().faults == ()
    assert WORDS not in "".join(exported())


@pytest.mark.parametrize("kind", ["source", "entry"])
def test_what_says_something_else_than_was_left_is_refused(lines: list[str], kind: str) -> None:
    emptied()

    with pytest.raises(CannotImport):
        import_ledger(altered(lines, kind))


def test_without_the_entry_that_says_so_it_is_no_ledger(lines: list[str]) -> None:
    emptied()
    missing = [line for line in lines if '"bodies"' not in json.loads(line).get("entry", {}).get("body", "")]

    with pytest.raises(CannotImport):
        import_ledger(missing)


def test_the_second_verifier_agrees(lines: list[str], tmp_path: Path) -> None:
    assert second(lines, tmp_path) == []
    assert any("text is lost or changed" in fault for fault in second(altered(lines, "source"), tmp_path))
    assert any("is not what its leaf" in fault for fault in second(altered(lines, "entry"), tmp_path))
