from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from tests.factories.members import member
from tests.factories.readings import SIGNED, source

from peyvand.adapters import backups
from peyvand.adapters.engines.dumping import NAMES
from peyvand.records.custody.backup import make_backup
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.checkpoints import write
from peyvand.records.ledger.models import Head

pytestmark = pytest.mark.django_db(transaction=True)


def test_backup_holds_database_checkpoints_documents_and_public_keys(home: Path, tmp_path: Path) -> None:
    accept_reading(*source(SIGNED), by=member())
    (home / "documents" / "1").mkdir(parents=True)
    (home / "documents" / "1" / "نامه.pdf").write_bytes(b"letter")

    made = make_backup(tmp_path / "backup").manifest

    assert backups.check(tmp_path / "backup") == made
    kinds = sorted(Path(file.path).suffix or file.path for file in made.files)
    assert kinds == sorted([".checkpoint", ".vkey", ".pdf", Path(NAMES[connection.vendor]).suffix])


def test_secrets_stay_where_they_are(home: Path, tmp_path: Path) -> None:
    (home / "secret_key").write_text("wZ4-not-to-be-copied")

    make_backup(tmp_path / "backup")

    secrets = [path.read_bytes() for path in (home / "secret_key", home / "keys" / "signing.key")]
    copied = b"".join(path.read_bytes() for path in (tmp_path / "backup").rglob("*") if path.is_file())
    assert [secret.strip().split()[-1] in copied for secret in secrets] == [False, False]


def test_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("")

    with pytest.raises(FileExistsError):
        make_backup(tmp_path)


def test_ledger_that_contradicts_itself_is_copied_and_told(tmp_path: Path) -> None:
    accept_reading(*source(SIGNED), by=member())
    write()
    Head.objects.update(root="0" * 64)

    made = make_backup(tmp_path / "backup")

    assert made.rewritten is not None
    assert backups.check(tmp_path / "backup") == made.manifest
