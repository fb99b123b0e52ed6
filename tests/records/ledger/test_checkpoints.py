from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from pytest_django import DjangoAssertNumQueries
from tests.records.ledger.test_actions import draft

from peyvand.adapters.signing import check, known_keys
from peyvand.core.ledger.checkpoint import open_checkpoint
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.actions import append
from peyvand.records.ledger.checkpoints import Rewritten, kept_in, keys_folder, write
from peyvand.records.ledger.guard import install_guards, lift_guards
from peyvand.records.ledger.models import Entry, Head
from peyvand.records.ledger.queries import head


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path / "home"
    settings.CHECKPOINT_DIRS = []
    return tmp_path / "home"


def grow(by: Member, *words: str) -> None:
    append([draft(word) for word in words], by=by)


def forget_everything() -> None:
    """What nobody can do as long as the guards stand."""
    lift_guards(connection)
    Entry.objects.all().delete()
    Head.objects.all().delete()
    connection.check_constraints()
    install_guards(using="default")


def test_checkpoint_says_how_far_the_log_has_grown(officer: Member) -> None:
    grow(officer, "یک", "دو")

    (file,) = write().files

    found = open_checkpoint(file.read_text("utf-8"), known_keys(keys_folder()), check)
    assert (found.size, found.root.hex()) == (head().size, head().root)


@pytest.mark.django_db
def test_empty_log_has_a_checkpoint_too() -> None:
    assert write().checkpoint.size == 0


def test_log_that_has_not_grown_gives_the_same_file(officer: Member) -> None:
    grow(officer, "یک")

    assert write() == write()


def test_folders_elsewhere_get_it_too(officer: Member, settings: LazySettings, tmp_path: Path) -> None:
    away, missing = tmp_path / "away", tmp_path / "missing"
    away.mkdir()
    settings.CHECKPOINT_DIRS = [away, missing]
    grow(officer, "یک")

    written = write()

    assert [file.parent for file in written.files] == [tmp_path / "home" / "checkpoints", away]
    assert [folder for folder, _ in written.failed] == [missing]
    assert not missing.exists()


def test_next_one_reads_only_what_is_new(officer: Member, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    grow(officer, *map(str, range(20)))
    write()
    grow(officer, "یک")

    with django_assert_num_queries(3) as asked:
        write()

    assert '"number" >= 20' in asked.captured_queries[1]["sql"]


def test_lost_notes_of_the_tree_are_no_loss(officer: Member, home: Path) -> None:
    grow(officer, "یک", "دو", "سه")
    write()
    (home / "checkpoints" / "frontier.json").unlink()
    grow(officer, "چهار")

    assert write().checkpoint.size == 4


def test_notes_of_the_tree_are_believed_only_with_a_signature(officer: Member, home: Path) -> None:
    grow(officer, "یک", "دو", "سه")
    write()
    (home / "checkpoints" / "frontier.json").write_text(json.dumps({"size": 3, "peaks": ["00" * 32, "11" * 32]}))

    assert write().checkpoint.size == 3


@pytest.mark.parametrize("keep_notes", [True, False])
def test_rewritten_log_is_not_signed(officer: Member, home: Path, keep_notes: bool) -> None:
    grow(officer, "یک", "دو")
    write()
    forget_everything()
    grow(officer, "یک", "سه", "چهار")
    if not keep_notes:
        (home / "checkpoints" / "frontier.json").unlink()

    with pytest.raises(Rewritten):
        write()


def test_cut_log_is_not_signed(officer: Member) -> None:
    grow(officer, "یک", "دو")
    write()
    forget_everything()
    grow(officer, "یک")

    with pytest.raises(Rewritten):
        write()


def test_folder_elsewhere_remembers_what_was_taken_from_the_own(
    officer: Member, home: Path, settings: LazySettings, tmp_path: Path
) -> None:
    settings.CHECKPOINT_DIRS = [tmp_path]
    grow(officer, "یک", "دو")
    write()
    for path in (home / "checkpoints").iterdir():
        path.unlink()
    forget_everything()
    grow(officer, "یک", "سه")

    with pytest.raises(Rewritten):
        write()


def test_log_that_is_not_what_its_head_says_is_not_signed(officer: Member) -> None:
    grow(officer, "یک", "دو")
    Head.objects.update(root="0" * 64)

    with pytest.raises(Rewritten):
        write()


def test_spoilt_file_is_told_with_its_fault(officer: Member, home: Path) -> None:
    grow(officer, "یک")
    (file,) = write().files
    file.write_text(file.read_text("utf-8").replace("\n1\n", "\n2\n"), "utf-8")
    (home / "checkpoints" / "other.checkpoint").write_text("?")

    found = list(kept_in(home / "checkpoints", known_keys(keys_folder())))

    assert [one.fault.split(":")[0] for one in found] == ["unreadable", "not_signed"]
