from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from tests.factories.readings import VISIT, source

from peyvand.adapters.signing import known_keys, signing_key
from peyvand.records.accounts.models import Member
from peyvand.records.custody.verification import verify
from peyvand.records.intake.actions import accept_reading
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.checkpoints import keys_folder, write
from peyvand.records.ledger.guard import lift_guards, look_again
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.queries import head
from peyvand.records.ledger.verification import Fault
from peyvand.records.register.models import Bond, City

pytestmark = pytest.mark.usefixtures("office")


def codes() -> list[str]:
    return sorted({fault.code for fault in verify().faults})


def test_untouched_store_is_proved() -> None:
    proof = verify()

    assert (proof.size, proof.root, proof.faults, proof.checkpoints) == (head().size, head().root, (), ())
    assert proof.uncovered == proof.size


def test_entries_after_the_newest_checkpoint_are_told(officer: Member) -> None:
    covered = write().checkpoint.size
    accept_reading(*source(VISIT, name="neu"), by=officer)

    assert (verify().uncovered, verify().faults) == (head().size - covered, ())


def test_new_entries_are_proved_from_the_newest_checkpoint_on(officer: Member) -> None:
    covered = write().checkpoint.size
    accept_reading(*source(VISIT, name="neu"), by=officer)
    lift_guards(connection)
    Entry.objects.filter(number=0).update(place_a="local:nowhere")
    Entry.objects.filter(number=covered).update(place_a="local:nowhere")

    proof = verify(new_only=True)

    assert (proof.size, proof.root, proof.uncovered) == (head().size, head().root, head().size - covered)
    assert {fault.where for fault in proof.faults if fault.code == "places_differ"} == {str(covered)}


def test_cut_log_is_no_continuation(officer: Member) -> None:
    write()
    lift_guards(connection)
    Entry.objects.order_by("-number")[0].delete()

    assert {"root_differs", "log_shorter_than_checkpoint"} & {fault.code for fault in verify(new_only=True).faults}


def test_without_a_checkpoint_all_entries_are_new() -> None:
    assert (verify(new_only=True).size, verify(new_only=True).faults) == (head().size, ())


def test_rows_of_the_register_are_held_against_the_ledger() -> None:
    Bond.objects.filter(audience="public").update(statements=99)
    City.objects.filter(audience="office").delete()

    assert codes() == ["register_differs"]


def test_rows_of_the_work_list_are_held_against_the_ledger() -> None:
    waiting = set(Proposal.objects.values_list("key", flat=True))
    judged = Entry.objects.exclude(key__in=waiting).filter(kind="statement").values_list("key", flat=True)[0]
    Proposal.objects.all().delete()
    for at, key in enumerate([judged, "f" * 64]):
        Proposal.objects.create(key=key, number=at, capture="", start=0, status="open")

    assert {fault.where for fault in verify().faults} == {*waiting, judged, "f" * 64}


def test_missing_guards_are_told() -> None:
    lift_guards(connection)

    assert codes() == ["store_unsound"]
    look_again()


def test_rows_that_cannot_be_read_are_a_fault() -> None:
    lift_guards(connection)
    Entry.objects.filter(kind="statement").update(body="{}")

    assert {"key_differs", "unreadable"} & set(codes())


def test_checkpoint_from_elsewhere_agrees(tmp_path: Path) -> None:
    (file,) = write().files
    (key,) = known_keys(keys_folder())
    elsewhere = file.rename(tmp_path / "kept")

    proof = verify([elsewhere], [key])

    assert ([one.file for one in proof.checkpoints], proof.faults, proof.uncovered) == ([elsewhere], (), 0)


def test_checkpoint_by_a_stranger_proves_nothing(tmp_path: Path) -> None:
    stranger = signing_key(tmp_path / "stranger").public
    (file,) = write().files

    assert verify([file], [stranger]).faults == (Fault("checkpoint_not_signed", str(file)),)


def test_file_that_is_no_checkpoint_is_told(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("?")

    assert verify([tmp_path / "note"]).faults == (Fault("checkpoint_unreadable", str(tmp_path / "note")),)


def test_shared_folder_is_looked_at_for_our_own_files(settings: LazySettings, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    settings.CHECKPOINT_DIRS = [shared]
    _, ours = write().files
    (shared / "000000000001-00000000.checkpoint").write_text("of another house")

    assert verify().faults == ()

    ours.write_text("spoilt")

    assert verify().faults == (Fault("checkpoint_unreadable", str(ours)),)


def test_log_that_was_cut_and_hidden_well_contradicts_a_checkpoint(tmp_path: Path) -> None:
    write()
    lift_guards(connection)
    Entry.objects.order_by("-number").first().delete()  # type: ignore[union-attr]

    assert "log_shorter_than_checkpoint" in codes()
