from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from peyvand.records.documents.models import Document, File
from peyvand.records.documents.soundness import file_faults

pytestmark = pytest.mark.django_db


def test_files_are_as_they_were_brought(scan: Document) -> None:
    assert list(file_faults()) == []


def test_a_file_that_differs_or_is_gone_is_found(scan: Document, home: Path) -> None:
    path = home / "documents" / scan.file_id
    path.write_bytes(b"another")
    assert list(file_faults()) == [("file_differs", scan.file_id)]

    path.unlink()
    assert list(file_faults()) == [("file_missing", scan.file_id)]


def test_what_was_erased_has_to_be_gone(scan: Document) -> None:
    File.objects.update(erased_at=timezone.now())

    assert list(file_faults()) == [("file_not_erased", scan.file_id)]
